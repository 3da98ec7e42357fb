#include "linter/markup/western.h"

#include <array>

#include "linter/text/utf8.h"

namespace personfirst {

std::string utf8_of_western(unsigned char byte) {
  constexpr unsigned char kFirst = 0x80, kLast = 0x9F;
  constexpr std::array<char32_t, 32> kTable = {
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  const bool is_special = byte >= kFirst && byte <= kLast;
  std::string utf8;
  append_utf8(is_special ? kTable[byte - kFirst] : char32_t{byte}, utf8);
  return utf8;
}

}  // namespace personfirst
