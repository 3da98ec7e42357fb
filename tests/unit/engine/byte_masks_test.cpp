// The masks of many bytes at once are those of each byte.
#include "linter/engine/byte_masks.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>

namespace personfirst {
namespace {

TEST(ByteMasks, AreTheSameInLanesAndPlainly) {
  std::array<char, 4 * 256 + kMaskBytes> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 77 % 256);
  for (std::size_t at = 0; at + kMaskBytes <= bytes.size(); ++at)
    EXPECT_EQ(masks_of(&bytes[at]), plain_masks_of(&bytes[at])) << at;
}

TEST(ByteMasks, TellWordsHighBytesAndMarksApart) {
  std::array<char, kMaskBytes> bytes{};
  bytes[0] = 'a';
  bytes[1] = 'Z';
  bytes[2] = '5';
  bytes[3] = '\xC3';
  bytes[4] = '*';
  bytes[5] = ' ';
  bytes[6] = '.';
  bytes[63] = '<';
  const ByteMasks masks = masks_of(bytes.data());
  EXPECT_EQ(masks.word, 0b111U);
  EXPECT_EQ(masks.high, 0b1000U);
  EXPECT_EQ(masks.mark, 0b10000U | std::uint64_t{1} << 63U);
}

}  // namespace
}  // namespace personfirst
