// Makes and compares packages for the cases of this folder: documents stand here as folders of
// readable parts.
//
//   package_tool pack FOLDER FILE       a zip file: mimetype first and stored, the rest by name
//   package_tool compare FILE FILE      which parts are others, and whether order and times are
//   kept package_tool part FILE NAME         one part package_tool bomb FILE              a
//   document that swells package_tool long FILE PARAGRAPHS   a long one
#include <zip.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string read_bytes(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// 2024-03-04 05:06:08, whatever the time zone.
std::time_t some_day() {
  std::tm day{};
  day.tm_year = 124, day.tm_mon = 2, day.tm_mday = 4;
  day.tm_hour = 5, day.tm_min = 6, day.tm_sec = 8, day.tm_isdst = -1;
  return std::mktime(&day);
}

int pack(const Parts& parts, const char* file) {
  fs::remove(file);
  zip_t* zip = zip_open(file, ZIP_CREATE | ZIP_EXCL, nullptr);
  if (zip == nullptr) return 2;
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) return 2;
    const auto at = static_cast<zip_uint64_t>(index);
    zip_file_set_mtime(zip, at, some_day(), 0);
    zip_set_file_compression(zip, at, name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9);
  }
  return zip_close(zip) == 0 ? 0 : 2;
}

Parts parts_of_folder(const fs::path& folder) {
  Parts parts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      parts.emplace_back(fs::relative(entry.path(), folder).string(), read_bytes(entry.path()));
  }
  const auto rank = [](const std::string& name) {
    return name == "mimetype" ? 0 : name == "[Content_Types].xml" ? 1 : 2;
  };
  std::sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
    return std::pair(rank(a.first), a.first) < std::pair(rank(b.first), b.first);
  });
  return parts;
}

struct PackedEntry {
  std::string name, bytes;
  zip_stat_t stat{};
};

std::vector<PackedEntry> entries_of(const char* file) {
  std::vector<PackedEntry> entries;
  zip_t* zip = zip_open(file, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (zip == nullptr) return entries;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0)); ++i) {
    PackedEntry entry;
    zip_stat_index(zip, i, 0, &entry.stat);
    entry.name = entry.stat.name;
    entry.bytes.resize(entry.stat.size);
    zip_file_t* opened = zip_fopen_index(zip, i, 0);
    if (opened != nullptr) {
      zip_fread(opened, entry.bytes.data(), entry.bytes.size());
      zip_fclose(opened);
    }
    entries.push_back(std::move(entry));
  }
  zip_discard(zip);
  return entries;
}

int compare(const char* before, const char* after) {
  const std::vector<PackedEntry> a = entries_of(before), b = entries_of(after);
  if (a.empty() || b.empty()) return 2;
  for (std::size_t i = 0; i < b.size(); ++i) {
    if (i >= a.size()) {
      std::cout << "added    " << b[i].name << "\n";
      continue;
    }
    if (a[i].name != b[i].name) std::cout << "moved    " << b[i].name << "\n";
    const bool same = a[i].bytes == b[i].bytes;
    std::cout << (same ? "same     " : "changed  ") << b[i].name;
    if (a[i].stat.mtime != b[i].stat.mtime) std::cout << ", other time";
    if (a[i].stat.comp_method != b[i].stat.comp_method) std::cout << ", packed otherwise";
    if (same && a[i].stat.comp_size != b[i].stat.comp_size) std::cout << ", packed again";
    std::cout << "\n";
  }
  return 0;
}

int print_part(const char* file, const std::string& name) {
  for (const PackedEntry& entry : entries_of(file)) {
    if (entry.name != name) continue;
    std::cout << entry.bytes;
    return 0;
  }
  return 2;
}

// The smallest Word document.
int pack_word(const std::string& paragraphs, const char* file) {
  const std::string types =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
      "PartName=\"/word/document.xml\" ContentType=\"application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  return pack(
      {{"[Content_Types].xml", types},
       {"_rels/.rels", relations},
       {"word/document.xml",
        "<w:document "
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
            paragraphs + "</w:body></w:document>"}},
      file);
}

int pack_long(const char* file, int count) {
  std::string paragraphs;
  for (int i = 1; i <= count; ++i) {
    paragraphs += "<w:p><w:r><w:t>This is paragraph " + std::to_string(i * 7919 % 100003) +
                  " of a long document, with as many words as a line or two may have.";
    if (i == count) paragraphs += " It ends with a badword.";
    paragraphs += "</w:t></w:r>";
    if (i % 12 == 0) paragraphs += "<w:r><w:br w:type=\"page\"/></w:r>";
    paragraphs += "</w:p>";
  }
  return pack_word(paragraphs, file);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 3 && words[0] == "pack") return pack(parts_of_folder(words[1]), argv[3]);
  if (words.size() == 3 && words[0] == "compare") return compare(argv[2], argv[3]);
  if (words.size() == 3 && words[0] == "part") return print_part(argv[2], words[2]);
  if (words.size() == 2 && words[0] == "bomb")
    return pack_word("<w:p><w:r><w:t>" + std::string(50'000'000, ' ') + "</w:t></w:r></w:p>",
                     argv[2]);
  if (words.size() == 3 && words[0] == "long") return pack_long(argv[2], std::stoi(words[2]));
  std::cerr << "package_tool: what is asked?\n";
  return 2;
}
