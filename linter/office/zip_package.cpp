#include "linter/office/zip_package.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>
#include <utility>

namespace personfirst {
namespace {

tl::unexpected<Error> failed(std::string what) {
  return tl::unexpected(Error{"", std::move(what)});
}

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, Discard>;
using ZipSource = std::unique_ptr<zip_source_t, FreeSource>;
using ZipFile = std::unique_ptr<zip_file_t, CloseFile>;

// A source that owns a copy of the bytes. libzip 1.7 frees bytes that are not its own when a
// changed archive keeps its first entries.
zip_source_t* source_of_copy(std::string_view bytes, zip_error_t* error) {
  void* copy = std::malloc(bytes.size());
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, bytes.data(), bytes.size());
  zip_source_t* source = zip_source_buffer_create(copy, bytes.size(), 1, error);
  if (source == nullptr) std::free(copy);
  return source;
}

// An archive over bytes in memory. When `kept` is given, the archive may be changed, and it holds
// the source beyond the archive.
Zip open_archive(std::string_view bytes, int flags, ZipSource* kept) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = kept != nullptr
                             ? source_of_copy(bytes, &error)
                             : zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Zip zip;
  if (source != nullptr) {
    if (kept != nullptr) zip_source_keep(source);
    zip.reset(zip_open_from_source(source, flags, &error));
    if (!zip) zip_source_free(source);
    if (kept != nullptr) kept->reset(source);
  }
  zip_error_fini(&error);
  return zip;
}

// A name that could lead out of a folder, if anyone ever unpacked it.
bool leads_outside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

struct Entry {
  zip_uint64_t index = 0;
  zip_stat_t stat{};
};
using Entries = std::map<std::string, Entry, std::less<>>;

Result<Entries> list_entries(zip_t* zip, const PackageLimits& limits) {
  const zip_int64_t count = zip_get_num_entries(zip, 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits.entries)
    return failed("not read: the package has too many parts");
  Entries entries;
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
    Entry entry;
    entry.index = index;
    if (zip_stat_index(zip, index, 0, &entry.stat) != 0 || (entry.stat.valid & ZIP_STAT_NAME) == 0)
      return failed("damaged: the list of its parts cannot be read");
    const std::string name = entry.stat.name;
    if (leads_outside(name)) return failed("not read: the package names a part outside of itself");
    if (!entries.emplace(name, entry).second)
      return failed("not read: the package has two parts of one name");
  }
  return entries;
}

bool is_encrypted(const zip_stat_t& stat) {
  return (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
}

bool is_usual_compression(const zip_stat_t& stat) {
  return (stat.valid & ZIP_STAT_COMP_METHOD) == 0 || stat.comp_method == ZIP_CM_STORE ||
         stat.comp_method == ZIP_CM_DEFLATE;
}

}  // namespace

struct ZipPackage::State {
  std::string_view bytes;
  PackageLimits limits;
  Zip zip;
  Entries entries;
  std::uint64_t inflated = 0;  // so far
};

ZipPackage::ZipPackage(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipPackage::ZipPackage(ZipPackage&&) noexcept = default;
ZipPackage& ZipPackage::operator=(ZipPackage&&) noexcept = default;
ZipPackage::~ZipPackage() = default;

Result<ZipPackage> ZipPackage::open(std::string_view bytes, const PackageLimits& limits) {
  auto state = std::make_unique<State>();
  state->bytes = bytes;
  state->limits = limits;
  state->zip = open_archive(bytes, ZIP_RDONLY, nullptr);
  if (!state->zip) return failed("damaged or cut short: its list of parts is missing");
  Result<Entries> entries = list_entries(state->zip.get(), limits);
  if (!entries) return tl::unexpected(entries.error());
  state->entries = *std::move(entries);
  return ZipPackage(std::move(state));
}

bool ZipPackage::has(std::string_view name) const {
  return state_->entries.find(name) != state_->entries.end();
}

std::vector<std::string> ZipPackage::names() const {
  std::vector<std::pair<zip_uint64_t, std::string>> ordered;
  for (const auto& [name, entry] : state_->entries) ordered.emplace_back(entry.index, name);
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> names;
  for (auto& [index, name] : ordered) names.push_back(std::move(name));
  return names;
}

Result<std::string> ZipPackage::read(std::string_view name) {
  const auto found = state_->entries.find(name);
  if (found == state_->entries.end())
    return failed("damaged: the part " + std::string(name) + " is missing");
  const zip_stat_t& stat = found->second.stat;
  if (is_encrypted(stat)) return failed("encrypted: please remove its password, and check again");
  if (!is_usual_compression(stat))
    return failed("not read: its parts are packed in an unusual way");
  const ZipFile file(zip_fopen_index(state_->zip.get(), found->second.index, 0));
  if (!file) return failed("damaged: the part " + std::string(name) + " cannot be read");

  const PackageLimits& limits = state_->limits;
  std::string bytes;
  std::array<char, 65536> buffer;
  while (true) {
    const zip_int64_t n = zip_fread(file.get(), buffer.data(), buffer.size());
    if (n < 0) return failed("damaged: the part " + std::string(name) + " cannot be read");
    if (n == 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(n));
    state_->inflated += static_cast<std::uint64_t>(n);
    const bool swells = bytes.size() > limits.free_bytes &&
                        bytes.size() / limits.ratio > std::max<std::uint64_t>(stat.comp_size, 1);
    if (swells || state_->inflated > limits.total_bytes)
      return failed("not read: unpacked, it is far larger than a document should be");
  }
  return bytes;
}

Result<std::string> ZipPackage::with(std::span<const PackagePart> parts) const {
  ZipSource target;
  Zip zip = open_archive(state_->bytes, 0, &target);
  const auto cannot = [] { return failed("not rewritten: the package could not be put together"); };
  if (!zip || state_->entries.empty()) return cannot();
  for (const PackagePart& part : parts) {
    zip_source_t* source = zip_source_buffer(zip.get(), part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) return cannot();
    const auto found = state_->entries.find(part.name);
    const bool is_new = found == state_->entries.end();
    const zip_int64_t index =
        is_new ? zip_file_add(zip.get(), part.name.c_str(), source, ZIP_FL_ENC_UTF_8)
        : zip_file_replace(zip.get(), found->second.index, source, 0) == 0
            ? static_cast<zip_int64_t>(found->second.index)
            : -1;
    if (index < 0) {
      zip_source_free(source);
      return cannot();
    }
    // A new part is as old as the package's first: no clock is asked.
    const zip_stat_t& like = is_new ? state_->entries.begin()->second.stat : found->second.stat;
    const auto at = static_cast<zip_uint64_t>(index);
    if ((like.valid & ZIP_STAT_MTIME) != 0 && zip_file_set_mtime(zip.get(), at, like.mtime, 0) != 0)
      return cannot();
    const bool stored = !is_new && like.comp_method == ZIP_CM_STORE;
    if (zip_set_file_compression(zip.get(), at, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) != 0)
      return cannot();
  }
  if (zip_close(zip.get()) != 0) return cannot();
  static_cast<void>(zip.release());  // zip_close() freed it

  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(target.get(), &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open(target.get()) != 0)
    return cannot();
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  const zip_int64_t n = zip_source_read(target.get(), bytes.data(), bytes.size());
  zip_source_close(target.get());
  if (n < 0 || static_cast<std::uint64_t>(n) != stat.size) return cannot();
  return bytes;
}

}  // namespace personfirst
