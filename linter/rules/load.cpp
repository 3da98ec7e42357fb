#include "linter/rules/load.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "linter/rules/json_reader.h"
#include "linter/rules/load_parts.h"

namespace personfirst {
namespace {

Result<void> read_file(const RuleFile& file, LoadExamples examples, RuleData& data) {
  const Result<JsonValue> root = parse_json(file.name, file.json);
  if (!root) return tl::unexpected(root.error());
  if (root->kind != JsonValue::Kind::Object)
    return tl::unexpected(Error{file.name, "must be an object"});
  if (root->find("rules") != nullptr) return read_rule_file(file.name, *root, examples, data);
  if (root->find("lexicon") != nullptr) return read_lexicon_file(file.name, *root, data);
  if (root->find("names") != nullptr) return read_names_file(file.name, *root, data);
  if (root->find("sources") != nullptr) return read_sources_file(file.name, *root, data);
  return tl::unexpected(Error{file.name, "has none of “rules”, “lexicon”, “names” and “sources”"});
}

// What only the whole of the files can tell.
Result<void> check_references(const RuleData& data) {
  std::set<std::string_view> source_ids;
  for (const SourceEntry& source : data.sources) source_ids.insert(source.id);
  std::map<std::string_view, const Rule*> ids;
  for (const Rule& rule : data.rules) {
    const std::string where = rule.file + ": " + rule.id;
    const auto [twin, is_new] = ids.emplace(rule.id, &rule);
    if (!is_new)
      return tl::unexpected(
          Error{where + ": id", "is already the id of a rule in " + twin->second->file});
    for (std::size_t i = 0; i < rule.sources.size(); ++i) {
      if (source_ids.contains(rule.sources[i])) continue;
      return tl::unexpected(Error{where + ": sources[" + std::to_string(i) + "]",
                                  "“" + rule.sources[i] + "” is not in any list of sources"});
    }
    if (!data.lexicons.contains(rule.language)) {
      return tl::unexpected(
          Error{where + ": language", "there is no lexicon for “" + rule.language + "”"});
    }
  }
  return {};
}

}  // namespace

bool is_kebab_case(std::string_view text) {
  const auto is_letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return c == '-' || is_letter_or_digit(c); });
}

Result<RuleData> load_rule_data(std::span<const RuleFile> files, LoadExamples examples,
                                RuleData onto) {
  RuleData data = std::move(onto);
  for (const RuleFile& file : files) {
    if (const Result<void> read = read_file(file, examples, data); !read)
      return tl::unexpected(read.error());
  }
  if (const Result<void> checked = check_references(data); !checked)
    return tl::unexpected(checked.error());
  return data;
}

}  // namespace personfirst
