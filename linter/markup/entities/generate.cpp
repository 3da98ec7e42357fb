// Build tool: entities.json and legacy.json -> a sorted C++ table that implements
// linter/markup/entities/table.h.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace {

nlohmann::json read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return nlohmann::json::parse(in, nullptr, false);
}

std::string escaped(const std::string& utf8) {
  std::string out;
  for (const char c : utf8) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "\\%03o",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += buffer;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: generate_entities entities.json legacy.json out.cpp\n";
    return 2;
  }
  const nlohmann::json names = read(argv[1]);
  const nlohmann::json legacy = read(argv[2]);
  if (!names.is_object() || !legacy.is_object() || names.size() < 2000) {
    std::cerr << argv[1] << ", " << argv[2] << ": not the tables of entities that were expected\n";
    return 2;
  }
  std::map<std::string, std::string> sorted;  // in the order of unsigned bytes
  for (const auto& [name, value] : names.items()) {
    if (!value.is_string()) return 2;
    sorted[name] = value.get<std::string>();
  }

  std::ofstream out(argv[3], std::ios::binary);
  out << "// Written by generate_entities.\n#include \"linter/markup/entities/table.h\"\n\n"
      << "namespace personfirst {\nnamespace {\n\nconstexpr char kEntries[] =\n";
  std::string starts = "0";
  std::size_t size = 0;
  for (const auto& [name, value] : sorted) {
    out << "    \"" << name << (legacy.contains(name) ? "\\001" : "\\000") << escaped(value)
        << "\"\n";
    size += name.size() + 1 + value.size();
    starts += ", " + std::to_string(size);
  }
  if (size > 0xFFFF) return 2;
  out << ";\n\nconstexpr std::uint16_t kStarts[] = {" << starts << "};\n\n}  // namespace\n\n"
      << "EntityTable entity_table() { return {{kEntries, sizeof kEntries - 1}, kStarts}; }\n\n"
      << "}  // namespace personfirst\n";
  out.close();
  return out ? 0 : 2;
}
