// How wide a terminal draws a text. Unicode leaves this open; this follows what current terminals
// agree on.
#include <unicode/uchar.h>

#include "linter/text/words.h"

namespace personfirst {
namespace {

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kSoftHyphen = 0xAD;  // terminals draw it

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool takes_no_room(char32_t c) {
  constexpr std::uint32_t kNoRoom =
      U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & kNoRoom) != 0) return c != kSoftHyphen;
  return c >= 0x1160 && c <= 0x11FF;  // Hangul vowels and finals join the initial before them
}

bool is_wide(char32_t c) {
  if (has(c, UCHAR_REGIONAL_INDICATOR)) return false;  // two of them make a flag of two columns
  const std::int32_t width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH || has(c, UCHAR_EMOJI_PRESENTATION);
}

}  // namespace

std::uint32_t display_width(std::string_view text) {
  std::uint32_t columns = 0;
  std::uint32_t last_width =
      0;  // of the character that a selector, joiner or modifier would change
  char32_t last = 0;
  char32_t previous = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t offset = 0, length = 0; offset < size; offset += length) {
    const char32_t c = decode_at(text, offset, &length);
    if (c >= 0x20 && c < 0x7F) {
      ++columns;
      last = c;
      last_width = 1;
    } else if (c == kEmojiSelector && last_width == 1 && last > 0x7F && has(last, UCHAR_EMOJI)) {
      ++columns;
      last_width = 2;
    } else if (!takes_no_room(c)) {
      const bool joins = (previous == kJoiner && has(c, UCHAR_EXTENDED_PICTOGRAPHIC)) ||
                         (has(c, UCHAR_EMOJI_MODIFIER) && has(last, UCHAR_EMOJI_MODIFIER_BASE));
      last_width = joins ? 0 : is_wide(c) ? 2 : 1;
      columns += last_width;
      last = c;
    }
    previous = c;
  }
  return columns;
}

}  // namespace personfirst
