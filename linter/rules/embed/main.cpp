// embed_rules OUT.cpp IN.json...: checks the shipped rule files and writes them as C++, which
// implements linter/rules/embedded.h. A build tool: a bad rule ends the build with the error that a
// user would read.
//
// Each file is kept twice, made small: with its examples, and without them for everybody who does
// not ask for them.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/rules/load.h"
#include "linter/rules/pattern.h"

namespace {

using personfirst::Error;
using personfirst::LoadExamples;
using personfirst::Result;
using personfirst::RuleData;
using personfirst::RuleFile;
using Json = nlohmann::ordered_json;

// A person's own rules may come in a pack of any name; shipped ones are in one of these.
constexpr std::array<std::string_view, 10> kShippedPacks{
    "core",    "framing",       "clinical", "tobacco", "gambling",
    "suicide", "mental-health", "hiv",      "justice", "housing"};

// "anywhere/rules/en/people.json" -> "rules/en/people.json".
std::string name_in_project(const std::string& path) {
  const auto folder = path.rfind("/rules/");
  return folder == std::string::npos ? path : path.substr(folder + 1);
}

Result<std::vector<RuleFile>> read_files(const std::vector<std::string>& paths) {
  std::vector<RuleFile> files;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) return tl::unexpected(Error{path, "cannot be read"});
    files.push_back({name_in_project(path), std::move(json)});
  }
  return files;
}

Result<void> check(const std::vector<RuleFile>& files) {
  const Result<RuleData> data = personfirst::load_rule_data(files, LoadExamples::Yes);
  if (!data) return tl::unexpected(data.error());
  for (const personfirst::Rule& rule : data->rules) {
    if (std::find(kShippedPacks.begin(), kShippedPacks.end(), rule.pack) != kShippedPacks.end())
      continue;
    return tl::unexpected(
        Error{rule.file + ": pack", "“" + rule.pack + "” is not one of the shipped packs"});
  }
  return personfirst::check_patterns(*data, /*deeply=*/true);
}

std::string make_small(const std::string& json, LoadExamples examples) {
  Json root = Json::parse(json);
  root.erase("$schema");
  if (examples == LoadExamples::No && root.contains("rules")) {
    for (Json& rule : root["rules"]) {
      rule.erase("flag");
      rule.erase("pass");
    }
  }
  return root.dump();
}

// A string literal of plain ASCII. Octal escapes end after three digits, whatever follows.
std::string literal(std::string_view bytes) {
  std::string text = "\"";
  for (const char c : bytes) {
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (c >= ' ' && c <= '~') {
      text += c;
    } else {
      std::array<char, 8> octal{};
      std::snprintf(octal.data(), octal.size(), "\\%03o",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      text += octal.data();
    }
  }
  return text + "\"";
}

// Compilers bound the length of one literal, so a file is a list of them.
void write_array(std::ostream& out, const std::string& name, std::string_view bytes) {
  constexpr std::size_t kChunk = 4000;
  out << "constexpr std::string_view " << name << "[] = {\n";
  for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
    const std::string_view chunk = bytes.substr(at, kChunk);
    out << "    {" << literal(chunk) << ", " << chunk.size() << "},\n";
  }
  out << "};\n";
}

void write(std::ostream& out, const std::vector<RuleFile>& files) {
  out << "// Written by embed_rules from the files in rules/.\n"
         "#include \"linter/rules/embedded.h\"\n\n"
         "#include <span>\n#include <string>\n#include <string_view>\n#include <utility>\n#include "
         "<vector>\n\n"
         "namespace personfirst {\nnamespace {\n\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    write_array(out, "kSmall" + std::to_string(i), make_small(files[i].json, LoadExamples::No));
    write_array(out, "kWhole" + std::to_string(i), make_small(files[i].json, LoadExamples::Yes));
  }
  out << "\nstruct EmbeddedFile {\n"
         "  std::string_view name;\n"
         "  std::span<const std::string_view> small, whole;\n"
         "};\n\n"
         "constexpr EmbeddedFile kFiles[] = {\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    out << "    {" << literal(files[i].name) << ", kSmall" << i << ", kWhole" << i << "},\n";
  }
  out << "};\n\n"
         "}  // namespace\n\n"
         "std::vector<RuleFile> embedded_rule_files(LoadExamples examples) {\n"
         "  std::vector<RuleFile> files;\n"
         "  for (const EmbeddedFile& file : kFiles) {\n"
         "    std::string json;\n"
         "    for (const std::string_view part : examples == LoadExamples::Yes ? file.whole : "
         "file.small) json += part;\n"
         "    files.push_back({std::string(file.name), std::move(json)});\n"
         "  }\n"
         "  return files;\n"
         "}\n\n"
         "}  // namespace personfirst\n";
}

int fail(const Error& error) {
  std::cerr << to_string(error) << "\n";
  return EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: embed_rules OUT.cpp IN.json...\n";
    return EXIT_FAILURE;
  }
  const Result<std::vector<RuleFile>> files = read_files({argv + 2, argv + argc});
  if (!files) return fail(files.error());
  if (const Result<void> checked = check(*files); !checked) return fail(checked.error());
  std::ofstream out(argv[1], std::ios::binary);
  write(out, *files);
  out.close();
  if (!out) return fail({argv[1], "cannot be written"});
  return EXIT_SUCCESS;
}
