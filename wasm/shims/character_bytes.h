// Reads the numbers that characters.mjs writes: seven bits a byte, the lowest first; the eighth
// says that more follow.
#pragma once

#include <cstdint>

class ByteNumbers {
 public:
  explicit ByteNumbers(const unsigned char* bytes) : next_(bytes) {}

  std::uint32_t next() {
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned char byte = *next_++;
      number |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return number;
    }
  }

 private:
  const unsigned char* next_;
};
