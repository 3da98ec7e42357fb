#include "linter/render/in_context.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "linter/render/printable.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kReach = 600;  // bytes of source to either side
constexpr std::size_t kShown = 220;    // bytes of text to either side
constexpr std::string_view kCut = "…";
// Stands for a byte of markup, so that offsets stay: no document has a use for it.
constexpr char kMarkup = '\x01';

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Does a block of Markdown or plain text begin with this line?
bool begins_block(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos || line[first] == '\n' || line[first] == '\r') return true;
  line.remove_prefix(first);
  if (line.front() == '#' || line.front() == '|') return true;
  constexpr std::string_view kBullets = "-*+";
  if (kBullets.find(line.front()) != std::string_view::npos)
    return line.size() > 1 && is_space(line[1]);
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  return digits > 0 && digits < 10 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && is_space(line[digits + 1]);
}

bool is_inline_tag(std::string_view tag) {
  constexpr std::array kInline = {"a",   "abbr", "b",     "bdi",  "bdo",    "cite", "code", "data",
                                  "del", "dfn",  "em",    "i",    "ins",    "kbd",  "mark", "q",
                                  "s",   "samp", "small", "span", "strong", "sub",  "sup",  "time",
                                  "u",   "var",  "wbr",   "font", "!--"};
  std::string name;
  for (const char c : tag.substr(1)) {
    if (c == '/' && name.empty()) continue;
    if (is_space(c) || c == '>' || c == '/') break;
    name += lower(c);
    if (name == "!--") break;
  }
  return std::find(kInline.begin(), kInline.end(), name) != kInline.end();
}

// A window of the source round a finding, cut down step by step to what is text.
class Window {
 public:
  Window(const Document& document, Span span)
      : document_(document), begin_(0), end_(static_cast<std::uint32_t>(document.text.size())) {
    const std::string_view text = document.text;
    begin_ = character_begin(text, span.begin - std::min(span.begin, kReach));
    end_ = character_begin(text, span.end + std::min(end_ - span.end, kReach));
    bytes_ = text.substr(begin_, end_ - begin_);
    found_ = {span.begin - begin_, span.end - begin_};
    keep_ = {0, static_cast<std::uint32_t>(bytes_.size())};
    cut_begin_ = begin_ > 0;
    cut_end_ = end_ < text.size();
  }

  void drop_markup() {
    if (document_.format != Format::Html) cut_at_blocks();
    if (document_.format != Format::PlainText) drop_tags();
    if (document_.format == Format::Markdown) drop_markdown();
    for (char& c : bytes_) {
      if (is_space(c)) c = ' ';
    }
  }

  InContext passage(SentenceBreaker& breaker) const {
    const std::string_view kept = slice(bytes_, keep_);
    const Span in_kept{found_.begin - keep_.begin, found_.end - keep_.begin};
    const Span sentence = breaker.around(kept, in_kept);
    const std::uint32_t begin = std::min(sentence.begin, in_kept.begin);
    const std::uint32_t end = std::max(sentence.end, in_kept.end);
    InContext passage;
    passage.before = shortened_before(readable(kept.substr(begin, in_kept.begin - begin)),
                                      begin == 0 && cut_begin_);
    passage.found = readable(slice(kept, in_kept));
    passage.after = shortened_after(readable(kept.substr(in_kept.end, end - in_kept.end)),
                                    end == kept.size() && cut_end_);
    return passage;
  }

 private:
  void begin_at(std::size_t at) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (offset <= keep_.begin || offset > found_.begin) return;
    keep_.begin = offset;
    cut_begin_ = false;
  }
  void end_at(std::size_t at) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (offset >= keep_.end || offset < found_.end) return;
    keep_.end = offset;
    cut_end_ = false;
  }

  void cut_at_blocks() {
    for (std::size_t at = bytes_.find('\n'); at != std::string::npos;
         at = bytes_.find('\n', at + 1)) {
      const std::size_t line = at == 0 ? std::string::npos : bytes_.rfind('\n', at - 1);
      const bool ends_heading = bytes_[line + 1] == '#';  // npos + 1 is 0
      if (!ends_heading && !begins_block(std::string_view(bytes_).substr(at + 1))) continue;
      if (at < found_.begin) begin_at(at + 1);
      if (at >= found_.end) end_at(at);
    }
  }

  void drop(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) bytes_[at] = kMarkup;
  }

  // Inside a tag, a finding stands in the value of an attribute.
  void keep_attribute(std::size_t tag_begin, std::size_t tag_end) {
    constexpr std::string_view kQuotes = "\"'";
    const std::size_t open = bytes_.find_last_of(kQuotes, found_.begin);
    const std::size_t close = bytes_.find_first_of(kQuotes, found_.end);
    begin_at(open != std::string::npos && open > tag_begin ? open + 1 : tag_begin);
    end_at(close != std::string::npos && close < tag_end ? close : tag_end);
  }

  void drop_tags() {
    for (std::size_t at = bytes_.find('<'); at != std::string::npos;
         at = bytes_.find('<', at + 1)) {
      const bool opens = at + 1 < bytes_.size() && (lower(bytes_[at + 1]) >= 'a' ||
                                                    bytes_[at + 1] == '/' || bytes_[at + 1] == '!');
      if (!opens) continue;
      const std::size_t close = bytes_.find('>', at);
      const std::size_t end = close == std::string::npos ? bytes_.size() : close + 1;
      if (close == std::string::npos && at < found_.begin) continue;
      if (at < found_.begin && end > found_.end) {
        keep_attribute(at, end);
        continue;
      }
      if (!is_inline_tag(std::string_view(bytes_).substr(at, end - at))) {
        if (end <= found_.begin) begin_at(end);
        if (at >= found_.end) end_at(at);
      }
      drop(at, end);
    }
    // The end of a tag that begins before the window.
    const std::size_t close = bytes_.find('>');
    if (begin_ > 0 && document_.format == Format::Html && close != std::string::npos &&
        close < found_.begin && bytes_.substr(0, close).find(kMarkup) == std::string::npos)
      begin_at(close + 1);
  }

  // Emphasis, markers at the start, the bars of tables, and where links lead.
  void drop_markdown() {
    for (std::size_t at = keep_.begin; at < keep_.end; ++at) {
      const char c = bytes_[at];
      if (c == '*' || c == '[') drop(at, at + 1);
      if (c == '_' && (at == 0 || at + 1 == bytes_.size() || is_space(bytes_[at - 1]) ||
                       is_space(bytes_[at + 1])))
        drop(at, at + 1);
      if (c == ']') {
        const bool target = at + 1 < keep_.end && bytes_[at + 1] == '(';
        const std::size_t close = target ? bytes_.find(')', at) : std::string::npos;
        drop(at, close == std::string::npos ? at + 1 : close + 1);
      }
      if (c == '|' && bytes_[keep_.begin] != kMarkup) {
        if (at < found_.begin) begin_at(at + 1);
        if (at >= found_.end) end_at(at);
      }
    }
    std::size_t at = keep_.begin;
    while (at < found_.begin &&
           (is_space(bytes_[at]) || bytes_[at] == kMarkup ||
            std::string_view("#>-+").find(bytes_[at]) != std::string_view::npos))
      ++at;
    begin_at(at);
  }

  // The few entities that are frequent in prose.
  static std::string with_entities_decoded(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEntities = {{
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&apos;", "'"},
        {"&#39;", "'"},
        {"&nbsp;", " "},
        {"&lsquo;", "‘"},
        {"&rsquo;", "’"},
        {"&ldquo;", "“"},
        {"&rdquo;", "”"},
        {"&ndash;", "–"},
        {"&mdash;", "—"},
        {"&hellip;", "…"},
    }};
    std::string out;
    while (!text.empty()) {
      const auto entity = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& one) {
        return text.starts_with(one.first);
      });
      if (entity != kEntities.end()) {
        out += entity->second;
        text.remove_prefix(entity->first.size());
      } else {
        out += text.front();
        text.remove_prefix(1);
      }
    }
    return out;
  }

  // Without markup, and with one space where there were many.
  [[nodiscard]] std::string readable(std::string_view bytes) const {
    std::string out;
    for (const char c : bytes) {
      if (c == kMarkup || (c == ' ' && !out.empty() && out.back() == ' ')) continue;
      out += c;
    }
    if (document_.format != Format::PlainText) out = with_entities_decoded(out);
    return printable(out);
  }

  static std::string shortened_before(std::string text, bool cut) {
    if (const std::size_t first = text.find_first_not_of(' '); first != 0) text.erase(0, first);
    if (text.size() > kShown) {
      const std::size_t space = text.find(' ', text.size() - kShown);
      text.erase(0, space == std::string::npos ? text.size() : space + 1);
      cut = true;
    }
    return cut ? std::string(kCut) + " " + text : text;
  }

  static std::string shortened_after(std::string text, bool cut) {
    text.erase(text.find_last_not_of(' ') + 1);
    if (text.size() > kShown) {
      const std::size_t space = text.rfind(' ', kShown);
      text.erase(space == std::string::npos ? 0 : space);
      cut = true;
    }
    return cut ? text + " " + std::string(kCut) : text;
  }

  const Document& document_;
  std::uint32_t begin_, end_;  // in the document
  std::string bytes_;
  Span found_, keep_;  // in bytes_
  bool cut_begin_ = false, cut_end_ = false;
};

}  // namespace

InContext in_context(const Document& document, Span span, SentenceBreaker& breaker,
                     ContextShown shown) {
  Window window(document, span);
  window.drop_markup();
  InContext passage = window.passage(breaker);
  if (shown == ContextShown::None) {
    passage.before.clear();
    passage.after.clear();
  }
  return passage;
}

}  // namespace personfirst
