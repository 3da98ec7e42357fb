#include "linter/rules/marked_text.h"

namespace personfirst {

std::optional<MarkedText> read_marks(std::string_view marked) {
  MarkedText result;
  while (!marked.empty()) {
    const auto open = marked.find("[[");
    const std::string_view before = marked.substr(0, open);
    if (before.find("]]") != std::string_view::npos) return std::nullopt;
    result.text += before;
    if (open == std::string_view::npos) break;
    marked.remove_prefix(open + 2);
    const auto close = marked.find("]]");
    if (close == std::string_view::npos || close == 0) return std::nullopt;
    const std::string_view inside = marked.substr(0, close);
    if (inside.find("[[") != std::string_view::npos) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    result.text += inside;
    result.spans.push_back({begin, static_cast<std::uint32_t>(result.text.size())});
    marked.remove_prefix(close + 2);
  }
  return result;
}

std::string write_marks(std::string_view text, std::span<const Span> spans) {
  std::string marked;
  std::uint32_t done = 0;
  for (const Span span : spans) {
    marked += slice(text, {done, span.begin});
    marked += "[[";
    marked += slice(text, span);
    marked += "]]";
    done = span.end;
  }
  marked += text.substr(done);
  return marked;
}

}  // namespace personfirst
