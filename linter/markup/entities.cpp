#include "linter/markup/entities.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "linter/markup/entities/table.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kLongestName = 31;  // "CounterClockwiseContourIntegral"

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The HTML standard, "numeric character reference end state": 0x80 to 0x9F mean Windows-1252.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t meant_by(char32_t number) {
  if (number >= 0x80 && number <= 0x9F) return kWindows1252[number - 0x80];
  if (number == 0 || number > 0x10FFFF) return kReplacementCharacter;
  if (number >= 0xD800 && number <= 0xDFFF) return kReplacementCharacter;
  return number;
}

Entity decode_number(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t i = at + 2;
  const bool hex = i < end && (text[i] == 'x' || text[i] == 'X');
  if (hex) ++i;
  const std::uint32_t digits = i;
  char32_t number = 0;
  for (; i < end; ++i) {
    const int value = hex ? hex_value(text[i]) : is_digit(text[i]) ? text[i] - '0' : -1;
    if (value < 0) break;
    if (number <= 0x10FFFF) number = number * (hex ? 16 : 10) + static_cast<char32_t>(value);
  }
  if (i == digits) return {};
  if (i < end && text[i] == ';') ++i;
  Entity entity{i - at, {}};
  append_utf8(meant_by(number), entity.text);
  return entity;
}

std::optional<NamedEntity> find_name(std::string_view name) {
  std::size_t first = 0;
  for (std::size_t count = entity_count(); count > 0;) {
    const std::size_t half = count / 2;
    if (named_entity(first + half).name < name) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (first == entity_count() || named_entity(first).name != name) return std::nullopt;
  return named_entity(first);
}

}  // namespace

std::size_t entity_count() { return entity_table().starts.size() - 1; }

NamedEntity named_entity(std::size_t number) {
  const auto [entries, starts] = entity_table();
  const std::string_view entry =
      entries.substr(starts[number], static_cast<std::size_t>(starts[number + 1] - starts[number]));
  std::size_t end = 0;
  while (entry[end] > 1) ++end;
  return {entry.substr(0, end), entry.substr(end + 1), entry[end] == 1};
}

Entity decode_entity(std::string_view text, std::uint32_t at, std::uint32_t end,
                     EntityPlace place) {
  end = std::min(end, static_cast<std::uint32_t>(text.size()));
  if (at + 1 >= end) return {};
  if (text[at + 1] == '#') return decode_number(text, at, end);

  const std::uint32_t limit = std::min(end, at + 1 + kLongestName);
  std::uint32_t i = at + 1;
  while (i < limit && (is_alpha(text[i]) || is_digit(text[i]))) ++i;
  if (i < end && text[i] == ';') {
    const std::optional<NamedEntity> named = find_name(text.substr(at + 1, i - at - 1));
    if (named) return {i + 1 - at, std::string(named->text)};
  }
  // Without `;`: the longest of the old names that fits ("&ampersand" is "&" and "ersand").
  for (std::uint32_t stop = i; stop > at + 2; --stop) {
    const std::optional<NamedEntity> named = find_name(text.substr(at + 1, stop - at - 1));
    if (!named || !named->without_semicolon) continue;
    const bool goes_on =
        stop < end && (text[stop] == '=' || is_alpha(text[stop]) || is_digit(text[stop]));
    if (place == EntityPlace::Attribute && goes_on) return {};
    return {stop - at, std::string(named->text)};
  }
  return {};
}

}  // namespace personfirst
