#include "linter/engine/citation.h"

#include <string_view>

namespace personfirst {
namespace {

constexpr std::uint32_t kReach = 300;  // a title and a journal's name are not longer

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// At a digit: "35(3), 217-221" or "35(3):217".
bool volume_and_pages(std::string_view text, std::size_t at) {
  at = skip_spaces(text, skip_digits(text, at));
  if (at >= text.size() || text[at] != '(') return false;
  const std::size_t issue = at + 1;
  at = skip_digits(text, issue);
  if (at == issue || at >= text.size() || text[at] != ')') return false;
  ++at;
  if (at >= text.size() || (text[at] != ',' && text[at] != ':')) return false;
  at = skip_spaces(text, at + 1);
  return at < text.size() && (is_digit(text[at]) || text[at] == 'e');
}

}  // namespace

bool in_citation(const Passage& passage, Span match) {
  const std::string_view behind = std::string_view(passage.folded.lower).substr(match.end, kReach);
  if (behind.find("doi.org/") != std::string_view::npos || behind.find("doi:") != std::string_view::npos) return true;
  for (std::size_t i = 0; i < behind.size(); ++i) {
    const bool number_begins = is_digit(behind[i]) && (i == 0 || !is_digit(behind[i - 1]));
    if (number_begins && volume_and_pages(behind, i)) return true;
  }
  return false;
}

}  // namespace personfirst
