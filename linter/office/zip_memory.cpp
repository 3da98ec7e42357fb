#include "linter/office/zip_memory.h"

#include <algorithm>
#include <cstring>

namespace personfirst {
namespace {

ZipMemory& memory_of(voidpf stream) { return *static_cast<ZipMemory*>(stream); }

voidpf open_memory(voidpf opaque, const void*, int) { return opaque; }
int close_memory(voidpf, voidpf) { return 0; }
// Otherwise minizip would take the end of a file for zeros.
int error_of_memory(voidpf, voidpf stream) { return memory_of(stream).is_cut ? 1 : 0; }

uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
  ZipMemory& memory = memory_of(stream);
  const std::size_t n = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
  if (n > 0) std::memcpy(to, memory.bytes.data() + memory.at, n);
  memory.at += n;
  memory.is_cut = n < size;
  return n;
}

uLong write_memory(voidpf, voidpf stream, const void* from, uLong size) {
  ZipMemory& memory = memory_of(stream);
  if (memory.written == nullptr) return 0;
  const std::size_t over = std::min<std::size_t>(size, memory.written->size() - memory.at);
  memory.written->replace(memory.at, over, static_cast<const char*>(from), size);
  memory.at += size;
  return size;
}

ZPOS64_T tell_memory(voidpf, voidpf stream) { return memory_of(stream).at; }

// Steps back are offsets that wrap round.
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  ZipMemory& memory = memory_of(stream);
  const ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                        : origin == ZLIB_FILEFUNC_SEEK_END ? memory.size()
                                                           : 0;
  const ZPOS64_T target = base + offset;
  if (target > memory.size()) return -1;
  memory.at = static_cast<std::size_t>(target);
  return 0;
}

}  // namespace

zlib_filefunc64_def functions_over(ZipMemory& memory) {
  return {open_memory, read_memory,  write_memory,    tell_memory,
          seek_memory, close_memory, error_of_memory, &memory};
}

}  // namespace personfirst
