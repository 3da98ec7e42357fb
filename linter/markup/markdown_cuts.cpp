// Where a Markdown document may be cut, see markdown.h.

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "linter/markup/front_matter.h"
#include "linter/markup/markdown.h"
#include "linter/markup/outline.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

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

// Listens to md4c for the first text of paragraphs and headings that stand in nothing else.
class CutFinder {
 public:
  CutFinder(std::string_view text, std::vector<std::uint32_t>& cuts) : text_(text), cuts_(cuts) {}

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
    ++depth_;
    is_heading_ = type == MD_BLOCK_H;
    waits_ = depth_ == 1 && (is_heading_ || type == MD_BLOCK_P);
  }

  void leave_block(MD_BLOCKTYPE type) {
    waits_ = false;
    if (type != MD_BLOCK_DOC) --depth_;
  }

  void text(MD_TEXTTYPE type, std::string_view data) {
    if (!std::exchange(waits_, false)) return;
    if (type != MD_TEXT_NORMAL && type != MD_TEXT_CODE) return;
    const std::less<const char*> before;
    if (before(data.data(), text_.data()) || !before(data.data(), text_.data() + text_.size()))
      return;
    if (std::ranges::all_of(data, is_space)) return;
    const std::uint32_t line =
        line_begin(text_, static_cast<std::uint32_t>(data.data() - text_.data()));
    if (line == 0) return;
    // A paragraph that began further up would have no blank line in it.
    if (is_after_blank_line(text_, line) || (is_heading_ && begins_with_heading_mark(text_, line)))
      cuts_.push_back(line);
  }

  std::string_view text_;
  std::vector<std::uint32_t>& cuts_;
  std::uint32_t depth_ = 0;
  bool is_heading_ = false;
  bool waits_ = false;
};

// May the line that holds `at` belong to a definition whose label begins there or further up?
bool may_be_definition(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kLongestLabel = 1000;
  constexpr std::string_view kPrefix = " \t>*+-.)0123456789";  // of quotes and lists
  const std::uint32_t least = at - std::min(at, kLongestLabel + 100);
  for (std::uint32_t end = at + 1;;) {
    const std::uint32_t begin = line_begin(text, end);
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(kPrefix);
    if (first != std::string_view::npos && line[first] == '[') return true;
    if (begin <= least || line.find_first_not_of(" \t>") == std::string_view::npos) return false;
    end = begin - 1;
  }
}

}  // namespace

bool find_markdown_cuts(std::string_view text, std::uint32_t begin,
                        std::vector<std::uint32_t>& cuts) {
  Outline unused;
  if (begin == 0) begin = read_front_matter(text, unused);
  return CutFinder(text, cuts).run(begin);
}

bool may_define_links(std::string_view text) {
  for (std::size_t at = text.find("]:"); at != std::string_view::npos;
       at = text.find("]:", at + 2)) {
    if (may_be_definition(text, static_cast<std::uint32_t>(at))) return true;
  }
  return false;
}

bool has_open_front_matter(std::string_view text) {
  if (!text.starts_with("---") && !text.starts_with("+++")) return false;
  const auto line = [&](std::size_t from) {
    const std::size_t end = text.find_first_of("\r\n", from);
    return text.substr(from, end == std::string_view::npos ? end : end - from);
  };
  if (line(0).find_first_not_of(" \t\f", 3) != std::string_view::npos) return false;
  std::size_t second = line(0).size();
  second += text.substr(second).starts_with("\r\n") ? 2 : 1;
  if (second < text.size() && std::ranges::all_of(line(second), is_space)) return false;
  Outline unused;
  return read_front_matter(text, unused) == 0;
}

}  // namespace personfirst
