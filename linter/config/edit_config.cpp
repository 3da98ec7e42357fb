// Edits of a configuration's text that keep its comments and layout.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "linter/config/config.h"
#include "linter/config/json_text.h"
#include "linter/config/keys.h"
#include "linter/text/line_index.h"

namespace personfirst {
namespace {

using Kind = JsonNode::Kind;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// A parsed text, and how it is laid out.
class Layout {
 public:
  static Result<Layout> read(std::string_view text) {
    JsonResult<JsonNode> root = parse_json_text(text);
    if (!root) return tl::unexpected(error_at(text, root.error().offset, root.error().what));
    if (root->kind != Kind::Object)
      return tl::unexpected(error_at(text, root->span.begin, "a configuration is an object { … }"));
    return Layout(text, *std::move(root));
  }

  static Error error_at(std::string_view text, std::uint32_t offset, std::string what) {
    const LineColumn at = LineIndex(text).to_line_column(text, offset, ColumnUnit::Utf32);
    return {fmt::format("{}:{}:{}", kConfigFileName, at.line + 1, at.column + 1), std::move(what)};
  }

  [[nodiscard]] const JsonNode& root() const { return root_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  // What lies `depth` levels deep stands so far to the right.
  [[nodiscard]] std::string indent(std::size_t depth) const {
    std::string all;
    for (std::size_t i = 0; i < depth; ++i) all += unit_;
    return all;
  }
  [[nodiscard]] const std::string& line_end() const { return line_end_; }

  // The edits that put `item` behind everything in a list or object.
  [[nodiscard]] std::vector<Edit> append(const JsonNode& node, std::size_t depth,
                                         const std::string& item) const {
    const std::uint32_t inside_end = node.span.end - 1;
    const std::uint32_t last_end = end_of_last(node);
    if (last_end == 0) return fill(node, depth, item);
    const std::uint32_t comma = find_comma(last_end, inside_end);
    const bool has_comma = comma != inside_end;
    const std::uint32_t behind = has_comma ? comma + 1 : last_end;
    if (!has_line_break(last_end, inside_end)) {
      return has_comma ? std::vector<Edit>{{{behind, behind}, " " + item + ","}}
                       : std::vector<Edit>{{{behind, behind}, ", " + item}};
    }
    const std::string line =
        line_end_ + indent_of_last(node, depth) + item + (has_comma ? "," : "");
    const std::uint32_t at = end_of_remarks(behind, inside_end);
    if (has_comma) return {{{at, at}, line}};
    if (at == behind) return {{{at, at}, "," + line}};
    return {{{behind, behind}, ","}, {{at, at}, line}};
  }

 private:
  Layout(std::string_view text, JsonNode root) : text_(text), root_(std::move(root)) {
    const std::size_t line_feed = text.find('\n');
    if (line_feed != std::string_view::npos && line_feed > 0 && text[line_feed - 1] == '\r')
      line_end_ = "\r\n";
    if (!root_.fields.empty()) {
      const std::string first = indent_before(root_.fields.front().key_span.begin);
      if (!first.empty()) unit_ = first;
    }
  }

  // The blanks that a line begins with, when nothing else stands before `at` in it.
  [[nodiscard]] std::string indent_before(std::uint32_t at) const {
    std::uint32_t begin = at;
    while (begin > 0 && is_blank(text_[begin - 1])) --begin;
    const bool starts_line = begin > 0 && text_[begin - 1] == '\n';
    return starts_line ? std::string(text_.substr(begin, at - begin)) : std::string();
  }

  [[nodiscard]] static std::uint32_t end_of_last(const JsonNode& node) {
    if (node.kind == Kind::List) return node.items.empty() ? 0 : node.items.back().span.end;
    return node.fields.empty() ? 0 : node.fields.back().value.span.end;
  }

  [[nodiscard]] std::string indent_of_last(const JsonNode& node, std::size_t depth) const {
    const std::uint32_t begin =
        node.kind == Kind::List ? node.items.back().span.begin : node.fields.back().key_span.begin;
    const std::string found = indent_before(begin);
    return found.empty() ? indent(depth) : found;
  }

  // Behind a value lie blanks, comments and at most one comma; one in a comment is not meant.
  [[nodiscard]] std::uint32_t find_comma(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t at = begin; at < end; ++at) {
      if (text_.substr(at, 2) == "//" || text_.substr(at, 2) == "/*")
        at = comment_end(at) - 1;
      else if (text_[at] == ',')
        return at;
    }
    return end;
  }

  [[nodiscard]] std::uint32_t comment_end(std::uint32_t at) const {
    const bool line = text_[at + 1] == '/';
    const std::size_t end = line ? text_.find('\n', at) : text_.find("*/", at + 2) + 2;
    return static_cast<std::uint32_t>(std::min(end, text_.size()));
  }

  [[nodiscard]] bool has_line_break(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
  }

  // Behind the comments that follow in the same line.
  [[nodiscard]] std::uint32_t end_of_remarks(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t behind = begin;
    for (std::uint32_t at = begin; at < end && text_[at] != '\n';) {
      if (text_.substr(at, 2) == "//" || text_.substr(at, 2) == "/*") {
        at = behind = comment_end(at);
        if (behind > 0 && text_[behind - 1] == '\r') --behind;
        if (has_line_break(begin, behind)) break;
      } else {
        ++at;
      }
    }
    return behind;
  }

  // The first item of an empty list or object; what comments there are stay in front.
  [[nodiscard]] std::vector<Edit> fill(const JsonNode& node, std::size_t depth,
                                       const std::string& item) const {
    const std::uint32_t close = node.span.end - 1;
    if (node.kind == Kind::List && !has_line_break(node.span.begin, close))
      return {{{close, close}, item}};
    std::uint32_t begin = close;
    while (begin > node.span.begin + 1 &&
           (is_blank(text_[begin - 1]) || text_[begin - 1] == '\n' || text_[begin - 1] == '\r'))
      --begin;
    return {{{begin, close}, line_end_ + indent(depth) + item + line_end_ + indent(depth - 1)}};
  }

  std::string_view text_;
  JsonNode root_;
  std::string unit_ = "  ";
  std::string line_end_ = "\n";
};

bool is_empty(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::vector<Edit> new_file(std::string_view text, const std::string& member) {
  return {{{0, static_cast<std::uint32_t>(text.size())}, "{\n  " + member + "\n}\n"}};
}

Result<std::vector<Edit>> replace(const JsonNode& node, std::string_view value) {
  if (node.kind == Kind::Text && node.text == value) return std::vector<Edit>{};
  return std::vector<Edit>{{node.span, to_json_string(value)}};
}

}  // namespace

Result<std::vector<Edit>> add_to_list(std::string_view text, std::string_view key,
                                      std::string_view value) {
  const std::string item = to_json_string(value);
  const std::string member = fmt::format("{}: [{}]", to_json_string(key), item);
  if (is_empty(text)) return new_file(text, member);
  const Result<Layout> layout = Layout::read(text);
  if (!layout) return tl::unexpected(layout.error());
  const JsonField* field = layout->root().find(key);
  if (field == nullptr) return layout->append(layout->root(), 1, member);
  const JsonNode& list = field->value;
  if (list.kind != Kind::List)
    return tl::unexpected(
        Layout::error_at(text, list.span.begin, fmt::format("“{}” must be a list of texts", key)));
  if (std::any_of(list.items.begin(), list.items.end(),
                  [&](const JsonNode& each) { return each.text == value; }))
    return std::vector<Edit>{};
  return layout->append(list, 2, item);
}

Result<std::vector<Edit>> set_rule_level(std::string_view text, std::string_view rule,
                                         std::string_view level) {
  const std::string item = fmt::format("{}: {}", to_json_string(rule), to_json_string(level));
  const std::string_view rules_key = info_of(ConfigKey::Rules).name;
  const auto member = [&](const std::string& line_end, const std::string& indent) {
    return fmt::format("{}: {{{}{}{}{}{}{}}}", to_json_string(rules_key), line_end, indent, indent,
                       item, line_end, indent);
  };
  if (is_empty(text)) return new_file(text, member("\n", "  "));
  const Result<Layout> layout = Layout::read(text);
  if (!layout) return tl::unexpected(layout.error());
  const JsonField* rules = layout->root().find(rules_key);
  if (rules == nullptr)
    return layout->append(layout->root(), 1, member(layout->line_end(), layout->indent(1)));
  const auto not_object = [&](const JsonField& field) {
    return tl::unexpected(Layout::error_at(text, field.value.span.begin,
                                           fmt::format("“{}” must be an object", field.key)));
  };
  if (rules->value.kind != Kind::Object) return not_object(*rules);
  const JsonField* found = rules->value.find(rule);
  if (found == nullptr) return layout->append(rules->value, 2, item);
  if (found->value.kind != Kind::Object) return replace(found->value, level);
  if (const JsonField* inner = found->value.find(kLevelField)) return replace(inner->value, level);
  return layout->append(found->value, 3,
                        fmt::format("{}: {}", to_json_string(kLevelField), to_json_string(level)));
}

}  // namespace personfirst
