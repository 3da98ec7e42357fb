// A zip file in memory, for minizip: what it reads is a view, what it writes is a string.
//
// Must neither move nor go while minizip has a file open over it. For one thread.
#pragma once

#include <minizip/ioapi.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace personfirst {

struct ZipMemory {
  std::string_view bytes;          // read
  std::string* written = nullptr;  // when given, this is written and nothing is read
  std::size_t at = 0;
  bool is_cut = false;  // the last read came to the end too early

  [[nodiscard]] std::size_t size() const { return written ? written->size() : bytes.size(); }
};

// For unzOpen2_64() and zipOpen2_64(), whose path then means nothing. A place beyond the end cannot
// be sought.
[[nodiscard]] zlib_filefunc64_def functions_over(ZipMemory& memory);

}  // namespace personfirst
