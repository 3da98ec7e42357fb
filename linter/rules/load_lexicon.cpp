// Reads {"lexicon": {language: {...}}}.
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/rules/load_parts.h"

namespace personfirst {
namespace {

using Kind = JsonValue::Kind;

// The object in a field whose keys are data. Calls read(key, value, place) for each entry, while
// nothing is wrong.
template <typename Read>
void read_entries(ObjectReader& reader, std::string_view key, Read read) {
  const JsonValue* object = reader.optional(key, Kind::Object);
  if (object == nullptr) return;
  const ObjectReader entries(*object, reader.place(key));
  Result<void> done = entries.finish_entries();
  for (const JsonMember& entry : entries.entries()) {
    if (!done) break;
    if (entry.key.empty()) {
      done = tl::unexpected(Error{reader.place(key), "must not hold an empty key"});
    } else {
      done = read(entry.key, entry.value, entries.place(entry.key));
    }
  }
  reader.refuse(done);
}

Result<std::string> read_text(const JsonValue& value, const std::string& where) {
  if (value.kind != Kind::String) return tl::unexpected(Error{where, "must be a text"});
  if (value.string.empty()) return tl::unexpected(Error{where, "must not be empty"});
  return value.string;
}

Result<Attributes> read_attributes(const JsonValue& value, const std::string& where) {
  Attributes attributes;
  const ObjectReader entries(value, where);
  if (const Result<void> done = entries.finish_entries(); !done)
    return tl::unexpected(done.error());
  for (const JsonMember& entry : entries.entries()) {
    Result<std::string> text = read_text(entry.value, entries.place(entry.key));
    if (!text) return tl::unexpected(text.error());
    attributes.emplace(entry.key, *std::move(text));
  }
  return attributes;
}

// A list of words, or an object from words to their attributes.
Result<void> read_set(const JsonValue& value, const std::string& where, WordSet& set) {
  WordList::Words words;
  const auto add = [&](const std::string& word, Attributes attributes) -> Result<void> {
    if (words.emplace(word, std::move(attributes)).second) return {};
    return tl::unexpected(Error{where + ": " + word, "is given twice"});
  };
  if (value.kind == Kind::Array) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const Result<std::string> word =
          read_text(value.items[i], where + "[" + std::to_string(i) + "]");
      if (!word) return tl::unexpected(word.error());
      if (const Result<void> added = add(*word, {}); !added) return added;
    }
  } else if (value.kind == Kind::Object) {
    const ObjectReader entries(value, where);
    if (const Result<void> done = entries.finish_entries(); !done) return done;
    for (const JsonMember& entry : entries.entries()) {
      Result<Attributes> attributes = read_attributes(entry.value, entries.place(entry.key));
      if (!attributes) return tl::unexpected(attributes.error());
      if (const Result<void> added = add(entry.key, *std::move(attributes)); !added) return added;
    }
  } else {
    return tl::unexpected(Error{where, "must be a list of words or an object"});
  }
  if (words.empty()) return tl::unexpected(Error{where, "must not be empty"});
  constexpr std::size_t kMostWords = 20000;
  if (words.size() > kMostWords)
    return tl::unexpected(Error{where, "has more than 20000 words; split it"});
  set.words = std::move(words);
  return {};
}

Result<void> read_macro(const JsonValue& value, const std::string& where, Macro& macro) {
  ObjectReader reader(value, where);
  macro.re2 = reader.required_text("re2");
  macro.max_words = reader.optional_number("max_words").value_or(1);
  if (macro.max_words == 0) reader.refuse(reader.place("max_words"), "must be 1 or more");
  return reader.finish();
}

Result<VerbForms> read_verb(const std::string& base, const JsonValue& value,
                            const std::string& where) {
  if (value.kind != Kind::Array) return tl::unexpected(Error{where, "must be a list"});
  if (value.items.size() != 5) {
    return tl::unexpected(
        Error{where, "must have five forms, such as use, uses, used, used, using"});
  }
  std::array<std::string, 5> forms;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Result<std::string> form = read_text(value.items[i], where + "[" + std::to_string(i) + "]");
    if (!form) return tl::unexpected(form.error());
    forms[i] = *std::move(form);
  }
  if (forms[0] != base) return tl::unexpected(Error{where + "[0]", "must be “" + base + "”"});
  return VerbForms{forms[0], forms[1], forms[2], forms[3], forms[4]};
}

void read_cues(ObjectReader& reader, Lexicon& lexicon) {
  if (const JsonValue* value = reader.optional("self_label", Kind::Object)) {
    ObjectReader cues(*value, reader.place("self_label"));
    lexicon.self_label.before = cues.optional_texts("before");
    lexicon.self_label.after = cues.optional_texts("after");
    lexicon.self_label.first_person = cues.optional_texts("first_person");
    lexicon.self_label.own = cues.optional_texts("own");
    lexicon.self_label.other_person = cues.optional_texts("other_person");
    reader.refuse(cues.finish());
  }
  if (const JsonValue* value = reader.optional("mention", Kind::Object)) {
    ObjectReader cues(*value, reader.place("mention"));
    lexicon.mention.before = cues.optional_texts("before");
    lexicon.mention.after = cues.optional_texts("after");
    lexicon.mention.before_set_off = cues.optional_texts("before_set_off");
    lexicon.mention.after_set_off = cues.optional_texts("after_set_off");
    lexicon.mention.introduced_by = cues.optional_texts("introduced_by");
    lexicon.mention.line_start = cues.optional_texts("line_start");
    lexicon.mention.reference_headings = cues.optional_texts("reference_headings");
    reader.refuse(cues.finish());
  }
  if (const JsonValue* value = reader.optional("name_shape", Kind::Object)) {
    ObjectReader cues(*value, reader.place("name_shape"));
    lexicon.name_shape.name_words = cues.optional_texts("name_words");
    lexicon.name_shape.joining_words = cues.optional_texts("joining_words");
    lexicon.name_shape.organisations = cues.optional_texts("organisations");
    reader.refuse(cues.finish());
  }
}

Result<Lexicon> read_lexicon(const std::string& language, const JsonValue& value,
                             const std::string& where) {
  ObjectReader reader(value, where);
  Lexicon lexicon;
  lexicon.language = language;
  read_entries(reader, "sets",
               [&](const std::string& name, const JsonValue& set, const std::string& place) {
                 WordSet& target = lexicon.sets[name];
                 target.name = name;
                 return read_set(set, place, target);
               });
  read_entries(reader, "macros",
               [&](const std::string& name, const JsonValue& macro, const std::string& place) {
                 Macro& target = lexicon.macros[name];
                 target.name = name;
                 return read_macro(macro, place, target);
               });
  for (const auto& [name, macro] : lexicon.macros) {
    if (lexicon.sets.contains(name))
      reader.refuse(reader.place("macros") + ": " + name, "is the name of a set, too");
  }
  read_entries(reader, "verbs",
               [&](const std::string& base, const JsonValue& forms, const std::string& place) {
                 Result<VerbForms> verb = read_verb(base, forms, place);
                 if (!verb) return Result<void>(tl::unexpected(verb.error()));
                 lexicon.verbs.emplace(base, *std::move(verb));
                 return Result<void>();
               });
  lexicon.common_words = reader.optional_texts("common_words");
  lexicon.function_words = reader.optional_texts("function_words");
  if (const JsonValue* articles = reader.optional("articles", Kind::Object)) {
    ObjectReader fields(*articles, reader.place("articles"));
    lexicon.a_before_vowel_letter = fields.optional_texts("a");
    lexicon.an_before_consonant_letter = fields.optional_texts("an");
    reader.refuse(fields.finish());
  }
  read_entries(reader, "spelling",
               [&](const std::string& us, const JsonValue& uk, const std::string& place) {
                 Result<std::string> text = read_text(uk, place);
                 if (!text) return Result<void>(tl::unexpected(text.error()));
                 lexicon.us_to_uk.emplace(us, *std::move(text));
                 return Result<void>();
               });
  lexicon.uk_cues = reader.optional_texts("uk_cues");
  lexicon.law = read_conditions(reader, "law");
  lexicon.codes = read_conditions(reader, "codes");
  lexicon.labels = reader.optional_texts("labels");
  read_cues(reader, lexicon);
  if (const Result<void> done = reader.finish(); !done) return tl::unexpected(done.error());
  return lexicon;
}

}  // namespace

Result<void> read_lexicon_file(const std::string& file, const JsonValue& root, RuleData& data) {
  ObjectReader reader(root, file);
  reader.optional_text("$schema");
  read_entries(reader, "lexicon",
               [&](const std::string& language, const JsonValue& value, const std::string& place) {
                 if (data.lexicons.contains(language))
                   return Result<void>(tl::unexpected(Error{place, "is given already"}));
                 Result<Lexicon> lexicon = read_lexicon(language, value, file + ": " + language);
                 if (!lexicon) return Result<void>(tl::unexpected(lexicon.error()));
                 data.lexicons.emplace(language, *std::move(lexicon));
                 return Result<void>();
               });
  return reader.finish();
}

}  // namespace personfirst
