#include "linter/rules/rule_set.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "linter/rules/pattern.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

constexpr std::size_t kMaxNearPhrases = 4000;

std::unique_ptr<const PhraseIndex> index_of(const std::vector<std::string>& phrases) {
  PhraseIndex made;
  for (const std::string& phrase : phrases) made.add(phrase);
  return std::make_unique<const PhraseIndex>(std::move(made));
}

std::unique_ptr<const PhraseIndex> index_of(const WordSet& set) {
  PhraseIndex made;
  for (const auto& entry : set.words) made.add(entry.first);
  return std::make_unique<const PhraseIndex>(std::move(made));
}

std::unique_ptr<const PhraseIndex> index_of(const std::vector<ExemptName>& names,
                                            bool needs_capitals) {
  PhraseIndex made;
  for (const ExemptName& name : names) {
    if (name.needs_capitals == needs_capitals) made.add(to_lower(name.text));
  }
  return std::make_unique<const PhraseIndex>(std::move(made));
}

std::unique_ptr<const PhraseIndex> index_of_other_people(const Lexicon& lexicon) {
  PhraseIndex made;
  for (const std::string& word : lexicon.self_label.other_person) made.add(word);
  for (const char* set : {"subject", "person"}) {
    const auto people = lexicon.sets.find(set);
    if (people == lexicon.sets.end()) continue;
    for (const auto& entry : people->second.words) made.add(entry.first);
  }
  return std::make_unique<const PhraseIndex>(std::move(made));
}

// Null for a phrase that is anything but one word set, "{place}" or "{~place}".
const Phrases* whole_set(const CompiledLanguage& language, const std::string& phrase) {
  if (phrase.size() <= 2 || phrase.front() != '{' || phrase.back() != '}') return nullptr;
  std::string name = phrase.substr(1, phrase.size() - 2);
  if (name.front() == '~') name.erase(0, 1);
  const auto set = language.sets.find(name);
  return set == language.sets.end() ? nullptr : &set->second;
}

std::string index(std::size_t i) { return "[" + std::to_string(i) + "]"; }
Error error_at(std::size_t i, const Error& error) { return {index(i), error.what}; }

// Those of the phrases that are no whole set. The error's `where` is the index alone: "[2]".
Result<PhraseIndex> spell_out(const std::vector<std::string>& phrases,
                              const CompiledLanguage& language) {
  PhraseIndex made;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (whole_set(language, phrases[i]) != nullptr) continue;
    const auto pattern = Pattern::parse(phrases[i], PatternUse::Beside, *language.lexicon);
    if (!pattern) return tl::make_unexpected(error_at(i, pattern.error()));
    const auto spelled = pattern->phrases(kMaxNearPhrases);
    if (!spelled) return tl::make_unexpected(error_at(i, spelled.error()));
    for (const std::string& phrase : *spelled) made.add(phrase);
  }
  return made;
}

// One alternation of patterns, without groups. The error's `where` is the index alone.
Result<std::string> write_alternation(const std::vector<std::string>& patterns,
                                      const Lexicon& lexicon) {
  std::string all;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const auto pattern = Pattern::parse(patterns[i], PatternUse::Beside, lexicon);
    if (!pattern) return tl::make_unexpected(error_at(i, pattern.error()));
    if (!all.empty()) all += '|';
    all += pattern->to_re2_without_groups();
  }
  return all;
}

std::optional<std::vector<Pattern>> read_patterns(const std::vector<std::string>& patterns,
                                                  PatternUse use,
                                                  const CompiledLanguage& language) {
  std::vector<Pattern> read;
  read.reserve(patterns.size());
  for (const std::string& text : patterns) {
    auto pattern = Pattern::parse(text, use, *language.lexicon, &language.macros);
    if (!pattern) return std::nullopt;
    read.push_back(std::move(*pattern));
  }
  return read;
}

Result<std::string> write_pattern(const std::string& pattern, const Lexicon& lexicon) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Match, lexicon);
  if (!parsed) return tl::make_unexpected(parsed.error());
  return parsed->to_re2();
}

// `phrases`: becomes the number of those that the pattern stands for.
Result<std::vector<Anchor>> anchors_of(const std::string& pattern, const Lexicon& lexicon,
                                       std::size_t* phrases = nullptr) {
  const auto parsed = Pattern::parse(pattern, PatternUse::Match, lexicon);
  if (!parsed) return tl::make_unexpected(parsed.error());
  return parsed->anchors(phrases);
}

Wording wording_of(const Suggestion& suggestion, const Lexicon& lexicon) {
  const auto parse = [&](const std::string& text) {
    return parse_template(text, lexicon).value_or(Template{});
  };
  return {parse(suggestion.text), parse(suggestion.predicate), parse(suggestion.become)};
}

// An error comes with the end of its place; who calls puts the beginning before it.
Result<void> in(std::string_view place, Result<void> done) {
  if (!done) done.error().where.insert(0, place);
  return done;
}

class Compiler {
 public:
  explicit Compiler(RuleSet& set) : set_(set) {}

  Result<void> compile() {
    for (const auto& [language, lexicon] : set_.data.lexicons) {
      if (auto done = compile_language(language, lexicon); !done)
        return in("lexicon: " + language + ": ", done);
    }
    std::vector<const Rule*> rules;
    rules.reserve(set_.data.rules.size());
    for (const Rule& rule : set_.data.rules) rules.push_back(&rule);
    std::sort(rules.begin(), rules.end(),
              [](const Rule* a, const Rule* b) { return a->id < b->id; });
    set_.rules.reserve(rules.size());
    std::size_t patterns = 0;
    for (const Rule* rule : rules) patterns += rule->patterns.size();
    set_.patterns.reserve(patterns);
    for (const Rule* rule : rules) {
      if (auto done = compile_rule(*rule); !done)
        return in(rule->file + ": " + rule->id + ": ", done);
    }
    for (auto& [name, language] : set_.languages) {
      std::vector<std::uint32_t> pairs = language.lexicon->pair_steps;
      std::partial_sum(pairs.begin(), pairs.end(), pairs.begin());
      const std::vector<std::uint32_t>& own = own_pairs_[&language];
      pairs.insert(pairs.end(), own.begin(), own.end());
      language.scan.set_pairs(std::move(pairs));
    }
    const std::vector<ExemptName>& names = set_.data.names;
    set_.names = Phrases([&names] { return index_of(names, false); });
    set_.names_in_capitals = Phrases([&names] { return index_of(names, true); });
    return {};
  }

 private:
  using Wrap = Regex (*)(RegexWriter, PatternReader);
  Result<void> compile_list(Regex& out, const std::vector<std::string>& patterns, Wrap wrap) {
    if (patterns.empty()) return {};
    const auto write = [&patterns, &lexicon = *lexicon_] {
      return write_alternation(patterns, lexicon);
    };
    if (!checked_) {
      if (const auto text = write(); !text) return tl::make_unexpected(text.error());
    }
    out = wrap(write, [&patterns, &language = *language_] {
      return read_patterns(patterns, PatternUse::Beside, language);
    });
    return {};
  }

  // A whole set is shared; anything else is spelled out.
  Result<void> compile_phrases(std::vector<const Phrases*>& out,
                               const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases) {
      if (const Phrases* set = whole_set(*language_, phrase)) out.push_back(set);
    }
    if (out.size() == phrases.size()) return {};
    if (!checked_) {
      if (const auto spelled = spell_out(phrases, *language_); !spelled)
        return tl::make_unexpected(spelled.error());
    }
    out.push_back(&set_.own_phrases.emplace_back([&phrases, &language = *language_] {
      return std::make_unique<const PhraseIndex>(
          spell_out(phrases, language).value_or(PhraseIndex{}));
    }));
    return {};
  }

  Result<void> compile_conditions(std::vector<CompiledCondition>& out,
                                  const std::vector<Condition>& conditions) {
    out.reserve(conditions.size());
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const Condition& condition = conditions[i];
      CompiledCondition& compiled = out.emplace_back();
      compiled.condition = &condition;
      auto done = in(".near", compile_phrases(compiled.near, condition.near));
      if (done) done = in(".absent", compile_phrases(compiled.absent, condition.absent));
      if (done) done = in(".under", compile_phrases(compiled.under, condition.under));
      if (done)
        done = in(".before", compile_list(compiled.before, condition.before, Regex::at_end));
      if (done) done = in(".after", compile_list(compiled.after, condition.after, Regex::at_start));
      if (!done) return in(index(i), done);
    }
    return {};
  }

  [[nodiscard]] Result<void> check_wording(const Suggestion& suggestion) const {
    const auto check = [&](const std::string& text) -> Result<void> {
      const auto parsed = parse_template(text, *lexicon_);
      if (!parsed) return tl::make_unexpected(parsed.error());
      return {};
    };
    auto done = in(".text", check(suggestion.text));
    if (done) done = in(".predicate", check(suggestion.predicate));
    if (done) done = in(".become", check(suggestion.become));
    return done;
  }

  Result<void> compile_suggestions(std::vector<CompiledSuggestion>& out,
                                   const std::vector<Suggestion>& suggestions) {
    out.reserve(suggestions.size());
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
      const Suggestion& suggestion = suggestions[i];
      CompiledSuggestion& compiled = out.emplace_back();
      compiled.suggestion = &suggestion;
      Result<void> done;
      if (!checked_) done = check_wording(suggestion);
      compiled.wording = Lazy<Wording>([&suggestion, &lexicon = *lexicon_] {
        return std::make_unique<const Wording>(wording_of(suggestion, lexicon));
      });
      if (done)
        done =
            in(".for", compile_list(compiled.only_for, suggestion.for_patterns, Regex::whole_word));
      if (!done) return in(index(i), done);
    }
    return {};
  }

  Result<void> compile_language(const std::string& name, const Lexicon& lexicon) {
    checked_ = lexicon.checked;
    lexicon_ = &lexicon;
    language_ = &set_.languages[name];
    language_->lexicon = &lexicon;
    language_->macros = MacroTrees(lexicon);
    language_->scan.add(kDirectiveWord, ScanWords::Wanted::Anywhere);
    for (const auto& [set_name, set] : lexicon.sets) {
      language_->sets.emplace(set_name, [&words = set] { return index_of(words); });
    }
    language_->function_words.insert(lexicon.function_words.begin(), lexicon.function_words.end());
    language_->uk_cues.insert(lexicon.uk_cues.begin(), lexicon.uk_cues.end());
    language_->joining_words.insert(lexicon.name_shape.joining_words.begin(),
                                    lexicon.name_shape.joining_words.end());
    language_->name_words = Phrases([&lexicon] { return index_of(lexicon.name_shape.name_words); });
    language_->organisations =
        Phrases([&lexicon] { return index_of(lexicon.name_shape.organisations); });
    language_->first_person =
        Phrases([&lexicon] { return index_of(lexicon.self_label.first_person); });
    language_->other_person = Phrases([&lexicon] { return index_of_other_people(lexicon); });
    language_->labels = Phrases([&lexicon] { return index_of(lexicon.labels); });
    auto done = in("law", compile_conditions(language_->law, lexicon.law));
    if (done) done = in("codes", compile_conditions(language_->codes, lexicon.codes));
    const auto list = [&](Regex& out, const std::vector<std::string>& patterns, Wrap wrap,
                          std::string_view field) {
      if (done) done = in(field, compile_list(out, patterns, wrap));
    };
    const SelfLabelCues& self = lexicon.self_label;
    list(language_->self_label_before, self.before, Regex::at_end, "self_label.before");
    list(language_->self_label_own, self.own, Regex::at_end, "self_label.own");
    list(language_->self_label_after, self.after, Regex::at_start, "self_label.after");
    const MentionCues& mention = lexicon.mention;
    list(language_->mention_before, mention.before, Regex::anywhere, "mention.before");
    list(language_->mention_after, mention.after, Regex::at_start, "mention.after");
    list(language_->mention_before_set_off, mention.before_set_off, Regex::at_end,
         "mention.before_set_off");
    list(language_->mention_after_set_off, mention.after_set_off, Regex::at_start,
         "mention.after_set_off");
    list(language_->mention_introduced, mention.introduced_by, Regex::anywhere,
         "mention.introduced_by");
    list(language_->mention_line, mention.line_start, Regex::anywhere, "mention.line_start");
    list(language_->reference_heading, mention.reference_headings, Regex::anywhere,
         "mention.reference_headings");
    return done;
  }

  Result<void> compile_rule(const Rule& rule) {
    const auto language = set_.languages.find(rule.language);
    if (language == set_.languages.end()) {
      return tl::make_unexpected(Error{"language", "no lexicon for “" + rule.language + "”"});
    }
    checked_ = rule.checked;
    language_ = &language->second;
    lexicon_ = language_->lexicon;
    const auto number = static_cast<std::uint32_t>(set_.rules.size());
    CompiledRule& compiled = set_.rules.emplace_back();
    compiled.rule = &rule;
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      if (checked_) {
        add_pattern(number, rule.patterns[i], rule.anchors[i]);
        continue;
      }
      std::size_t phrases = 0;
      const auto anchors = anchors_of(rule.patterns[i], *lexicon_, &phrases);
      if (!anchors) return tl::make_unexpected(Error{"patterns" + index(i), anchors.error().what});
      phrases_ += phrases;
      if (phrases_ > kMostPhrases) {
        return tl::make_unexpected(Error{"patterns" + index(i),
                                         "up to here, the patterns stand for more than 200000 "
                                         "phrases together: more than can be searched for"});
      }
      add_pattern(number, rule.patterns[i], *anchors);
    }
    auto done = in("unless", compile_list(compiled.unless, rule.unless, Regex::whole_word));
    if (done) done = in("evidence", compile_conditions(compiled.evidence, rule.evidence));
    if (done) done = in("ordinary", compile_conditions(compiled.ordinary, rule.ordinary));
    if (done) done = in("suggest", compile_suggestions(compiled.suggestions, rule.suggestions));
    return done;
  }

  void add_pattern(std::uint32_t rule, const std::string& text,
                   const std::vector<Anchor>& anchors) {
    const auto number = static_cast<std::uint32_t>(set_.patterns.size());
    const auto write = [&text, &lexicon = *lexicon_] { return write_pattern(text, lexicon); };
    const auto read = [&text, &language = *language_] {
      return read_patterns({text}, PatternUse::Match, language);
    };
    set_.patterns.push_back({rule, Regex::whole_word(write, read)});
    for (const Anchor& anchor : anchors) {
      using Wanted = ScanWords::Wanted;
      language_->scan.add(anchor.word, anchor.beside_any ? Wanted::Anywhere : Wanted::InPair);
      if (!anchor.pairs.empty()) {
        std::vector<std::uint32_t>& own = own_pairs_[language_];
        own.insert(own.end(), anchor.pairs.begin(), anchor.pairs.end());
      }
      language_->anchors[anchor.word].push_back(
          {number, anchor.min_before, anchor.max_before, anchor.previous, anchor.next});
    }
  }

  // Strangers' rules must not take long to load, nor much memory. The shipped ones are checked.
  static constexpr std::size_t kMostPhrases = 200'000;

  RuleSet& set_;
  std::size_t phrases_ = 0;  // that the patterns of unchecked rules stand for
  std::map<const CompiledLanguage*, std::vector<std::uint32_t>> own_pairs_;  // of unchecked rules
  // Of what is being compiled:
  bool checked_ = false;  // already
  const Lexicon* lexicon_ = nullptr;
  CompiledLanguage* language_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<RuleSet>> compile_rules(RuleData data) {
  auto set = std::make_unique<RuleSet>(std::move(data));
  if (auto done = Compiler(*set).compile(); !done) return tl::make_unexpected(done.error());
  return set;
}

Result<void> check_regexes(const RuleSet& set) {
  const auto check = [](const Rule& rule, const Regex& regex) -> Result<void> {
    if (rule.checked) return {};
    const auto error = regex.compile_error();
    if (!error) return {};
    return tl::make_unexpected(
        Error{rule.file + ": " + rule.id, "RE2 refuses a pattern: " + *error});
  };
  for (const CompiledPattern& pattern : set.patterns) {
    if (auto done = check(*set.rules[pattern.rule].rule, pattern.regex); !done) return done;
  }
  for (const CompiledRule& rule : set.rules) {
    if (auto done = check(*rule.rule, rule.unless); !done) return done;
    for (const auto* conditions : {&rule.evidence, &rule.ordinary}) {
      for (const CompiledCondition& condition : *conditions) {
        if (auto done = check(*rule.rule, condition.before); !done) return done;
        if (auto done = check(*rule.rule, condition.after); !done) return done;
      }
    }
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

}  // namespace personfirst
