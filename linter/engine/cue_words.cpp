#include "linter/engine/cue_words.h"

#include <array>
#include <cstddef>

namespace personfirst {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool CueWords::may_stand_in(std::string_view prose) const {
  std::array<char, 32> word{};
  std::size_t size = 0;
  for (std::size_t i = 0; i <= prose.size(); ++i) {
    const char c = i < prose.size() ? prose[i] : ' ';
    if (static_cast<unsigned char>(c) >= 0x80) return true;  // folding may make anything of it
    if (is_word_byte(c)) {
      if (size == word.size()) return true;
      word[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    if (size > 0 && shapes_.test(anchor_shape({word.data(), size}))) return true;
    size = 0;
  }
  return false;
}

}  // namespace personfirst
