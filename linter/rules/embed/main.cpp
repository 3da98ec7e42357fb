// embed_rules OUT.cpp IN.json...: checks the shipped rule files and writes them, packed, as C++
// which implements linter/rules/embedded.h. A build tool: a bad rule ends the build with the error
// that a user would read. The rules are kept twice: with their examples, and without them for
// everybody who does not ask for them. Beside them stand the tables that find their words.
//
// embed_rules --compact OUT.cpp EXAMPLES IN.json...: the same for programs that should be small.
// The examples go into a file of their own.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/rules/compact_writer.h"
#include "linter/rules/load.h"
#include "linter/rules/packed.h"
#include "linter/rules/rule_set.h"

namespace {

using personfirst::Error;
using personfirst::LoadExamples;
using personfirst::Result;
using personfirst::RuleData;
using personfirst::RuleFile;
using Tables = std::map<std::string, personfirst::LanguageTables>;

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

// Checked deeply.
Result<RuleData> load(const std::vector<RuleFile>& files) {
  Result<RuleData> data = personfirst::load_rule_data(files, LoadExamples::Yes);
  if (!data) return data;
  for (const personfirst::Rule& rule : data->rules) {
    if (std::find(kShippedPacks.begin(), kShippedPacks.end(), rule.pack) != kShippedPacks.end())
      continue;
    return tl::unexpected(
        Error{rule.file + ": pack", "“" + rule.pack + "” is not one of the shipped packs"});
  }
  if (const Result<void> checked = personfirst::prepare_rules(*data); !checked)
    return tl::unexpected(checked.error());
  return data;
}

RuleData without_examples(RuleData data) {
  for (personfirst::Rule& rule : data.rules) {
    rule.flag.clear();
    rule.pass.clear();
  }
  return data;
}

// A string literal of plain ASCII, without trigraphs. Octal escapes end after three digits,
// whatever follows.
std::string literal(std::string_view bytes) {
  std::string text = "\"";
  for (const char c : bytes) {
    if (c == '"' || c == '\\' || c == '?') {
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

// One literal, over many lines.
void write_bytes(std::ostream& out, const std::string& name, std::string_view bytes) {
  constexpr std::size_t kLine = 4000;
  out << "constexpr char " << name << "[] =";
  for (std::size_t at = 0; at < bytes.size(); at += kLine)
    out << "\n    " << literal(bytes.substr(at, kLine));
  out << ";\n\n";
}

constexpr std::string_view kBegin =
    "// Written by embed_rules from the files in rules/.\n"
    "#include \"linter/rules/compact.h\"\n"
    "#include \"linter/rules/embedded.h\"\n"
    "#include \"linter/rules/packed.h\"\n\n"
    "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
    "namespace personfirst {\nnamespace {\n\n";

void write(std::ostream& out, const RuleData& data, const Tables& tables) {
  out << kBegin;
  write_bytes(out, "kRulesAlone", to_packed(without_examples(data)));
  write_bytes(out, "kRulesWithExamples", to_packed(data));
  write_bytes(out, "kTables", personfirst::to_packed(tables));
  out << "std::string_view rules(LoadExamples examples) {\n"
         "  if (examples == LoadExamples::No) return {kRulesAlone, sizeof kRulesAlone - 1};\n"
         "  return {kRulesWithExamples, sizeof kRulesWithExamples - 1};\n"
         "}\n\n"
         "}  // namespace\n\n"
         "Result<RuleData> embedded_rules(LoadExamples examples) {\n"
         "  return from_packed(rules(examples));\n"
         "}\n\n"
         "Result<RuleParts> embedded_parts(LoadExamples examples) {\n"
         "  auto parts = open_packed(rules(examples));\n"
         "  auto tables = tables_from_packed({kTables, sizeof kTables - 1});\n"
         "  if (!tables) return tl::make_unexpected(tables.error());\n"
         "  if (parts) parts->tables = *std::move(tables);\n"
         "  return parts;\n"
         "}\n\n"
         "}  // namespace personfirst\n";
}

void write_compact(std::ostream& out, std::string_view rules) {
  out << kBegin;
  write_bytes(out, "kRules", rules);
  out << "}  // namespace\n\n"
         "Result<RuleData> embedded_rules(LoadExamples examples) {\n"
         "  constexpr std::string_view kAll{kRules, sizeof kRules - 1};\n"
         "  if (examples == LoadExamples::No) return from_compact(kAll, {});\n"
         "  if (!given_examples().empty()) return from_compact(kAll, given_examples());\n"
         "  return tl::make_unexpected(Error{\"examples.dat\", \"is needed for this\"});\n"
         "}\n\n"
         "Result<RuleParts> embedded_parts(LoadExamples examples) {\n"
         "  auto data = embedded_rules(examples);\n"
         "  if (!data) return tl::make_unexpected(data.error());\n"
         "  return in_parts(*std::move(data));\n"
         "}\n\n"
         "}  // namespace personfirst\n";
}

int fail(const Error& error) {
  std::cerr << to_string(error) << "\n";
  return EXIT_FAILURE;
}

bool save(const std::string& path, const auto& write_to) {
  std::ofstream out(path, std::ios::binary);
  write_to(out);
  out.close();
  return !out.fail();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  const bool compact = !paths.empty() && paths.front() == "--compact";
  if (compact) paths.erase(paths.begin());
  const std::size_t outs = compact ? 2 : 1;
  if (paths.size() <= outs) {
    std::cerr << "usage: embed_rules OUT.cpp IN.json...\n"
                 "       embed_rules --compact OUT.cpp EXAMPLES IN.json...\n";
    return EXIT_FAILURE;
  }
  const auto first_file = paths.begin() + static_cast<std::ptrdiff_t>(outs);
  const Result<std::vector<RuleFile>> files = read_files({first_file, paths.end()});
  if (!files) return fail(files.error());
  const Result<RuleData> data = load(*files);
  if (!data) return fail(data.error());
  if (!compact) {
    const Result<Tables> tables = personfirst::prepare_tables(*data);
    if (!tables) return fail(tables.error());
    if (!save(paths[0], [&](std::ostream& out) { write(out, *data, *tables); }))
      return fail({paths[0], "cannot be written"});
    return EXIT_SUCCESS;
  }
  const Result<personfirst::CompactRules> written = personfirst::to_compact(*data);
  if (!written) return fail(written.error());
  if (!save(paths[0], [&](std::ostream& out) { write_compact(out, written->rules); }))
    return fail({paths[0], "cannot be written"});
  if (!save(paths[1], [&](std::ostream& out) { out << written->examples; }))
    return fail({paths[1], "cannot be written"});
  return EXIT_SUCCESS;
}
