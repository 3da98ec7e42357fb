#include "linter/rules/rule_set.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/rules/pattern.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

constexpr std::size_t kMaxNearPhrases = 4000;

// Carries where we are, so that an error can say it.
class Compiler {
 public:
  explicit Compiler(RuleSet& set) : set_(set) {}

  Result<void> compile() {
    for (const auto& [language, lexicon] : set_.data.lexicons) {
      if (auto done = compile_language(language, lexicon); !done) return done;
    }
    std::vector<const Rule*> rules;
    for (const Rule& rule : set_.data.rules) rules.push_back(&rule);
    std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    for (const Rule* rule : rules) {
      if (auto done = compile_rule(*rule); !done) return done;
    }
    for (const ExemptName& name : set_.data.names) {
      (name.needs_capitals ? set_.names_in_capitals : set_.names).add(to_lower(name.text));
    }
    return {};
  }

 private:
  using Problem = tl::unexpected<Error>;
  [[nodiscard]] Problem refuse(const std::string& field, const std::string& what) const {
    return tl::make_unexpected(Error{where_ + ": " + field, what});
  }

  // One alternation of patterns, without groups.
  Result<std::string> alternation(const std::vector<std::string>& patterns, PatternUse use, const std::string& field) {
    std::string all;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto pattern = Pattern::parse(patterns[i], use, *lexicon_);
      if (!pattern) return refuse(fmt::format("{}[{}]", field, i), pattern.error().what);
      if (!all.empty()) all += '|';
      all += pattern->to_re2_without_groups();
    }
    return all;
  }

  using Wrap = Regex (*)(std::string);
  Result<void> compile_list(Regex& out, const std::vector<std::string>& patterns, Wrap wrap, const std::string& field) {
    if (patterns.empty()) return {};
    auto text = alternation(patterns, PatternUse::Beside, field);
    if (!text) return tl::make_unexpected(text.error());
    out = wrap(std::move(*text));
    return {};
  }

  // A whole set is shared; anything else is spelled out.
  Result<void> compile_phrases(std::vector<const PhraseIndex*>& out, const std::vector<std::string>& phrases,
                               const std::string& field) {
    auto own = std::make_unique<PhraseIndex>();
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const std::string& text = phrases[i];
      const std::string place = fmt::format("{}[{}]", field, i);
      if (text.size() > 2 && text.front() == '{' && text.back() == '}') {
        std::string name = text.substr(1, text.size() - 2);
        if (name.front() == '~') name.erase(0, 1);
        if (const auto set = language_->sets.find(name); set != language_->sets.end()) {
          out.push_back(&set->second);
          continue;
        }
      }
      const auto pattern = Pattern::parse(text, PatternUse::Beside, *lexicon_);
      if (!pattern) return refuse(place, pattern.error().what);
      const auto spelled = pattern->phrases(kMaxNearPhrases);
      if (!spelled) return refuse(place, spelled.error().what);
      for (const std::string& phrase : *spelled) own->add(phrase);
    }
    if (!own->empty()) {
      out.push_back(own.get());
      set_.own_phrases.push_back(std::move(own));
    }
    return {};
  }

  Result<void> compile_conditions(std::vector<CompiledCondition>& out, const std::vector<Condition>& conditions,
                                  const std::string& field) {
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const Condition& condition = conditions[i];
      const std::string place = fmt::format("{}[{}]", field, i);
      CompiledCondition compiled;
      compiled.condition = &condition;
      auto done = compile_phrases(compiled.near, condition.near, place + ".near");
      if (done) done = compile_phrases(compiled.absent, condition.absent, place + ".absent");
      if (done) done = compile_list(compiled.before, condition.before, Regex::at_end, place + ".before");
      if (done) done = compile_list(compiled.after, condition.after, Regex::at_start, place + ".after");
      if (!done) return done;
      out.push_back(std::move(compiled));
    }
    return {};
  }

  Result<void> compile_language(const std::string& name, const Lexicon& lexicon) {
    where_ = "lexicon: " + name;
    lexicon_ = &lexicon;
    language_ = &set_.languages[name];
    language_->lexicon = &lexicon;
    for (const auto& [set_name, set] : lexicon.sets) {
      PhraseIndex& index = language_->sets[set_name];
      for (const auto& entry : set.words) index.add(entry.first);
    }
    language_->function_words.insert(lexicon.function_words.begin(), lexicon.function_words.end());
    language_->uk_cues.insert(lexicon.uk_cues.begin(), lexicon.uk_cues.end());
    language_->joining_words.insert(lexicon.name_shape.joining_words.begin(), lexicon.name_shape.joining_words.end());
    for (const std::string& word : lexicon.name_shape.name_words) language_->name_words.add(word);
    auto done = compile_conditions(language_->law, lexicon.law, "law");
    const MentionCues& mention = lexicon.mention;
    const SelfLabelCues& self = lexicon.self_label;
    if (done) done = compile_list(language_->self_label_before, self.before, Regex::at_end, "self_label.before");
    if (done) done = compile_list(language_->self_label_after, self.after, Regex::at_start, "self_label.after");
    for (const std::string& word : self.first_person) language_->first_person.add(word);
    for (const std::string& word : self.other_person) language_->other_person.add(word);
    for (const char* set : {"subject", "person"}) {
      const auto people = lexicon.sets.find(set);
      if (people == lexicon.sets.end()) continue;
      for (const auto& entry : people->second.words) language_->other_person.add(entry.first);
    }
    if (done) done = compile_list(language_->mention_before, mention.before, Regex::anywhere, "mention.before");
    if (done) done = compile_list(language_->mention_after, mention.after, Regex::at_start, "mention.after");
    if (done) {
      done = compile_list(language_->mention_before_set_off, mention.before_set_off, Regex::at_end,
                          "mention.before_set_off");
    }
    if (done) {
      done = compile_list(language_->mention_after_set_off, mention.after_set_off, Regex::at_start,
                          "mention.after_set_off");
    }
    if (done) {
      done = compile_list(language_->mention_introduced, mention.introduced_by, Regex::anywhere,
                          "mention.introduced_by");
    }
    if (done) done = compile_list(language_->mention_line, mention.line_start, Regex::anywhere, "mention.line_start");
    if (done) {
      done = compile_list(language_->reference_heading, mention.reference_headings, Regex::anywhere,
                          "mention.reference_headings");
    }
    return done;
  }

  Result<void> compile_rule(const Rule& rule) {
    where_ = rule.file + ": " + rule.id;
    const auto language = set_.languages.find(rule.language);
    if (language == set_.languages.end()) return refuse("language", "no lexicon for “" + rule.language + "”");
    language_ = &language->second;
    lexicon_ = language_->lexicon;
    const auto index = static_cast<std::uint32_t>(set_.rules.size());
    CompiledRule compiled;
    compiled.rule = &rule;
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      const std::string place = fmt::format("patterns[{}]", i);
      const auto pattern = Pattern::parse(rule.patterns[i], PatternUse::Match, *lexicon_);
      if (!pattern) return refuse(place, pattern.error().what);
      const auto anchors = pattern->anchors();
      if (!anchors) return refuse(place, anchors.error().what);
      const auto number = static_cast<std::uint32_t>(set_.patterns.size());
      set_.patterns.push_back({index, Regex::whole_word(pattern->to_re2())});
      for (const Anchor& anchor : *anchors) {
        language_->anchor_shapes.set(anchor_shape(anchor.word));
        language_->anchors[anchor.word].push_back({number, anchor.min_before, anchor.max_before});
      }
    }
    if (!rule.unless.empty()) {
      auto text = alternation(rule.unless, PatternUse::Beside, "unless");
      if (!text) return tl::make_unexpected(text.error());
      compiled.unless = Regex::whole_word(std::move(*text));
    }
    auto done = compile_conditions(compiled.evidence, rule.evidence, "evidence");
    if (done) done = compile_conditions(compiled.ordinary, rule.ordinary, "ordinary");
    if (!done) return done;
    for (std::size_t i = 0; i < rule.suggestions.size(); ++i) {
      auto suggestion = compile_suggestion(rule.suggestions[i], fmt::format("suggest[{}]", i));
      if (!suggestion) return tl::make_unexpected(suggestion.error());
      compiled.suggestions.push_back(std::move(*suggestion));
    }
    set_.rules.push_back(std::move(compiled));
    return {};
  }

  Result<CompiledSuggestion> compile_suggestion(const Suggestion& suggestion, const std::string& field) {
    CompiledSuggestion compiled;
    compiled.suggestion = &suggestion;
    const auto parse = [&](Template& out, const std::string& text, const char* name) -> Result<void> {
      auto parsed = parse_template(text, *lexicon_);
      if (!parsed) return refuse(field + "." + name, parsed.error().what);
      out = std::move(*parsed);
      return {};
    };
    auto done = parse(compiled.text, suggestion.text, "text");
    if (done) done = parse(compiled.predicate, suggestion.predicate, "predicate");
    if (done) done = parse(compiled.become, suggestion.become, "become");
    if (done && !suggestion.for_patterns.empty()) {
      auto text = alternation(suggestion.for_patterns, PatternUse::Beside, field + ".for");
      if (!text) return tl::make_unexpected(text.error());
      compiled.only_for = Regex::whole_word("(?:" + *text + ")");
    }
    if (!done) return tl::make_unexpected(done.error());
    return compiled;
  }

  RuleSet& set_;
  std::string where_;
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
    const auto error = regex.compile_error();
    if (!error) return {};
    return tl::make_unexpected(Error{rule.file + ": " + rule.id, "RE2 refuses a pattern: " + *error});
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

}  // namespace personfirst
