// Zip files as others write them: what is kept when some parts change, and what damage does.
// They are put together by hand here, so that every field can be anything.
#include "linter/office/zip_package.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>
#include <string>
#include <vector>

#include "linter/office/office.h"
#include "linter/office/zip_memory.h"
#include "linter/office/zip_writer.h"
#include "tests/support/packages.h"

namespace personfirst {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string le(std::uint64_t number, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
  return bytes;
}

// A stored entry.
struct RawEntry {
  std::string name = {}, bytes = {};
  std::string extra = {}, local_extra = {}, comment = {};
  std::uint32_t flags = 0, method = 0, date = 0x58644CC4;
  std::uint32_t internal = 0, external = 0;
  std::uint32_t wrong_crc = 0;       // added to the right one
  std::uint32_t missing = 0;         // how many more bytes it promises
  bool size_behind = false;          // behind the bytes, as streams have it
  bool zip64 = false;                // sizes and place in a field of 64 bits
  std::uint32_t lies_elsewhere = 0;  // added to its place
};

std::string field64(std::uint64_t size, std::uint64_t place) {
  return le(1, 2) + le(24, 2) + le(size, 8) + le(size, 8) + le(place, 8);
}

struct RawZip {
  std::string before = {};  // what stands before the first entry
  std::vector<RawEntry> entries = {};
  std::string comment = {};
  std::uint32_t more = 0;  // how many more entries it promises
  bool zip64 = false;      // the record of the end, too
};

std::string name_and_fields(const RawEntry& entry, std::uint32_t size, const std::string& extra) {
  const auto crc = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()), size - entry.missing));
  const bool hidden = extra.starts_with(le(1, 2));
  const std::string sizes = hidden ? le(0xFFFFFFFF, 4) : le(size, 4);
  return le(crc + entry.wrong_crc, 4) + sizes + sizes + le(entry.name.size(), 2) +
         le(extra.size(), 2);
}

std::string make(const RawZip& zip) {
  std::string file = zip.before, list;
  for (const RawEntry& entry : zip.entries) {
    const std::uint64_t place = file.size() - zip.before.size() + entry.lies_elsewhere;
    const auto size = static_cast<std::uint32_t>(entry.bytes.size() + entry.missing);
    const std::string flags = le(entry.flags | (entry.size_behind ? 8 : 0), 2);
    const std::string start = flags + le(entry.method, 2) + le(entry.date, 4);
    const std::string extra = (entry.zip64 ? field64(size, place) : "") + entry.extra;
    std::string sizes = name_and_fields(entry, size, entry.local_extra);
    if (entry.size_behind) sizes.replace(0, 12, 12, '\0');
    file += "PK\3\4" + le(20, 2) + start + sizes + entry.name + entry.local_extra + entry.bytes;
    if (entry.size_behind) file += "PK\7\b" + name_and_fields(entry, size, "").substr(0, 12);
    list += "PK\1\2" + le(0x031E, 2) + le(20, 2) + start + name_and_fields(entry, size, extra) +
            le(entry.comment.size(), 2) + le(0, 2) + le(entry.internal, 2) + le(entry.external, 4) +
            le(entry.zip64 ? 0xFFFFFFFF : place, 4) + entry.name + extra + entry.comment;
  }
  const std::uint64_t begin = file.size() - zip.before.size();
  const std::uint64_t count = zip.entries.size() + zip.more;
  file += list;
  const std::string counts = le(count, 2) + le(count, 2);
  if (zip.zip64) {
    const std::uint64_t record = file.size();
    file += "PK\6\6" + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 8) + le(count, 8) + le(count, 8) +
            le(list.size(), 8) + le(begin, 8) + "PK\6\7" + le(0, 4) + le(record, 8) + le(1, 4);
  }
  return file + "PK\5\6" + le(0, 4) + counts + le(zip.zip64 ? 0xFFFFFFFF : list.size(), 4) +
         le(zip.zip64 ? 0xFFFFFFFF : begin, 4) + le(zip.comment.size(), 2) + zip.comment;
}

// What `read` says of the first entry, or why the package is not opened.
std::string first_of(const std::string& bytes) {
  Result<ZipPackage> package = ZipPackage::open(bytes);
  if (!package) return package.error().what;
  const Result<std::string> read = package->read(package->names().front());
  return read ? *read : read.error().what;
}

std::string with(const std::string& bytes, const std::vector<PackagePart>& parts) {
  const Result<ZipPackage> package = ZipPackage::open(bytes);
  if (!package) return package.error().what;
  const Result<std::string> after = package->with(parts);
  return after ? *after : after.error().what;
}

// All that a file says of each of its entries, readable.
std::vector<std::string> items_of(const std::string& bytes) {
  ZipMemory memory{bytes};
  zlib_filefunc64_def functions = functions_over(memory);
  unzFile zip = unzOpen2_64("", &functions);
  std::vector<std::string> items;
  for (int at = unzGoToFirstFile(zip); at == UNZ_OK; at = unzGoToNextFile(zip)) {
    unz64_file_pos place{};
    unzGetFilePos64(zip, &place);
    const std::optional<ZipItem> item = zip_item_at(zip, bytes, place);
    if (!item) return {"damaged"};
    const unz_file_info64& info = item->info;
    std::string said = item->name + ": " + std::string(item->packed);
    for (const std::uint64_t number :
         {std::uint64_t{info.version}, std::uint64_t{info.flag}, std::uint64_t{info.dosDate},
          std::uint64_t{info.crc}, std::uint64_t{info.compression_method},
          std::uint64_t{info.uncompressed_size}, std::uint64_t{info.internal_fa},
          std::uint64_t{info.external_fa}})
      said += " " + std::to_string(number);
    items.push_back(said + " " + item->extra + " " + item->local_extra + " " + item->comment);
  }
  unzClose(zip);
  return items;
}

// The entry is the same after another changed, in a package like this.
void check_kept(const RawEntry& entry, const RawEntry& expected, RawZip zip = {}) {
  zip.entries = {entry, {.name = "other", .bytes = "old"}};
  const std::string after = with(make(zip), {{"other", "new"}});
  ASSERT_THAT(after, ::testing::StartsWith("PK")) << entry.name;
  EXPECT_EQ(items_of(after).front(), items_of(make({.entries = {expected}})).front());
  EXPECT_EQ(first_of(after), entry.bytes);
}

TEST(ZipPackage, AnEntryIsKeptWithAllThatIsSaidOfIt) {
  const RawEntry plain{.name = "a", .bytes = "one"};
  check_kept(plain, plain);
  RawEntry full{
      .name = "word/é.xml", .bytes = "two", .extra = "UT\1\0x"s, .local_extra = "UT\2\0xy"s};
  full.comment = "a comment", full.flags = 1 << 11 | 2, full.internal = 1,
  full.external = 0x81A40000;
  check_kept(full, full);
  check_kept(full, full, {.comment = "of the file"});
  const RawEntry undated{.name = "a", .bytes = "three", .date = 0};
  check_kept(undated, undated);
  const RawEntry folder{.name = "word/", .external = 16};
  check_kept(folder, folder);
}

TEST(ZipPackage, TheCommentOfTheFileIsKept) {
  const RawZip zip{.entries = {{.name = "a", .bytes = "x"}}, .comment = "ours"};
  EXPECT_THAT(with(make(zip), {{"a", "y"}}), ::testing::EndsWith(le(4, 2) + "ours"));
}

TEST(ZipPackage, ASizeBehindTheBytesMovesBeforeThem) {
  const RawEntry streamed{.name = "a", .bytes = "one", .size_behind = true};
  check_kept(streamed, {.name = "a", .bytes = "one"});
}

TEST(ZipPackage, WhatStandsBeforeTheFirstEntryIsNoPartOfIt) {
  const RawEntry entry{.name = "a", .bytes = "one", .local_extra = "ab\0\0"s};
  check_kept(entry, entry, {.before = "#!/bin/something\n"});
}

TEST(ZipPackage, SizesOf64BitsAreRead) {
  RawEntry entry{.name = "a", .bytes = "one", .extra = "ab\1\0x"s, .comment = "c", .zip64 = true};
  RawEntry plain = entry;
  plain.zip64 = false;
  EXPECT_EQ(first_of(make({.entries = {entry}})), "one");
  EXPECT_EQ(first_of(make({.entries = {entry}, .zip64 = true})), "one");
  check_kept(entry, plain);
  check_kept(entry, plain, {.zip64 = true});
  entry.local_extra = field64(3, 0);
  check_kept(entry, plain);
}

TEST(ZipPackage, APartThatChangesStaysStoredOrDeflated) {
  const std::string stored = make({.entries = {{.name = "mimetype", .bytes = "old"}}});
  EXPECT_THAT(with(stored, {{"mimetype", "new and stored"}}), HasSubstr("new and stored"));
  const std::string many(1000, 'x');
  const std::string deflated = with(testing::zip_of({{"a", "old"}}), {{"a", many}, {"ü", many}});
  EXPECT_LT(deflated.size(), 400u);
  EXPECT_EQ(first_of(deflated), many);
  EXPECT_THAT(ZipPackage::open(deflated)->names(), ElementsAre("a", "ü"));
  EXPECT_EQ(first_of(with(deflated, {{"a", ""}})), "");
}

TEST(ZipPackage, DamageIsNoticed) {
  const auto check = [](const RawEntry& entry, const std::string& expected) {
    EXPECT_THAT(first_of(make({.entries = {entry}})), HasSubstr(expected));
  };
  check({.name = "a", .bytes = "one"}, "one");
  check({.name = "a", .bytes = "one", .wrong_crc = 1}, "the part a cannot be read");
  check({.name = "a", .bytes = "one", .missing = 5}, "the part a cannot be read");
  check({.name = "a", .bytes = "one", .missing = 500'000}, "the part a cannot be read");
  check({.name = "a", .bytes = "no deflate", .method = 8}, "the part a cannot be read");
  check({.name = "a", .bytes = "one", .lies_elsewhere = 1}, "the part a cannot be read");
  check({.name = "a", .bytes = "one", .lies_elsewhere = 1 << 30}, "the part a cannot be read");
  check({.name = "a", .bytes = "one", .method = 14}, "packed in an unusual way");
  check({.name = "a", .bytes = "one", .flags = 1}, "encrypted");
  check({.name = "a\0b"s, .bytes = "one"}, "list of its parts cannot be read");
  check({.name = "", .bytes = "one"}, "outside of itself");
}

TEST(ZipPackage, AWrongCountOfPartsIsNoticed) {
  RawZip zip{.entries = {{.name = "a", .bytes = "one"}}};
  zip.more = 1;
  EXPECT_THAT(first_of(make(zip)), HasSubstr("list of its parts cannot be read"));
  zip.more = 60'000;
  EXPECT_THAT(first_of(make(zip)), HasSubstr("too many parts"));
  zip.zip64 = true;
  zip.more = 0xFFFFFFFF;
  EXPECT_THAT(first_of(make(zip)), HasSubstr("too many parts"));
  zip = {.entries = {{.name = "a", .bytes = "one"}, {.name = "a", .bytes = "two"}}};
  EXPECT_THAT(first_of(make(zip)), HasSubstr("two parts of one name"));
}

TEST(ZipPackage, WhatCannotBeKeptIsNotRewritten) {
  const auto check = [](const RawEntry& entry, const std::string& expected) {
    const std::string bytes = make({.entries = {{.name = "b", .bytes = "b"}, entry}});
    EXPECT_THAT(with(bytes, {{"b", "new"}}), HasSubstr(expected));
  };
  check({.name = "a", .bytes = "one", .flags = 1}, "encrypted");
  check({.name = "a", .bytes = "one", .method = 14}, "could not be put together");
  check({.name = "a", .bytes = "one", .missing = 500'000}, "could not be put together");
  check({.name = "a", .bytes = "one", .lies_elsewhere = 1}, "could not be put together");
}

TEST(ZipPackage, EntriesThatLieInEachOtherAreNotRewritten) {
  RawEntry first{.name = "a", .bytes = std::string(1000, 'x')};
  std::string bytes = make({.entries = {first}});
  const std::size_t list = bytes.find("PK\1\2");
  // The list again and again, of other names.
  std::string entries, entry = bytes.substr(list, bytes.find("PK\5\6") - list);
  for (char name = 'a'; name <= 'z'; ++name) entry[46] = name, entries += entry;
  bytes = bytes.substr(0, list) + entries + "PK\5\6" + le(0, 4) + le(26, 2) + le(26, 2) +
          le(entries.size(), 4) + le(list, 4) + le(0, 2);
  EXPECT_EQ(first_of(bytes), first.bytes);
  EXPECT_THAT(with(bytes, {{"b", "new"}}), HasSubstr("could not be put together"));
}

TEST(ZipPackage, NoOtherByteLeadsAstray) {
  const std::string zip64 =
      make({.entries = {{.name = "a", .bytes = "one", .extra = "UT\1\0x"s, .zip64 = true},
                        {.name = "b", .bytes = "two", .comment = "c", .size_behind = true}},
            .comment = "d",
            .zip64 = true});
  for (const std::string& bytes : {zip64, testing::word_document("<w:p/>")}) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (const int other : {0, 1, 0x7F, 0xFF, bytes[at] ^ 1}) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(other);
        first_of(changed);
        EXPECT_LT(with(changed, {{"b", "new"}}).size(), 2 * bytes.size() + 500);
        static_cast<void>(read_office("a.docx", changed, "en"));
      }
    }
  }
}

}  // namespace
}  // namespace personfirst
