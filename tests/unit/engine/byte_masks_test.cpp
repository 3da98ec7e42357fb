// The masks of many bytes at once are those of each byte.
#include "linter/engine/byte_masks.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace personfirst {
namespace {

constexpr std::array kFormats = {Format::PlainText, Format::Markdown, Format::Html};

ByteMasks masks_of(MaskBytes mask_bytes, Format format, const char* at) {
  ByteMasks masks;
  mask_bytes(byte_classes(format), at, {&masks, 1});
  return masks;
}

TEST(ByteMasks, AreTheSameInEachForm) {
  std::array<char, 4 * 256 + kMaskBytes> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 77 % 256);
  for (const Format format : kFormats) {
    for (std::size_t at = 0; at + 2 * kMaskBytes <= bytes.size(); ++at) {
      std::array<ByteMasks, 2> plain;
      mask_bytes_plainly(byte_classes(format), &bytes[at], plain);
      for (const MaskBytes mask_bytes : all_mask_bytes()) {
        std::array<ByteMasks, 2> masks;
        mask_bytes(byte_classes(format), &bytes[at], masks);
        ASSERT_EQ(masks, plain) << to_string(format) << " " << at;
      }
    }
  }
}

TEST(ByteMasks, AreMadeInTheFastestFormThatThisMachineHas) {
  EXPECT_EQ(fastest_mask_bytes(), all_mask_bytes().front());
  EXPECT_EQ(all_mask_bytes().back(), mask_bytes_plainly);
}

TEST(ByteMasks, TellEachByteForWhatItIs) {
  constexpr std::string_view kDigitsAndLetters =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  for (const Format format : kFormats) {
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::array<char, kMaskBytes> bytes{};
      const auto c = static_cast<char>(byte);
      bytes[63] = c;
      const ByteMasks masks = masks_of(mask_bytes_plainly, format, bytes.data());
      const std::uint64_t bit = std::uint64_t{1} << 63U;
      const auto holds = [&](std::string_view all) {
        return all.find(c) != std::string_view::npos ? bit : 0;
      };
      EXPECT_EQ(masks.word, holds(kDigitsAndLetters)) << byte;
      EXPECT_EQ(masks.high, byte >= 0x80 ? bit : 0) << byte;
      EXPECT_EQ(masks.space, holds(" \t\r\n")) << byte;
      EXPECT_EQ(masks.hyphen, holds("-")) << byte;
      const bool is_markdown = format == Format::Markdown;
      const bool is_text = format == Format::PlainText;
      EXPECT_EQ(masks.opening, holds(is_markdown ? "<[{;\\|" : "<{;|")) << byte;
      EXPECT_EQ(masks.between, holds(is_markdown ? "!*;_~+:^\x7F" : is_text ? "" : ";")) << byte;
      EXPECT_EQ(masks.closing, holds(is_markdown ? ")]" : "")) << byte;
      EXPECT_EQ(masks.escape, holds(is_markdown ? "&\\," : is_text ? "" : "&")) << byte;
    }
  }
}

}  // namespace
}  // namespace personfirst
