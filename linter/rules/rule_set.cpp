#include "linter/rules/rule_set.h"

#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "linter/rules/pattern.h"
#include "linter/rules/rule_compiler.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

std::unique_ptr<const PhraseIndex> index_of(const std::vector<ExemptName>& names,
                                            bool needs_capitals) {
  PhraseIndex made;
  for (const ExemptName& name : names) {
    if (name.needs_capitals == needs_capitals) made.add(to_lower(name.text));
  }
  return std::make_unique<const PhraseIndex>(std::move(made));
}

// `phrases`: becomes the number of those that the pattern stands for.
Result<std::vector<Anchor>> anchors_of(const std::string& pattern, const Lexicon& lexicon,
                                       std::size_t* phrases = nullptr) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Match, lexicon);
  if (!parsed) return tl::make_unexpected(parsed.error());
  return parsed->anchors(phrases);
}

// What finds the words of a language's rules, made of their anchors.
class TableMaker {
 public:
  TableMaker() { tables_.scan.add(kDirectiveWord, ScanWords::Wanted::Anywhere); }

  void add(std::uint32_t pattern, const std::vector<Anchor>& anchors) {
    for (const Anchor& anchor : anchors) {
      using Wanted = ScanWords::Wanted;
      tables_.scan.add(anchor.word, anchor.beside_any ? Wanted::Anywhere : Wanted::InPair);
      own_pairs_.insert(own_pairs_.end(), anchor.pairs.begin(), anchor.pairs.end());
      uses_[anchor.word].push_back(
          {pattern, anchor.min_before, anchor.max_before, anchor.previous, anchor.next});
    }
  }

  LanguageTables make(const Lexicon& lexicon) {
    std::vector<std::uint32_t> pairs = lexicon.pair_steps;
    std::partial_sum(pairs.begin(), pairs.end(), pairs.begin());
    pairs.insert(pairs.end(), own_pairs_.begin(), own_pairs_.end());
    tables_.scan.set_pairs(std::move(pairs));
    tables_.anchors = AnchorTable(uses_);
    return std::move(tables_);
  }

 private:
  LanguageTables tables_;
  AnchorUses uses_;
  std::vector<std::uint32_t> own_pairs_;  // of unchecked rules
};

// Says which regex of a rule RE2 refuses.
Result<void> check_regexes(const CompiledRule& rule) {
  const auto check = [&rule = *rule.rule](const Regex& regex) -> Result<void> {
    const auto error = regex.compile_error();
    if (!error) return {};
    return tl::make_unexpected(
        Error{rule.file + ": " + rule.id, "RE2 refuses a pattern: " + *error});
  };
  for (const Regex& pattern : rule.patterns) {
    if (auto done = check(pattern); !done) return done;
  }
  if (auto done = check(rule.unless); !done) return done;
  for (const auto* conditions : {&rule.evidence, &rule.ordinary}) {
    for (const CompiledCondition& condition : *conditions) {
      if (auto done = check(condition.before); !done) return done;
      if (auto done = check(condition.after); !done) return done;
    }
  }
  return {};
}

EdgeTable table_of(const EdgeNotes& notes) {
  EdgeTable::Data data;
  for (const auto& [key, mask] : notes) {
    data.keys.push_back(key);
    data.masks.push_back(mask);
  }
  return EdgeTable(std::move(data));
}

class Compiler {
 public:
  explicit Compiler(RuleSet& set) : set_(set) {}

  Result<void> compile() {
    for (const auto& [name, lexicon] : set_.parts.lexicons) {
      CompiledLanguage& language = set_.languages[name];
      if (has_tables_) language.edges = std::move(set_.parts.tables[name].edges);
      if (auto done = compile_language(language, *lexicon); !done)
        return in("lexicon: " + name + ": ", done);
    }
    for (const RulePart& part : set_.parts.rules) {
      if (auto done = compile_rule_of(part); !done)
        return in(part.rule->file + ": " + part.head.id + ": ", done);
    }
    for (auto& [name, language] : set_.languages) {
      LanguageTables tables =
          has_tables_ ? std::move(set_.parts.tables[name]) : makers_[name].make(*language.lexicon);
      language.scan = std::move(tables.scan);
      language.anchors = std::move(tables.anchors);
    }
    const auto& names = set_.parts.names;
    set_.names = Phrases([&names] { return index_of(*names, false); });
    set_.names_in_capitals = Phrases([&names] { return index_of(*names, true); });
    return {};
  }

 private:
  Result<void> compile_rule_of(const RulePart& part) {
    const auto found = set_.languages.find(part.head.language);
    if (found == set_.languages.end())
      return tl::make_unexpected(Error{"language", "no lexicon for “" + part.head.language + "”"});
    const CompiledLanguage& language = found->second;
    if (!has_tables_) {
      if (auto done = add_anchors(*part.rule, *language.lexicon); !done) return done;
    }
    if (!part.head.checked) {
      auto compiled = compile_rule(*part.rule, language, Checked::No);
      if (!compiled) return tl::make_unexpected(compiled.error());
      set_.add_rule(part.head.patterns, Lazy<CompiledRule>(*std::move(compiled)));
      return {};
    }
    set_.add_rule(part.head.patterns, Lazy<CompiledRule>([&part, &language] {
                    auto compiled = compile_rule(*part.rule, language, Checked::Yes);
                    auto rule = compiled ? *std::move(compiled) : std::make_unique<CompiledRule>();
                    rule->patterns.resize(part.head.patterns);
                    return rule;
                  }));
    return {};
  }

  Result<void> add_anchors(const Rule& rule, const Lexicon& lexicon) {
    TableMaker& maker = makers_[rule.language];
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      if (rule.checked) {
        maker.add(patterns_++, rule.anchors[i]);
        continue;
      }
      std::size_t phrases = 0;
      const auto anchors = anchors_of(rule.patterns[i], lexicon, &phrases);
      if (!anchors) return tl::make_unexpected(Error{"patterns" + index(i), anchors.error().what});
      phrases_ += phrases;
      if (phrases_ > kMostPhrases) {
        return tl::make_unexpected(Error{"patterns" + index(i),
                                         "up to here, the patterns stand for more than 200000 "
                                         "phrases together: more than can be searched for"});
      }
      maker.add(patterns_++, *anchors);
    }
    return {};
  }

  // Strangers' rules must not take long to load, nor much memory. The shipped ones are checked.
  static constexpr std::size_t kMostPhrases = 200'000;

  RuleSet& set_;
  const bool has_tables_ = !set_.parts.tables.empty();
  std::map<std::string, TableMaker> makers_;  // by language
  std::uint32_t patterns_ = 0;                // so far
  std::size_t phrases_ = 0;                   // that the patterns of unchecked rules stand for
};

}  // namespace

void RuleSet::add_rule(std::uint32_t pattern_count, Lazy<CompiledRule> rule) {
  const auto number = static_cast<std::uint32_t>(rules.size());
  first_pattern_.push_back(static_cast<std::uint32_t>(rule_of_.size()));
  rule_of_.insert(rule_of_.end(), pattern_count, number);
  rules.add(std::move(rule));
}

Result<std::unique_ptr<RuleSet>> compile_rules(RuleParts parts) {
  auto set = std::make_unique<RuleSet>(std::move(parts));
  if (auto done = Compiler(*set).compile(); !done) return tl::make_unexpected(done.error());
  return set;
}

Result<std::unique_ptr<RuleSet>> compile_rules(RuleData data) {
  return compile_rules(in_parts(std::move(data)));
}

Result<void> check_regexes(const RuleSet& set) {
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    if (set.head(i).checked) continue;
    if (auto done = check_regexes(set.rules[i]); !done) return done;
  }
  return {};
}

Result<void> check_patterns(const RuleData& data, bool deeply) {
  auto set = compile_rules(data);
  if (!set) return tl::make_unexpected(set.error());
  if (!deeply) return {};
  return check_regexes(**set);
}

Result<void> prepare_rules(RuleData& data) {
  if (auto done = check_patterns(data, /*deeply=*/true); !done) return done;
  std::map<std::string, std::set<std::uint32_t>> pairs;  // by language
  for (Rule& rule : data.rules) {
    for (const std::string& pattern : rule.patterns) {
      auto anchors = anchors_of(pattern, data.lexicons.at(rule.language));
      if (!anchors) return tl::make_unexpected(anchors.error());
      for (Anchor& anchor : *anchors) {
        pairs[rule.language].insert(anchor.pairs.begin(), anchor.pairs.end());
        anchor.pairs.clear();
      }
      rule.anchors.push_back(std::move(*anchors));
    }
    rule.checked = true;
  }
  for (auto& [language, lexicon] : data.lexicons) {
    const std::set<std::uint32_t>& all = pairs[language];
    lexicon.pair_steps.assign(all.begin(), all.end());
    std::adjacent_difference(lexicon.pair_steps.begin(), lexicon.pair_steps.end(),
                             lexicon.pair_steps.begin());
    lexicon.checked = true;
  }
  return {};
}

Result<std::map<std::string, LanguageTables>> prepare_tables(RuleData data) {
  const auto set = compile_rules(std::move(data));
  if (!set) return tl::make_unexpected(set.error());
  std::map<std::string, LanguageTables> tables;
  std::map<std::string, EdgeNotes> notes;
  for (const auto& [name, language] : (*set)->languages) note_edges(language, notes[name]);
  for (std::size_t i = 0; i < (*set)->rules.size(); ++i)
    note_edges((*set)->rules[i], notes[(*set)->head(i).language]);
  for (auto& [name, language] : (*set)->languages)
    tables[name] = {std::move(language.scan), std::move(language.anchors), table_of(notes[name])};
  return tables;
}

}  // namespace personfirst
