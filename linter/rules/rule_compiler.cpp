#include "linter/rules/rule_compiler.h"

#include <memory>
#include <optional>
#include <utility>

#include "linter/rules/pattern.h"

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

Error error_at(std::size_t i, const Error& error) { return {index(i), error.what}; }

// Those of the phrases that are no whole set. The error's `where` is the index alone: "[2]".
Result<PhraseIndex> spell_out(const std::vector<std::string>& phrases,
                              const CompiledLanguage& language) {
  PhraseIndex made;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (whole_set(language, phrases[i]) != nullptr) continue;
    if (is_plain_text(phrases[i])) {
      made.add(phrases[i]);
      continue;
    }
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

Wording wording_of(const Suggestion& suggestion, const Lexicon& lexicon) {
  const auto parse = [&](const std::string& text) {
    return parse_template(text, lexicon).value_or(Template{});
  };
  return {parse(suggestion.text), parse(suggestion.predicate), parse(suggestion.become)};
}

EdgeMask edges_of(const std::vector<std::string>& patterns, Regex::Place place,
                  const CompiledLanguage& language) {
  if (language.edges.empty()) return kAnyEdge;
  return language.edges.find(EdgeTable::key_of(patterns, Regex::edge_of(place)));
}

// Of a rule or of a language. The phrases that it spells out are kept in `own`.
class ListCompiler {
 public:
  ListCompiler(const CompiledLanguage& language, Checked checked, OwnPhrases& own)
      : language_(language), checked_(checked == Checked::Yes), own_(own) {}

  Result<void> list(Regex& out, const std::vector<std::string>& patterns, Regex::Place place) {
    if (patterns.empty()) return {};
    const auto write = [&patterns, &lexicon = lexicon()] {
      return write_alternation(patterns, lexicon);
    };
    if (!checked_) {
      if (const auto text = write(); !text) return tl::make_unexpected(text.error());
    }
    const auto read = [&patterns, &language = language_] {
      return read_patterns(patterns, PatternUse::Beside, language);
    };
    out = Regex(place, write, read, edges_of(patterns, place, language_));
    return {};
  }

  // A whole set is shared; anything else is spelled out.
  Result<void> phrase_list(std::vector<const Phrases*>& out,
                           const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases) {
      if (const Phrases* set = whole_set(language_, phrase)) out.push_back(set);
    }
    if (out.size() == phrases.size()) return {};
    if (!checked_) {
      if (const auto spelled = spell_out(phrases, language_); !spelled)
        return tl::make_unexpected(spelled.error());
    }
    own_.push_back(std::make_unique<const Phrases>([&phrases, &language = language_] {
      return std::make_unique<const PhraseIndex>(
          spell_out(phrases, language).value_or(PhraseIndex{}));
    }));
    out.push_back(own_.back().get());
    return {};
  }

  Result<void> conditions(std::vector<CompiledCondition>& out,
                          const std::vector<Condition>& given) {
    out.reserve(given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      const Condition& condition = given[i];
      CompiledCondition& compiled = out.emplace_back();
      compiled.condition = &condition;
      auto done = in(".near", phrase_list(compiled.near, condition.near));
      if (done) done = in(".absent", phrase_list(compiled.absent, condition.absent));
      if (done) done = in(".under", phrase_list(compiled.under, condition.under));
      if (done) done = in(".before", list(compiled.before, condition.before, Regex::Place::End));
      if (done) done = in(".after", list(compiled.after, condition.after, Regex::Place::Start));
      if (!done) return in(index(i), done);
    }
    return {};
  }

  [[nodiscard]] Result<void> check_wording(const Suggestion& suggestion) const {
    const auto check = [&](const std::string& text) -> Result<void> {
      const auto parsed = parse_template(text, lexicon());
      if (!parsed) return tl::make_unexpected(parsed.error());
      return {};
    };
    auto done = in(".text", check(suggestion.text));
    if (done) done = in(".predicate", check(suggestion.predicate));
    if (done) done = in(".become", check(suggestion.become));
    return done;
  }

  Result<void> suggestions(std::vector<CompiledSuggestion>& out,
                           const std::vector<Suggestion>& given) {
    out.reserve(given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      const Suggestion& suggestion = given[i];
      CompiledSuggestion& compiled = out.emplace_back();
      compiled.suggestion = &suggestion;
      Result<void> done;
      if (!checked_) done = check_wording(suggestion);
      compiled.wording = Lazy<Wording>([&suggestion, &lexicon = lexicon()] {
        return std::make_unique<const Wording>(wording_of(suggestion, lexicon));
      });
      if (done)
        done = in(".for", list(compiled.only_for, suggestion.for_patterns, Regex::Place::Here));
      if (!done) return in(index(i), done);
    }
    return {};
  }

 private:
  [[nodiscard]] const Lexicon& lexicon() const { return *language_.lexicon; }

  const CompiledLanguage& language_;
  const bool checked_;
  OwnPhrases& own_;
};

Regex regex_of(const std::string& pattern, const CompiledLanguage& language) {
  const auto write = [&pattern, &lexicon = *language.lexicon] {
    return write_pattern(pattern, lexicon);
  };
  const auto read = [&pattern, &language] {
    return read_patterns({pattern}, PatternUse::Match, language);
  };
  constexpr auto kPlace = Regex::Place::Here;
  return {kPlace, write, read, edges_of({pattern}, kPlace, language)};
}

void note_edges(const Regex& regex, const std::vector<std::string>& patterns, EdgeNotes& notes) {
  if (regex.empty()) return;
  const EdgeMask mask = regex.edge_mask();
  if (mask != kAnyEdge) notes[EdgeTable::key_of(patterns, Regex::edge_of(regex.place()))] |= mask;
}

void note_edges(const std::vector<CompiledCondition>& conditions, EdgeNotes& notes) {
  for (const CompiledCondition& one : conditions) {
    note_edges(one.before, one.condition->before, notes);
    note_edges(one.after, one.condition->after, notes);
  }
}

}  // namespace

std::string index(std::size_t i) { return "[" + std::to_string(i) + "]"; }

Result<void> in(std::string_view place, Result<void> done) {
  if (!done) done.error().where.insert(0, place);
  return done;
}

Result<void> compile_language(CompiledLanguage& language, const Lexicon& lexicon) {
  language.lexicon = &lexicon;
  ListCompiler compiler(language, lexicon.checked ? Checked::Yes : Checked::No,
                        language.own_phrases);
  language.macros = MacroTrees(lexicon);
  for (const auto& [set_name, set] : lexicon.sets) {
    language.sets.emplace(set_name, [&words = set] { return index_of(words); });
  }
  language.function_words.insert(lexicon.function_words.begin(), lexicon.function_words.end());
  language.uk_cues.insert(lexicon.uk_cues.begin(), lexicon.uk_cues.end());
  language.joining_words.insert(lexicon.name_shape.joining_words.begin(),
                                lexicon.name_shape.joining_words.end());
  language.name_words = Phrases([&lexicon] { return index_of(lexicon.name_shape.name_words); });
  language.organisations =
      Phrases([&lexicon] { return index_of(lexicon.name_shape.organisations); });
  language.first_person = Phrases([&lexicon] { return index_of(lexicon.self_label.first_person); });
  language.other_person = Phrases([&lexicon] { return index_of_other_people(lexicon); });
  language.labels = Phrases([&lexicon] { return index_of(lexicon.labels); });
  auto done = in("law", compiler.conditions(language.law, lexicon.law));
  if (done) done = in("codes", compiler.conditions(language.codes, lexicon.codes));
  const auto list = [&](Regex& out, const std::vector<std::string>& patterns, Regex::Place place,
                        std::string_view field) {
    if (done) done = in(field, compiler.list(out, patterns, place));
  };
  const SelfLabelCues& self = lexicon.self_label;
  list(language.self_label_before, self.before, Regex::Place::End, "self_label.before");
  list(language.self_label_own, self.own, Regex::Place::End, "self_label.own");
  list(language.self_label_after, self.after, Regex::Place::Start, "self_label.after");
  const MentionCues& mention = lexicon.mention;
  list(language.mention_before, mention.before, Regex::Place::Anywhere, "mention.before");
  list(language.mention_after, mention.after, Regex::Place::Start, "mention.after");
  list(language.mention_before_set_off, mention.before_set_off, Regex::Place::End,
       "mention.before_set_off");
  list(language.mention_after_set_off, mention.after_set_off, Regex::Place::Start,
       "mention.after_set_off");
  list(language.mention_introduced, mention.introduced_by, Regex::Place::Anywhere,
       "mention.introduced_by");
  list(language.mention_line, mention.line_start, Regex::Place::Anywhere, "mention.line_start");
  list(language.reference_heading, mention.reference_headings, Regex::Place::Anywhere,
       "mention.reference_headings");
  return done;
}

void note_edges(const CompiledLanguage& language, EdgeNotes& notes) {
  note_edges(language.law, notes);
  note_edges(language.codes, notes);
}

void note_edges(const CompiledRule& compiled, EdgeNotes& notes) {
  const Rule& rule = *compiled.rule;
  for (std::size_t i = 0; i < rule.patterns.size(); ++i)
    note_edges(compiled.patterns[i], {rule.patterns[i]}, notes);
  note_edges(compiled.unless, rule.unless, notes);
  note_edges(compiled.evidence, notes);
  note_edges(compiled.ordinary, notes);
  for (const CompiledSuggestion& one : compiled.suggestions)
    note_edges(one.only_for, one.suggestion->for_patterns, notes);
}

Result<std::unique_ptr<CompiledRule>> compile_rule(const Rule& rule,
                                                   const CompiledLanguage& language,
                                                   Checked checked) {
  auto compiled = std::make_unique<CompiledRule>();
  compiled->rule = &rule;
  compiled->patterns.reserve(rule.patterns.size());
  for (const std::string& pattern : rule.patterns)
    compiled->patterns.push_back(regex_of(pattern, language));
  ListCompiler compiler(language, checked, compiled->own_phrases);
  auto done = in("unless", compiler.list(compiled->unless, rule.unless, Regex::Place::Here));
  if (done) done = in("evidence", compiler.conditions(compiled->evidence, rule.evidence));
  if (done) done = in("ordinary", compiler.conditions(compiled->ordinary, rule.ordinary));
  if (done) done = in("suggest", compiler.suggestions(compiled->suggestions, rule.suggestions));
  if (!done) return tl::make_unexpected(done.error());
  return compiled;
}

}  // namespace personfirst
