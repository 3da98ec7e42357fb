#include "linter/office/zip64.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace personfirst {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kZip64Field = 1;
constexpr std::uint64_t kNobodysField =
    0xFFFF;  // what such a field becomes when it was made use of
constexpr std::uint64_t kElsewhere = 0xFFFFFFFF;

// Little-endian; 0 beyond the end.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint64_t number = 0;
  for (std::size_t i = size; i-- > 0;)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

void put_number(std::string& bytes, std::size_t at, std::size_t size, std::uint64_t number) {
  for (std::size_t i = 0; i < size; ++i, number >>= 8)
    bytes[at + i] = static_cast<char>(static_cast<unsigned char>(number & 0xFF));
}

bool stands_at(std::string_view bytes, std::size_t at, std::string_view words) {
  return at <= bytes.size() && bytes.substr(at).starts_with(words);
}

struct Stretch {
  std::size_t begin = 0, end = 0;
};

// The list of parts. Both records of its end stand behind it; the one with 64-bit sizes counts.
Stretch find_list(std::string_view package) {
  std::size_t end = package.rfind("PK\5\6"sv);
  if (end == std::string_view::npos) return {};
  std::uint64_t size = number_at(package, end + 12, 4);
  if (end >= 20 && stands_at(package, end - 20, "PK\6\7"sv)) {
    const std::uint64_t record = number_at(package, end - 20 + 8, 8);
    if (record >= end || !stands_at(package, static_cast<std::size_t>(record), "PK\6\6"sv))
      return {};
    end = static_cast<std::size_t>(record);
    size = number_at(package, end + 40, 8);
  }
  if (size > end) return {};
  return {end - static_cast<std::size_t>(size), end};
}

// The field of 64-bit sizes among extra fields; its first four bytes are not in it.
std::optional<Stretch> find_field(std::string_view package, Stretch extra) {
  for (std::size_t at = extra.begin; at + 4 <= extra.end;) {
    const Stretch field{at + 4, at + 4 + static_cast<std::size_t>(number_at(package, at + 2, 2))};
    if (field.end > extra.end) break;
    if (number_at(package, at, 2) == kZip64Field) return field;
    at = field.end;
  }
  return std::nullopt;
}

// Of the entry at `at`: what its 32 bits say is elsewhere stands in the field, in this order.
void use_field(std::string& package, std::size_t at, Stretch field) {
  std::size_t next = field.begin;
  for (const std::size_t place : {24u, 20u, 42u}) {
    if (number_at(package, at + place, 4) != kElsewhere) continue;
    if (next + 8 > field.end) break;
    put_number(package, at + place, 4, std::min(number_at(package, next, 8), kElsewhere));
    next += 8;
  }
  put_number(package, field.begin - 4, 2, kNobodysField);
}

}  // namespace

std::optional<std::string> without_zip64_sizes(std::string_view package) {
  std::optional<std::string> changed;
  const Stretch list = find_list(package);
  for (std::size_t at = list.begin; at + 46 <= list.end && stands_at(package, at, "PK\1\2"sv);) {
    const std::size_t extra = at + 46 + static_cast<std::size_t>(number_at(package, at + 28, 2));
    const std::size_t comment = extra + static_cast<std::size_t>(number_at(package, at + 30, 2));
    if (comment > list.end) break;
    if (const std::optional<Stretch> field = find_field(package, {extra, comment})) {
      if (!changed) changed = std::string(package);
      use_field(*changed, at, *field);
    }
    at = comment + static_cast<std::size_t>(number_at(package, at + 32, 2));
  }
  return changed;
}

std::string without_zip64_fields(std::string_view extra) {
  std::string kept;
  while (extra.size() >= 4) {
    const std::size_t size = 4 + static_cast<std::size_t>(number_at(extra, 2, 2));
    if (size > extra.size()) break;
    const std::uint64_t id = number_at(extra, 0, 2);
    if (id != kZip64Field && id != kNobodysField) kept += extra.substr(0, size);
    extra.remove_prefix(size);
  }
  return kept += extra;
}

}  // namespace personfirst
