// Where a Markdown document may be cut, see markdown.h.

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "linter/markup/markdown.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_ascii_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  while (at > 0 && !is_line_end(text[at - 1])) --at;
  return at;
}

// `line`: where a line begins that is not the first one.
bool is_after_blank_line(std::string_view text, std::uint32_t line) {
  std::uint32_t end = line - 1;
  if (end > 0 && text[end] == '\n' && text[end - 1] == '\r') --end;
  while (end > 0 && is_blank(text[end - 1])) --end;
  return end == 0 || is_line_end(text[end - 1]);
}

// "## " and the like
bool begins_with_heading_mark(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kIndent = 3, kLevels = 6;
  const auto run = [&](char c, std::uint32_t most) {
    std::uint32_t length = 0;
    while (length < most && at < text.size() && text[at] == c) ++at, ++length;
    return length;
  };
  run(' ', kIndent);
  return run('#', kLevels) > 0 && at < text.size() && is_blank(text[at]);
}

// "- ", "12. " and the like, not indented
bool begins_with_item_mark(std::string_view text, std::uint32_t at) {
  const std::size_t mark = text.find_first_not_of("0123456789", at);
  if (mark == std::string_view::npos || mark + 1 >= text.size() || !is_blank(text[mark + 1]))
    return false;
  const std::string_view marks = mark == at ? "-+*" : ".)";
  return marks.find(text[mark]) != std::string_view::npos;
}

// Does the text begin with an image, if labels have the right meaning, or with a link that may be
// empty? What is no text introduces nothing.
bool may_be_all_image(std::string_view text, std::uint32_t line) {
  const std::size_t at = text.find_first_not_of(" \t#*_~", line);
  if (at == std::string_view::npos) return true;
  const std::string_view begin = text.substr(at, 2);
  if (begin.starts_with('!')) return begin == "![";
  return begin.starts_with('[') && (begin.size() < 2 || !is_ascii_alnum(begin[1]));
}

// Listens to md4c for the first text of paragraphs and headings that stand in nothing else, and of
// items of such lists.
class CutFinder {
 public:
  CutFinder(std::string_view text, std::vector<MarkdownCut>& cuts) : text_(text), cuts_(cuts) {}

  bool run(std::uint32_t begin) {
    MD_PARSER parser{};
    parser.flags = kMarkdownFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<CutFinder*>(self)->enter_block(type);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<CutFinder*>(self)->leave_block(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<CutFinder*>(self)->waits_ &= type != MD_SPAN_IMG;
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void* self) {
      static_cast<CutFinder*>(self)->waits_ = false;
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* self) {
      static_cast<CutFinder*>(self)->text(type, {data, size});
      return 0;
    };
    const std::string_view part = text_.substr(begin);
    return md_parse(part.data(), static_cast<MD_SIZE>(part.size()), &parser, this) == 0;
  }

 private:
  void enter_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_DOC) return;
    const bool is_list = type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    if (depth_ == 0 && is_list) items_ = 0;
    if (depth_ == 1 && type == MD_BLOCK_LI) {
      item_waits_ = items_++ > 0;
    } else {
      item_waits_ = item_waits_ && depth_ == 2 && type == MD_BLOCK_P;
    }
    ++depth_;
    is_heading_ = type == MD_BLOCK_H;
    waits_ = depth_ == 1 && (is_heading_ || type == MD_BLOCK_P);
  }

  void leave_block(MD_BLOCKTYPE type) {
    waits_ = item_waits_ = false;
    if (type != MD_BLOCK_DOC) --depth_;
  }

  void text(MD_TEXTTYPE type, std::string_view data) {
    const bool is_item = std::exchange(item_waits_, false);
    if (!std::exchange(waits_, false) && !is_item) return;
    if (type != MD_TEXT_NORMAL && type != MD_TEXT_CODE) return;
    const std::less<const char*> before;
    if (before(data.data(), text_.data()) || !before(data.data(), text_.data() + text_.size()))
      return;
    if (std::ranges::all_of(data, is_space)) return;
    const std::uint32_t line =
        line_begin(text_, static_cast<std::uint32_t>(data.data() - text_.data()));
    if (line == 0) return;
    if (is_item) {
      if (begins_with_item_mark(text_, line)) cuts_.push_back({line, true});
      return;
    }
    if (may_be_all_image(text_, line)) return;
    // A paragraph that began further up would have no blank line in it.
    if (is_after_blank_line(text_, line) || (is_heading_ && begins_with_heading_mark(text_, line)))
      cuts_.push_back({line, false});
  }

  std::string_view text_;
  std::vector<MarkdownCut>& cuts_;
  std::uint32_t depth_ = 0;
  bool is_heading_ = false;
  bool waits_ = false;
  std::uint32_t items_ = 0;  // of the list of the top level
  bool item_waits_ = false;
};

}  // namespace

bool find_markdown_cuts(std::string_view text, std::uint32_t begin,
                        std::vector<MarkdownCut>& cuts) {
  return CutFinder(text, cuts).run(begin);
}

bool may_be_front_matter(std::string_view text) {
  if (!text.starts_with("---") && !text.starts_with("+++")) return false;
  const auto line = [&](std::size_t from) {
    const std::size_t end = text.find_first_of("\r\n", from);
    return text.substr(from, end == std::string_view::npos ? end : end - from);
  };
  if (line(0).find_first_not_of(" \t\f", 3) != std::string_view::npos) return false;
  std::size_t second = line(0).size();
  second += text.substr(second).starts_with("\r\n") ? 2 : 1;
  return second >= text.size() || !std::ranges::all_of(line(second), is_space);
}

}  // namespace personfirst
