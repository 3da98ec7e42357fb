// Puts a zip file together in memory: entries of another as they are, and new bytes. By minizip.
//
// For one thread. The first failure is kept: all that follows does nothing.
#pragma once

#include <minizip/unzip.h>

#include <optional>
#include <string>
#include <string_view>

#include "linter/office/zip_memory.h"

namespace personfirst {

// An entry as it stands in a file; `packed` points into that file's bytes.
struct ZipItem {
  std::string name;
  unz_file_info64 info{};
  std::string extra, local_extra, comment;
  std::string_view packed;
};

// `bytes` are those that `zip` is open over. None when its headers are damaged or lead beyond them.
[[nodiscard]] std::optional<ZipItem> zip_item_at(unzFile zip, std::string_view bytes,
                                                 const unz64_file_pos& place);

class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  // As packed as it is. A size that stood behind the bytes moves before them.
  void copy(const ZipItem& item);
  // New bytes in the place of the item's, deflated unless they were stored.
  void replace(const ZipItem& item, std::string_view bytes);
  // Deflated; the date is as it stands in zip files.
  void add(const std::string& name, std::string_view bytes, uLong dos_date);

  // The file; none when something has failed. Nothing may follow.
  [[nodiscard]] std::optional<std::string> finish(const std::string& comment);

 private:
  // What all three have in common: writes the item with these bytes.
  void write(const ZipItem& item, int method, bool is_packed, std::string_view bytes);

  std::string bytes_;
  ZipMemory memory_;
  void* zip_;
  bool failed_ = false;
};

}  // namespace personfirst
