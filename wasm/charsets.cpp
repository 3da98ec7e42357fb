#include "wasm/charsets.h"

#include <unicode/udata.h>

#include <cstdlib>
#include <cstring>

namespace personfirst::wasm {

Result<void> add_charsets(std::string_view bytes) {
  constexpr std::size_t kAlignment = 16;  // as ICU reads its data in place
  const std::size_t size = (bytes.size() + kAlignment - 1) / kAlignment * kAlignment;
  void* const data =
      std::aligned_alloc(kAlignment, size + kAlignment);  // for as long as the instance
  if (data == nullptr) return tl::unexpected(Error{"charsets", "there is no memory for them"});
  std::memcpy(data, bytes.data(), bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  udata_setCommonData(data, &status);
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
    return tl::unexpected(Error{"charsets", "must be the file charsets.dat of this version"});
  return {};
}

}  // namespace personfirst::wasm
