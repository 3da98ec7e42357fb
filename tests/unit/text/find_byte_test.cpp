#include "linter/text/find_byte.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace personfirst {
namespace {

constexpr auto kIsOne = [](BytesAtOnce byte, BytesAtOnce next) {
  return is_within(byte, 'x', 2) | (byte >= 0x80) | ((byte == ' ') & (next == ' '));
};

std::size_t find(std::string_view text, std::size_t at) { return find_byte(text, at, kIsOne); }

TEST(FindByte, FindsTheFirstWhereverItStands) {
  for (const std::string_view one : {"x", "y", "\x80", "\xFF", "  "}) {
    for (std::size_t size = 0; size < 80; ++size) {
      for (std::size_t begin = 0; begin <= size; begin += 7) {
        const std::string text = std::string(size, 'a') + std::string(one) + "  xy";
        ASSERT_EQ(find(text, begin), size) << one;
        ASSERT_EQ(find(std::string_view(text).substr(0, size), begin), size);
      }
    }
  }
}

TEST(FindByte, SeesNothingBehindTheText) {
  EXPECT_EQ(find(std::string_view("a  ").substr(0, 2), 0), 2U);
  EXPECT_EQ(find("a ", 0), 2U);
  EXPECT_EQ(find("", 0), 0U);
  EXPECT_EQ(find("x", 1), 1U);
  EXPECT_EQ(find(" x w z", 2), 6U);
}

}  // namespace
}  // namespace personfirst
