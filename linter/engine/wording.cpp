#include "linter/engine/wording.h"

#include <algorithm>
#include <set>

#include "linter/text/words.h"

namespace personfirst {
namespace {

// The entry of a word set for a word as folded; a hyphen may stand for a space.
const std::pair<const std::string, Attributes>* entry_of(const WordSet& set,
                                                         const std::string& word) {
  if (const auto found = set.words.find(word); found != set.words.end()) return &*found;
  std::string spaced = word;
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  const auto found = set.words.find(spaced);
  return found == set.words.end() ? nullptr : &*found;
}

bool begins_with(std::string_view text, std::string_view what) {
  return text.substr(0, what.size()) == what;
}

std::string without_place_capital(std::string text, CaseShape shape, bool first) {
  if (shape == CaseShape::Title || shape == CaseShape::Upper) return to_lower(text);
  const bool only_first = text.size() > 1 && !(text[1] >= 'A' && text[1] <= 'Z');
  if (shape == CaseShape::Sentence && first && only_first)
    return to_lower(text.substr(0, 1)) + text.substr(1);
  return text;
}

class Writer {
 public:
  Writer(const CompiledLanguage& language, const MatchForm& form)
      : language_(language), form_(form) {}

  bool write(const LiteralPart& part) {
    out += part.text;
    return true;
  }
  bool write(const NumberPart& part) {
    out += form_.plural ? part.plural : part.singular;
    return true;
  }
  bool write(const VerbPart& part) {
    if (part.base == "be" && !form_.copula.empty()) {
      out += form_.copula;
      return true;
    }
    out += inflect(language_.lexicon->verbs.at(part.base), form_.verb);
    return true;
  }
  bool write(const WordPart& part) {
    const auto word = form_.remembered.find(part.set);
    if (word == form_.remembered.end()) return false;
    used.insert(part.set);
    const auto set = language_.lexicon->sets.find(part.set);
    if (set == language_.lexicon->sets.end()) {
      out += word->second;
      return part.attribute.empty();
    }
    const auto* entry = entry_of(set->second, to_lower(word->second));
    if (entry == nullptr) return false;
    const auto attribute = entry->second.find(part.attribute.empty() ? "name" : part.attribute);
    if (attribute == entry->second.end()) {
      out += entry->first;
      return part.attribute.empty();
    }
    out += attribute->second;
    return true;
  }

  std::string out;
  std::set<std::string> used;

 private:
  const CompiledLanguage& language_;
  const MatchForm& form_;
};

}  // namespace

MatchForm form_of(const CompiledLanguage& language, const Folded& folded, const RegexMatch& match,
                  CaseShape shape) {
  MatchForm form;
  for (const RegexGroup& group : match.groups) {
    if (begins_with(group.name, "plural") && group.name != "plural") {
      form.plural = true;
    } else if (begins_with(group.name, "third")) {
      form.verb = VerbForm::Third;
    } else if (begins_with(group.name, "past")) {
      form.verb = VerbForm::Past;
    } else if (begins_with(group.name, "participle")) {
      form.verb = VerbForm::Participle;
    } else if (begins_with(group.name, "gerund")) {
      form.verb = VerbForm::Gerund;
    } else {
      const bool first = group.span.begin == match.span.begin;
      form.remembered[group.name] =
          without_place_capital(std::string(slice(folded.exact, group.span)), shape, first);
      const auto set = language.lexicon->sets.find(group.name);
      if (set == language.lexicon->sets.end()) continue;
      const auto* entry = entry_of(set->second, std::string(slice(folded.lower, group.span)));
      if (entry == nullptr) continue;
      const auto number = entry->second.find("number");
      form.plural |= number != entry->second.end() && number->second == "plural";
    }
  }
  return form;
}

std::optional<std::string> word_it(const Template& text, const CompiledLanguage& language,
                                   const MatchForm& form) {
  Writer writer(language, form);
  for (const TemplatePart& part : text.parts) {
    if (!std::visit([&](const auto& one) { return writer.write(one); }, part)) return std::nullopt;
  }
  for (const auto& remembered : form.remembered) {
    if (!writer.used.contains(remembered.first)) return std::nullopt;
  }
  return with_articles(writer.out, *language.lexicon);
}

}  // namespace personfirst
