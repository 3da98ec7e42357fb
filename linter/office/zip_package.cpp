#include "linter/office/zip_package.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "linter/office/zip64.h"
#include "linter/office/zip_memory.h"
#include "linter/office/zip_writer.h"

namespace personfirst {
namespace {

constexpr std::string_view kEncrypted = "encrypted: please remove its password, and check again";

tl::unexpected<Error> failed(std::string what) {
  return tl::unexpected(Error{"", std::move(what)});
}

enum class Inflated { Whole, Damaged, TooFar };

struct CloseZip {
  void operator()(void* zip) const { unzClose(zip); }
};
using Zip = std::unique_ptr<void, CloseZip>;

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
  unz64_file_pos place{};
  unz_file_info64 info{};
};
using Entries = std::map<std::string, Entry, std::less<>>;

bool is_encrypted(const Entry& entry) { return (entry.info.flag & 1) != 0; }

bool is_usual_compression(const Entry& entry) {
  return entry.info.compression_method == 0 || entry.info.compression_method == Z_DEFLATED;
}

Result<Entries> list_entries(unzFile zip, const PackageLimits& limits) {
  unz_global_info64 all{};
  if (unzGetGlobalInfo64(zip, &all) != UNZ_OK || all.number_entry > limits.entries)
    return failed("not read: the package has too many parts");
  Entries entries;
  std::string buffer(1 << 16, '\0');
  for (std::uint64_t index = 0; index < all.number_entry; ++index) {
    Entry entry;
    if ((index == 0 ? unzGoToFirstFile(zip) : unzGoToNextFile(zip)) != UNZ_OK ||
        unzGetFilePos64(zip, &entry.place) != UNZ_OK ||
        unzGetCurrentFileInfo64(zip, &entry.info, buffer.data(), buffer.size(), nullptr, 0, nullptr,
                                0) != UNZ_OK)
      return failed("damaged: the list of its parts cannot be read");
    const std::string name = buffer.substr(0, entry.info.size_filename);
    if (name.find('\0') != std::string::npos)
      return failed("damaged: the list of its parts cannot be read");
    if (leads_outside(name)) return failed("not read: the package names a part outside of itself");
    if (!entries.emplace(name, entry).second)
      return failed("not read: the package has two parts of one name");
  }
  return entries;
}

std::vector<std::pair<const std::string*, const Entry*>> in_order(const Entries& entries) {
  std::vector<std::pair<const std::string*, const Entry*>> ordered;
  for (const auto& [name, entry] : entries) ordered.emplace_back(&name, &entry);
  std::ranges::sort(ordered, {}, [](const auto& one) { return one.second->place.num_of_file; });
  return ordered;
}

std::string comment_of(unzFile zip) {
  unz_global_info64 all{};
  if (unzGetGlobalInfo64(zip, &all) != UNZ_OK) return {};
  std::string comment(all.size_comment + 1, '\0');
  const int size = unzGetGlobalComment(zip, comment.data(), comment.size());
  comment.resize(static_cast<std::size_t>(std::max(size, 0)));
  return comment;
}

}  // namespace

struct ZipPackage::State {
  std::string_view bytes;
  std::string without_zip64;  // when there is such a thing, `bytes` are these
  PackageLimits limits;
  ZipMemory memory;
  Zip zip;
  Entries entries;
  std::uint64_t inflated = 0;  // so far

  // The part that is open. What is whole has still to be compared with its checksum.
  Inflated inflate(const Entry& entry, std::string& out);
};

ZipPackage::ZipPackage(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipPackage::ZipPackage(ZipPackage&&) noexcept = default;
ZipPackage& ZipPackage::operator=(ZipPackage&&) noexcept = default;
ZipPackage::~ZipPackage() = default;

Result<ZipPackage> ZipPackage::open(std::string_view bytes, const PackageLimits& limits) {
  auto state = std::make_unique<State>();
  state->bytes = bytes;
  state->limits = limits;
  if (std::optional<std::string> changed = without_zip64_sizes(bytes))
    state->bytes = state->without_zip64 = *std::move(changed);
  state->memory.bytes = state->bytes;
  zlib_filefunc64_def functions = functions_over(state->memory);
  state->zip.reset(unzOpen2_64("", &functions));
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
  std::vector<std::string> names;
  for (const auto& [name, entry] : in_order(state_->entries)) names.push_back(*name);
  return names;
}

Inflated ZipPackage::State::inflate(const Entry& entry, std::string& out) {
  const std::uint64_t packed = std::max<std::uint64_t>(entry.info.compressed_size, 1);
  std::array<char, 65536> buffer;
  while (true) {
    const int n = unzReadCurrentFile(zip.get(), buffer.data(), buffer.size());
    if (n < 0) return Inflated::Damaged;
    if (n == 0) return Inflated::Whole;
    out.append(buffer.data(), static_cast<std::size_t>(n));
    inflated += static_cast<std::uint64_t>(n);
    const bool swells = out.size() > limits.free_bytes && out.size() / limits.ratio > packed;
    if (swells || inflated > limits.total_bytes) return Inflated::TooFar;
  }
}

Result<std::string> ZipPackage::read(std::string_view name) {
  const auto found = state_->entries.find(name);
  if (found == state_->entries.end())
    return failed("damaged: the part " + std::string(name) + " is missing");
  const Entry& entry = found->second;
  if (is_encrypted(entry)) return failed(std::string(kEncrypted));
  if (!is_usual_compression(entry))
    return failed("not read: its parts are packed in an unusual way");
  const auto cannot = [&] {
    return failed("damaged: the part " + std::string(name) + " cannot be read");
  };
  unzFile zip = state_->zip.get();
  if (unzGoToFilePos64(zip, &entry.place) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK)
    return cannot();
  std::string bytes;
  const Inflated inflated = state_->inflate(entry, bytes);
  // Closing compares the checksum, when as many bytes came as should.
  const bool is_whole =
      unzCloseCurrentFile(zip) == UNZ_OK && bytes.size() == entry.info.uncompressed_size;
  if (inflated == Inflated::TooFar)
    return failed("not read: unpacked, it is far larger than a document should be");
  if (inflated == Inflated::Damaged || !is_whole) return cannot();
  return bytes;
}

Result<std::string> ZipPackage::with(std::span<const PackagePart> parts) const {
  const auto cannot = [] { return failed("not rewritten: the package could not be put together"); };
  const auto ordered = in_order(state_->entries);
  // Entries that lie in each other could make a file that is far larger.
  std::uint64_t packed = 0;
  for (const auto& [name, entry] : ordered) {
    if (is_encrypted(*entry)) return failed(std::string(kEncrypted));
    if (entry->info.compressed_size > state_->bytes.size() - packed) return cannot();
    packed += entry->info.compressed_size;
  }
  if (ordered.empty()) return cannot();

  ZipWriter writer;
  for (const auto& [name, entry] : ordered) {
    const std::optional<ZipItem> item = zip_item_at(state_->zip.get(), state_->bytes, entry->place);
    if (!item) return cannot();
    const auto part = std::ranges::find(parts, *name, &PackagePart::name);
    part == parts.end() ? writer.copy(*item) : writer.replace(*item, part->bytes);
  }
  // A new part is as old as the package's first: no clock is asked.
  for (const PackagePart& part : parts) {
    if (!has(part.name)) writer.add(part.name, part.bytes, ordered.front().second->info.dosDate);
  }
  std::optional<std::string> bytes = writer.finish(comment_of(state_->zip.get()));
  if (!bytes) return cannot();
  return *std::move(bytes);
}

}  // namespace personfirst
