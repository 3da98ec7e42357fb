// Reads {"language", "pack", "topic", "rules": [...]}.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/rules/load_parts.h"
#include "linter/rules/marked_text.h"
#include "linter/text/document.h"

namespace personfirst {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t kMaxNoteWords = 60;

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space && !in_word) ++words;
    in_word = !is_space;
  }
  return words;
}

// Braces belong to {match} alone.
bool has_other_placeholder(std::string_view message) {
  constexpr std::string_view kMatch = "{match}";
  while (true) {
    const auto brace = message.find_first_of("{}");
    if (brace == std::string_view::npos) return false;
    if (message.substr(brace, kMatch.size()) != kMatch) return true;
    message.remove_prefix(brace + kMatch.size());
  }
}

Result<Suggestion> read_suggestion(const JsonValue& value, const std::string& where) {
  ObjectReader reader(value, where);
  Suggestion suggestion;
  suggestion.text = reader.required_text("text");
  suggestion.predicate = reader.optional_text("predicate");
  suggestion.become = reader.optional_text("become");
  suggestion.for_patterns = reader.optional_texts("for");
  if (reader.has("needs")) {
    constexpr std::array kNeeds{Needs::Diagnosis, Needs::Recovery, Needs::Prescription};
    suggestion.needs = kNeeds[reader.choice("needs", {"dx", "rec", "rx"})];
  }
  if (reader.has("apply")) {
    reader.choice("apply", {"automatic"});
    suggestion.automatic = true;
  }
  suggestion.mass = reader.flag("mass");
  if (suggestion.automatic && suggestion.needs != Needs::Nothing) {
    reader.refuse(reader.place("apply"), "a suggestion that needs something is always asked first");
  }
  if (const Result<void> done = reader.finish(); !done) return tl::unexpected(done.error());
  return suggestion;
}

std::string read_format(ObjectReader& reader) {
  if (!reader.has("format")) return "plain";
  constexpr std::array<std::string_view, 3> kFormats{"plain", "markdown", "html"};
  return std::string(kFormats[reader.choice("format", {"plain", "markdown", "html"})]);
}

Result<FlagExample> read_flag_example(const JsonValue& value, const std::string& where) {
  ObjectReader reader(value, where);
  FlagExample example;
  example.in = reader.required_text("in");
  if (reader.has("out")) example.out = reader.required_text("out");
  example.format = read_format(reader);
  if (reader.has("context")) {
    constexpr std::array<std::string_view, 3> kContexts{"prose", "quotation", "self-label"};
    example.context = kContexts[reader.choice("context", {"prose", "quotation", "self-label"})];
  }
  const std::optional<MarkedText> marked = read_marks(example.in);
  if (!marked || marked->spans.empty()) {
    reader.refuse(reader.place("in"), "must mark the words to be found, [[like this]]");
  }
  if (example.out && example.out->find("[[") != std::string::npos) {
    reader.refuse(reader.place("out"), "must not hold marks");
  }
  if (const Result<void> done = reader.finish(); !done) return tl::unexpected(done.error());
  return example;
}

Result<PassExample> read_pass_example(const JsonValue& value, const std::string& where) {
  PassExample example;
  std::string in_place = where;
  if (value.kind == Kind::String) {
    example.in = value.string;
    if (example.in.empty()) return tl::unexpected(Error{where, "must not be empty"});
  } else {
    ObjectReader reader(value, where);
    example.in = reader.required_text("in");
    example.format = read_format(reader);
    in_place = reader.place("in");
    if (const Result<void> done = reader.finish(); !done) return tl::unexpected(done.error());
  }
  if (example.in.find("[[") != std::string::npos || example.in.find("]]") != std::string::npos) {
    return tl::unexpected(Error{in_place, "must not hold marks: nothing is to be found there"});
  }
  return example;
}

// Reads each item of a list of objects. An empty list is refused.
template <typename T>
std::vector<T> read_each(ObjectReader& reader, std::string_view key, const JsonValue* list,
                         Result<T> (*read)(const JsonValue&, const std::string&)) {
  std::vector<T> result;
  if (list == nullptr) return result;
  if (list->items.empty()) reader.refuse(reader.place(key), "must not be empty");
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    Result<T> item = read(list->items[i], reader.place(key, i));
    if (!item) {
      reader.refuse(item.error().where, item.error().what);
      break;
    }
    result.push_back(*std::move(item));
  }
  return result;
}

// Whether `id` is "topic/name".
bool is_id_of(std::string_view id, std::string_view topic) {
  return id.size() > topic.size() + 1 && id.starts_with(topic) && id[topic.size()] == '/' &&
         is_kebab_case(id.substr(topic.size() + 1));
}

void read_examples(ObjectReader& reader, LoadExamples examples, Rule& rule) {
  if (examples == LoadExamples::No) {
    reader.skip("flag");
    reader.skip("pass");
    return;
  }
  rule.flag = read_each(reader, "flag", reader.required("flag", Kind::Array), read_flag_example);
  rule.pass = read_each(reader, "pass", reader.required("pass", Kind::Array), read_pass_example);
}

void read_words(ObjectReader& reader, Rule& rule) {
  rule.message = reader.required_text("message");
  if (has_other_placeholder(rule.message)) {
    reader.refuse(reader.place("message"), "may hold {match} and no other braces");
  }
  rule.note = reader.required_text("note");
  if (const std::size_t words = count_words(rule.note); words > kMaxNoteWords) {
    reader.refuse(reader.place("note"), "has " + std::to_string(words) + " words; 60 are the most");
  }
  rule.advice = reader.optional_text("advice");
}

// What to look for, and what to write instead.
void read_patterns(ObjectReader& reader, Rule& rule) {
  constexpr std::array kPartsOfSpeech{PartOfSpeech::Person, PartOfSpeech::Thing,
                                      PartOfSpeech::Modifier, PartOfSpeech::Verb,
                                      PartOfSpeech::Phrase};
  if (reader.require("pos")) {
    rule.part_of_speech =
        kPartsOfSpeech[reader.choice("pos", {"person", "thing", "modifier", "verb", "phrase"})];
  }
  if (reader.has("case")) {
    reader.choice("case", {"exact"});
    rule.exact_case = true;
  }
  rule.sources = reader.required_texts("sources");
  rule.patterns = reader.required_texts("patterns");
  rule.unless = reader.optional_texts("unless");
  rule.evidence = read_conditions(reader, "evidence");
  rule.ordinary = read_conditions(reader, "ordinary");
  rule.suggestions =
      read_each(reader, "suggest", reader.optional("suggest", Kind::Array), read_suggestion);
  rule.mutual_aid_word = reader.flag("mutual_aid");
  rule.names_code = reader.flag("names_code");
}

Result<void> read_rule(const JsonValue& value, const std::string& where, LoadExamples examples,
                       Rule& rule) {
  ObjectReader reader(value, where);
  rule.id = reader.required_text("id");
  if (!rule.id.empty() && !is_id_of(rule.id, rule.topic)) {
    reader.refuse(reader.place("id"),
                  "must be “" + rule.topic + "/” and a name in lower case: a-z, 0-9 and hyphens");
  }
  constexpr std::array kSeverities{Severity::Error, Severity::Warning, Severity::Hint};
  if (reader.require("severity")) {
    rule.severity = kSeverities[reader.choice("severity", {"error", "warning", "hint"})];
  }
  rule.on_by_default = !reader.flag("off");
  read_words(reader, rule);
  if (reader.has("reports")) {
    constexpr std::array kReports{Reports::UnusedSuppression, Reports::UnknownSuppression,
                                  Reports::SuppressionWithoutReason};
    rule.reports = kReports[reader.choice(
        "reports", {"unused-suppression", "unknown-suppression", "suppression-without-reason"})];
  } else {
    read_patterns(reader, rule);
  }
  if (rule.suggestions.empty() && rule.advice.empty()) {
    reader.refuse(where, "needs “suggest” or “advice”");
  }
  read_examples(reader, examples, rule);
  return reader.finish();
}

// Messages name a rule by its id when it has one.
std::string name_of(const JsonValue& rule, std::size_t index) {
  const JsonValue* id = rule.find("id");
  if (id == nullptr || id->kind != Kind::String || id->string.empty())
    return "rules[" + std::to_string(index) + "]";
  return id->string;
}

std::string read_kebab(ObjectReader& reader, std::string_view key) {
  std::string text = reader.required_text(key);
  if (!text.empty() && !is_kebab_case(text)) {
    reader.refuse(reader.place(key), "must be in lower case: a-z, 0-9 and hyphens");
  }
  return text;
}

}  // namespace

std::vector<Condition> read_conditions(ObjectReader& reader, std::string_view key) {
  const auto read = [](const JsonValue& value, const std::string& where) -> Result<Condition> {
    ObjectReader fields(value, where);
    Condition condition;
    condition.near = fields.optional_texts("near");
    condition.absent = fields.optional_texts("absent");
    condition.before = fields.optional_texts("before");
    condition.after = fields.optional_texts("after");
    condition.under = fields.optional_texts("under");
    condition.within = fields.optional_number("within");
    if (fields.has("scope")) {
      constexpr std::array kScopes{Scope::Sentence, Scope::Paragraph, Scope::Document};
      condition.scope = kScopes[fields.choice("scope", {"sentence", "paragraph", "document"})];
    }
    const bool has_scoped = !condition.near.empty() || !condition.absent.empty();
    if (!has_scoped && condition.before.empty() && condition.after.empty() &&
        condition.under.empty()) {
      fields.refuse(where, "needs “near”, “absent”, “before”, “after” or “under”");
    }
    if (condition.within && condition.near.empty())
      fields.refuse(fields.place("within"), "goes with “near”");
    if (condition.scope != Scope::Sentence && !has_scoped) {
      fields.refuse(fields.place("scope"), "goes with “near” or “absent”");
    }
    if (condition.within && condition.scope != Scope::Sentence) {
      fields.refuse(fields.place("within"), "counts words in the sentence: leave “scope” out");
    }
    if (const Result<void> done = fields.finish(); !done) return tl::unexpected(done.error());
    return condition;
  };
  return read_each<Condition>(reader, key, reader.optional(key, Kind::Array), read);
}

Result<void> read_rule_file(const std::string& file, const JsonValue& root, LoadExamples examples,
                            RuleData& data) {
  ObjectReader reader(root, file);
  reader.optional_text("$schema");
  Rule of_file;
  of_file.file = file;
  of_file.language = read_kebab(reader, "language");
  of_file.pack = read_kebab(reader, "pack");
  of_file.topic = read_kebab(reader, "topic");
  const JsonValue* rules = reader.required("rules", Kind::Array);
  if (rules != nullptr && rules->items.empty())
    reader.refuse(reader.place("rules"), "must not be empty");
  if (const Result<void> done = reader.finish(); !done) return done;
  for (std::size_t i = 0; i < rules->items.size(); ++i) {
    Rule rule = of_file;
    const std::string where = file + ": " + name_of(rules->items[i], i);
    if (const Result<void> read = read_rule(rules->items[i], where, examples, rule); !read)
      return read;
    data.rules.push_back(std::move(rule));
  }
  return {};
}

}  // namespace personfirst
