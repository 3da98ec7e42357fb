// Instead of ICU's uprops.cpp, which answers for all properties that Unicode has: those that the
// engine asks for. A shorter table of them will do (characters.mjs), and the data of directions, of
// scripts and of the canonical forms stays out. What nobody asked for so far traps.
#include <cstdint>
#include <iterator>

#include "character_bytes.h"
#include "character_data.h"
#include "emojiprops.h"
#include "unicode/uchar.h"

namespace {

// One byte for each code point of the planes where most text is; beyond, the few runs there are.
constexpr UChar32 kTabled = 0x20000;
struct Run {
  UChar32 end;
  unsigned char flags;
};

struct Characters {
  unsigned char flags[kTabled];
  Run beyond[128];

  Characters() {
    ByteNumbers lengths(kRunLengths);
    Run* out = beyond;
    UChar32 c = 0;
    for (const unsigned char flag : kRunFlags) {
      const UChar32 end = c + static_cast<UChar32>(lengths.next());
      for (; c < end && c < kTabled; ++c) flags[c] = flag;
      if (end > kTabled) {
        if (out == std::end(beyond)) __builtin_trap();
        *out++ = {end, flag};
      }
      c = end;
    }
  }
};

unsigned char flags_of(UChar32 c) {
  static const Characters characters;
  if (c < 0 || c > 0x10FFFF) return 0;
  if (c < kTabled) return characters.flags[c];
  const Run* run = characters.beyond;
  while (c >= run->end) ++run;
  return run->flags;
}

}  // namespace

U_CAPI UBool U_EXPORT2 u_isUAlphabetic(UChar32 c) { return (flags_of(c) & kAlphabetic) != 0; }

U_CAPI UBool U_EXPORT2 u_isUWhiteSpace(UChar32 c) { return (flags_of(c) & kWhiteSpace) != 0; }

U_CAPI UBool U_EXPORT2 u_hasBinaryProperty(UChar32 c, UProperty which) {
  switch (which) {
    case UCHAR_EMOJI:
    case UCHAR_EMOJI_MODIFIER:
    case UCHAR_EMOJI_MODIFIER_BASE:
    case UCHAR_EMOJI_PRESENTATION:
    case UCHAR_EXTENDED_PICTOGRAPHIC:
      return icu::EmojiProps::hasBinaryProperty(c, which);
    case UCHAR_REGIONAL_INDICATOR:
      return c >= 0x1F1E6 && c <= 0x1F1FF;
    default:
      __builtin_trap();
  }
}

// The widths that take two columns are one here, as are all that take one; of the kinds of
// characters for breaking words, those that belong to the word before are told apart.
U_CAPI int32_t U_EXPORT2 u_getIntPropertyValue(UChar32 c, UProperty which) {
  switch (which) {
    case UCHAR_EAST_ASIAN_WIDTH:
      return (flags_of(c) & kWide) != 0 ? U_EA_WIDE : U_EA_NEUTRAL;
    case UCHAR_WORD_BREAK:
      return (flags_of(c) & kFormat) != 0 ? U_WB_FORMAT : U_WB_OTHER;
    default:
      __builtin_trap();
  }
}
