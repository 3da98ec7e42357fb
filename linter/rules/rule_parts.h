// Rules in parts, each of which is read when it is first asked for: most texts need few of them.
//
// Const once they are made; may be shared by threads.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "linter/finding.h"
#include "linter/rules/anchor_table.h"
#include "linter/rules/edge_table.h"
#include "linter/rules/lazy.h"
#include "linter/rules/rule.h"
#include "linter/rules/scan_words.h"

namespace personfirst {

// What is asked of every rule in every run. The fields are the rule's.
struct RuleHead {
  std::string id, language, pack;
  Severity severity = Severity::Warning;
  bool on_by_default = true;
  Reports reports = Reports::Words;
  bool checked = false;
  bool asks_document = false;  // in a condition
  std::uint32_t patterns = 0;  // how many

  bool operator==(const RuleHead&) const = default;
};
[[nodiscard]] RuleHead head_of(const Rule& rule);

struct RulePart {
  RuleHead head;
  std::uint32_t place = 0;  // among the rules as they were loaded
  Lazy<Rule> rule;
};

// What finds the words of a language's rules in a text. Patterns are numbered in the order of their
// rules' ids.
struct LanguageTables {
  ScanWords scan;  // all anchors, and kDirectiveWord
  AnchorTable anchors;
  EdgeTable edges;
};

struct RuleParts {
  std::vector<RulePart> rules;                    // sorted by id
  std::map<std::string, Lazy<Lexicon>> lexicons;  // by language
  Lazy<std::vector<ExemptName>> names;
  Lazy<std::vector<SourceEntry>> sources;
  std::map<std::string, LanguageTables> tables;  // by language; none, when they are not made yet
};

[[nodiscard]] RuleParts in_parts(RuleData data);

}  // namespace personfirst
