// Loading the rules, and what people may read about them.

#include <algorithm>

#include "linter/linter.h"
#include "linter/rules/embedded.h"
#include "linter/rules/load.h"
#include "linter/rules/rule_set.h"

namespace personfirst {
namespace {

// "{person|people} who {uses|use} {substance}" -> "person who uses (substance)".
std::string readable(const Suggestion& suggestion) {
  std::string out;
  std::string_view text = suggestion.text;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    if (const std::size_t bar = inside.find('|'); bar != std::string_view::npos) {
      out += inside.substr(0, bar);
    } else if (inside.substr(0, 5) == "verb:") {
      out += inside.substr(5);
    } else {
      out += "(" + std::string(inside.substr(0, inside.find('.'))) + ")";
    }
    text.remove_prefix(close + 1);
  }
  return out;
}

// Those that hold for any match, where there are such; the others differ only by what the match
// carries over.
std::vector<std::string> readable_suggestions(const Rule& rule) {
  std::vector<std::string> plain, all;
  for (const Suggestion& suggestion : rule.suggestions) {
    const std::string text = readable(suggestion);
    auto& list = text.find('(') == std::string::npos ? plain : all;
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  }
  return plain.empty() ? all : plain;
}

RuleInfo info_of(const Rule& rule) {
  RuleInfo info;
  info.id = rule.id;
  info.language = rule.language;
  info.pack = rule.pack;
  info.topic = rule.topic;
  info.severity = rule.severity;
  info.on_by_default = rule.on_by_default;
  info.about_words = rule.reports == Reports::Words;
  info.message = rule.message;
  info.note = rule.note;
  info.advice = rule.advice;
  info.sources = rule.sources;
  info.suggestions = readable_suggestions(rule);
  for (const FlagExample& example : rule.flag) {
    info.flag_examples.push_back(example.in);
    info.fixed_examples.push_back(example.out.value_or(""));
  }
  for (const PassExample& example : rule.pass) info.pass_examples.push_back(example.in);
  return info;
}

}  // namespace

namespace {

// A shipped file that is handed in again ("rules/en/people.json") takes the place of the built-in
// copy, so that it can be edited and tried.
void drop_replaced(std::vector<Rule>& rules, std::span<const RuleFile> own_files) {
  for (const RuleFile& own : own_files) {
    std::erase_if(rules, [&](const Rule& rule) {
      const bool same_end = std::string_view(own.name).ends_with(rule.file);
      return same_end && (own.name.size() == rule.file.size() ||
                          own.name[own.name.size() - rule.file.size() - 1] == '/');
    });
  }
}

Result<RuleParts> with_own_rules(std::span<const RuleFile> own_files, LoadExamples examples) {
  auto data = embedded_rules(examples);
  if (data) drop_replaced(data->rules, own_files);
  if (data) data = load_rule_data(own_files, examples, *std::move(data));
  if (!data) return tl::make_unexpected(data.error());
  return in_parts(*std::move(data));
}

}  // namespace

void RuleSetDeleter::operator()(const RuleSet* rules) const { delete rules; }

Result<RuleSetPtr> load_rules(std::span<const RuleFile> own_files, LoadExamples examples) {
  auto parts = own_files.empty() ? embedded_parts(examples) : with_own_rules(own_files, examples);
  if (!parts) return tl::make_unexpected(parts.error());
  auto set = compile_rules(*std::move(parts));
  if (!set) return tl::make_unexpected(set.error());
  if (auto checked = check_regexes(**set); !checked) return tl::make_unexpected(checked.error());
  return RuleSetPtr(set->release());
}

std::vector<RuleInfo> list_rules(const RuleSet& rules) {
  std::vector<RuleInfo> infos;
  for (const RulePart& part : rules.parts.rules) infos.push_back(info_of(*part.rule));
  return infos;
}

bool has_language(const RuleSet& rules, std::string_view language) {
  return std::ranges::any_of(rules.parts.rules,
                             [&](const RulePart& part) { return part.head.language == language; });
}

std::vector<Source> list_sources(const RuleSet& rules) {
  std::vector<Source> sources;
  for (const SourceEntry& one : *rules.parts.sources)
    sources.push_back({one.id, one.title, one.publisher, one.year, one.url});
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.id < b.id; });
  return sources;
}

std::string_view version() { return PERSONFIRST_VERSION; }

}  // namespace personfirst
