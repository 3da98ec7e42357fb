#include "linter/office/zip_writer.h"

#include <minizip/zip.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "linter/office/zip64.h"

namespace personfirst {
namespace {

constexpr uLong kSizeBehind = 1 << 3;
constexpr uLong kUtf8Names = 1 << 11;
constexpr uLong kPlain = 20;     // of version 2.0, and no system's own attributes
constexpr int kMemoryLevel = 8;  // zlib's own choice

// Dates as they stand in the file. 0 is no date, and minizip makes one of the other fields then:
// month -1 of its months, which begin at 0, gives 0 again.
zip_fileinfo dates_of(const unz_file_info64& info) {
  zip_fileinfo out{};
  out.dosDate = info.dosDate;
  out.tmz_date.tm_mon = std::numeric_limits<uInt>::max();
  out.internal_fa = info.internal_fa;
  out.external_fa = info.external_fa;
  return out;
}

}  // namespace

std::optional<ZipItem> zip_item_at(unzFile zip, std::string_view bytes,
                                   const unz64_file_pos& place) {
  ZipItem item;
  if (unzGoToFilePos64(zip, &place) != UNZ_OK ||
      unzGetCurrentFileInfo64(zip, &item.info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    return std::nullopt;
  // minizip ends texts with a zero.
  item.name.resize(item.info.size_filename + 1);
  item.extra.resize(item.info.size_file_extra + 1);
  item.comment.resize(item.info.size_file_comment + 1);
  if (unzGetCurrentFileInfo64(zip, nullptr, item.name.data(), item.name.size(), item.extra.data(),
                              item.extra.size(), item.comment.data(),
                              item.comment.size()) != UNZ_OK)
    return std::nullopt;
  item.name.pop_back();
  item.extra.pop_back();
  item.comment.pop_back();

  if (unzOpenCurrentFile2(zip, nullptr, nullptr, 1) != UNZ_OK) return std::nullopt;
  // The local extra fields stand before the data. (minizip would look for them elsewhere in a file
  // that has something before its first entry.)
  const std::size_t begin = unzGetCurrentFileZStreamPos64(zip);
  const auto local = static_cast<std::size_t>(unzGetLocalExtrafield(zip, nullptr, 0));
  unzCloseCurrentFile(zip);
  if (begin > bytes.size() || local > begin || item.info.compressed_size > bytes.size() - begin)
    return std::nullopt;
  item.local_extra = bytes.substr(begin - local, local);
  item.packed = bytes.substr(begin, item.info.compressed_size);
  return item;
}

ZipWriter::ZipWriter() : memory_{{}, &bytes_} {
  zlib_filefunc64_def functions = functions_over(memory_);
  zip_ = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  failed_ = zip_ == nullptr;
}

ZipWriter::~ZipWriter() {
  if (zip_ != nullptr) zipClose(zip_, nullptr);
}

void ZipWriter::write(const ZipItem& item, int method, bool is_packed, std::string_view bytes) {
  const std::string extra = without_zip64_fields(item.extra);
  const std::string local = without_zip64_fields(item.local_extra);
  const zip_fileinfo dates = dates_of(item.info);
  constexpr auto kLargest = std::numeric_limits<std::uint32_t>::max();
  if (bytes.size() >= kLargest || item.info.uncompressed_size >= kLargest) failed_ = true;
  if (failed_) return;
  failed_ = zipOpenNewFileInZip4_64(
                zip_, item.name.c_str(), &dates, local.data(), static_cast<uInt>(local.size()),
                extra.data(), static_cast<uInt>(extra.size()), item.comment.c_str(), method,
                Z_DEFAULT_COMPRESSION, is_packed, -MAX_WBITS, kMemoryLevel, Z_DEFAULT_STRATEGY,
                nullptr, 0, item.info.version, item.info.flag, 0) != ZIP_OK;
  if (failed_) return;
  const auto size = static_cast<unsigned>(bytes.size());
  const bool is_written = size == 0 || zipWriteInFileInZip(zip_, bytes.data(), size) == ZIP_OK;
  const int closed = is_packed
                         ? zipCloseFileInZipRaw64(zip_, item.info.uncompressed_size, item.info.crc)
                         : zipCloseFileInZip(zip_);
  failed_ = !is_written || closed != ZIP_OK;
}

void ZipWriter::copy(const ZipItem& item) {
  ZipItem copied = item;
  copied.info.flag &= ~kSizeBehind;
  write(copied, static_cast<int>(item.info.compression_method), true, item.packed);
}

void ZipWriter::replace(const ZipItem& item, std::string_view bytes) {
  ZipItem replaced = item;
  replaced.info.flag &= kUtf8Names;
  replaced.info.uncompressed_size = bytes.size();
  write(replaced, item.info.compression_method == 0 ? 0 : Z_DEFLATED, false, bytes);
}

void ZipWriter::add(const std::string& name, std::string_view bytes, uLong dos_date) {
  ZipItem item;
  item.name = name;
  item.info.version = kPlain;
  item.info.dosDate = dos_date;
  const bool is_ascii = std::ranges::all_of(name, [](char c) { return (c & 0x80) == 0; });
  if (!is_ascii) item.info.flag = kUtf8Names;
  write(item, Z_DEFLATED, false, bytes);
}

std::optional<std::string> ZipWriter::finish(const std::string& comment) {
  const int closed = zip_ == nullptr ? ZIP_ERRNO : zipClose(zip_, comment.c_str());
  zip_ = nullptr;
  if (failed_ || closed != ZIP_OK) return std::nullopt;
  return std::move(bytes_);
}

}  // namespace personfirst
