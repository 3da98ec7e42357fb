#include "linter/engine/citation.h"

#include <string_view>

#include "linter/text/find_byte.h"

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

// At a digit: "2010; 375: 1-9" or "21:202-207".
bool year_volume_pages(std::string_view text, std::size_t at) {
  constexpr std::size_t kYear = 4;
  const std::size_t begin = at;
  at = skip_digits(text, at);
  if (at - begin == kYear && at < text.size() && text[at] == ';') {
    at = skip_spaces(text, at + 1);
    const std::size_t volume = at;
    at = skip_digits(text, at);
    if (at == volume) return false;
    at = skip_spaces(text, at);
    return at < text.size() && (text[at] == ':' || text[at] == '(');
  }
  if (at >= text.size() || (text[at] != ':' && text[at] != ',')) return false;
  const std::size_t first_page = skip_spaces(text, at + 1);
  at = skip_digits(text, first_page);
  if (at == first_page || at >= text.size() || text[at] != '-') return false;
  const std::size_t last_page = skip_digits(text, at + 1);
  return last_page > at + 1 &&
         (last_page == text.size() || text[last_page] == '.' || text[last_page] == ';');
}

// At a colon: ": Basic Books, 1999." A publisher's name and a year.
bool publisher_and_year(std::string_view text, std::size_t colon) {
  constexpr std::size_t kLongest = 50;
  const std::size_t comma = text.find_first_of(",;.(", colon);
  if (comma == std::string_view::npos || comma - colon > kLongest || comma < colon + 4)
    return false;
  if (text[comma] != ',' && text[comma] != ';') return false;
  const std::size_t year = skip_spaces(text, comma + 1);
  const std::size_t end = skip_digits(text, year);
  return end - year == 4 && (text[year] == '1' || text[year] == '2') &&
         (end == text.size() || text[end] == '.');
}

// Behind an author's year: "Roe, B. (2011). Drug abusers and the media."
bool title_after_year(std::string_view text, std::size_t match) {
  constexpr std::size_t kTitle = 160;
  const std::size_t from = match > kTitle ? match - kTitle : 0;
  const std::string_view before = text.substr(from, match - from);
  if (before.find(')') == std::string_view::npos) return false;  // most have none
  const std::size_t mark = before.rfind("). ");
  if (mark == std::string_view::npos) return false;
  const std::size_t end = from + mark;
  if (text.substr(end + 3, match - end - 3).find(". ") != std::string_view::npos)
    return false;  // a sentence further on
  const std::size_t digits_end =
      end > 0 && text[end - 1] >= 'a' && text[end - 1] <= 'd' ? end - 1 : end;
  if (digits_end < 7 || text[digits_end - 5] != '(') return false;
  for (std::size_t i = digits_end - 4; i < digits_end; ++i) {
    if (!is_digit(text[i])) return false;
  }
  const char last = text[digits_end - 7];  // "B. (2011)", "et al. (2011)"
  return last == '.' || last == ')';
}

std::size_t next_digit_or_colon(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](BytesAtOnce byte, BytesAtOnce) {
    return is_within(byte, '0', 11);  // neighbours in ASCII
  });
}

}  // namespace

bool in_citation(const Passage& passage, Span match) {
  const std::string_view behind = std::string_view(passage.folded.lower).substr(match.end, kReach);
  for (std::size_t i = behind.find("doi"); i != std::string_view::npos;
       i = behind.find("doi", i + 1)) {
    const std::string_view rest = behind.substr(i + 3);
    if (rest.starts_with(':') || rest.starts_with(".org/")) return true;
  }
  for (std::size_t i = next_digit_or_colon(behind, 0); i < behind.size();
       i = next_digit_or_colon(behind, i + 1)) {
    const bool number_begins = is_digit(behind[i]) && (i == 0 || !is_digit(behind[i - 1]));
    if (number_begins && (volume_and_pages(behind, i) || year_volume_pages(behind, i))) return true;
    if (behind[i] == ':' && publisher_and_year(behind, i)) return true;
  }
  return title_after_year(passage.folded.lower, match.begin);
}

}  // namespace personfirst
