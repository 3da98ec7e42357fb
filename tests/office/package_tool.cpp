// Makes and compares packages for the cases of this folder: documents stand here as folders of
// readable parts.
//
//   package_tool pack FOLDER FILE       a zip file: mimetype first and stored, the rest by name
//   package_tool compare FILE FILE      which parts are others; are order and times as they were?
//   package_tool part FILE NAME         one part
//   package_tool bomb FILE              a document that swells
//   package_tool long FILE PARAGRAPHS   a long one
#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
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

int pack(const Parts& parts, const char* file) {
  zipFile zip = zipOpen64(file, APPEND_STATUS_CREATE);
  if (zip == nullptr) return 2;
  zip_fileinfo info{};
  info.tmz_date = {8, 6, 5, 4, 2, 2024};  // 2024-03-04 05:06:08
  bool done = true;
  for (const auto& [name, bytes] : parts) {
    done = done && zipOpenNewFileInZip64(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                         name == "mimetype" ? 0 : Z_DEFLATED, 9, 0) == ZIP_OK;
    done = done &&
           zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK;
    done = done && zipCloseFileInZip(zip) == ZIP_OK;
  }
  return zipClose(zip, nullptr) == ZIP_OK && done ? 0 : 2;
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
  unz_file_info64 info{};
};

// None when one of them is damaged.
std::vector<PackedEntry> entries_of(const char* file) {
  std::vector<PackedEntry> entries;
  unzFile zip = unzOpen64(file);
  bool sound = zip != nullptr;
  for (int at = zip ? unzGoToFirstFile(zip) : UNZ_END_OF_LIST_OF_FILE; at == UNZ_OK;
       at = unzGoToNextFile(zip)) {
    PackedEntry entry;
    entry.name.resize(1 << 16);
    sound = sound && unzGetCurrentFileInfo64(zip, &entry.info, entry.name.data(), 1 << 16, nullptr,
                                             0, nullptr, 0) == UNZ_OK;
    entry.name.resize(entry.info.size_filename);
    entry.bytes.resize(entry.info.uncompressed_size);
    const auto size = static_cast<unsigned>(entry.bytes.size());
    sound = sound && unzOpenCurrentFile(zip) == UNZ_OK &&
            unzReadCurrentFile(zip, entry.bytes.data(), size) == static_cast<int>(size) &&
            unzCloseCurrentFile(zip) == UNZ_OK;
    entries.push_back(std::move(entry));
  }
  if (zip != nullptr) unzClose(zip);
  if (!sound) entries.clear();
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
    if (a[i].info.dosDate != b[i].info.dosDate) std::cout << ", other time";
    if (a[i].info.compression_method != b[i].info.compression_method)
      std::cout << ", packed otherwise";
    if (same && a[i].info.compressed_size != b[i].info.compressed_size)
      std::cout << ", packed again";
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
