#include "linter/engine/grammar.h"

#include <algorithm>

#include "linter/text/utf8.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

// `word` is not empty.
bool begins_with_any(std::string_view word, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& one) {
    return one.empty() || (one.front() == word.front() && word.starts_with(one));
  });
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" ,.;:!?"));
}

// Calls `change(word)` for each word between spaces and puts the results together again.
template <typename Change>
std::string map_words(std::string_view text, Change change) {
  std::string out;
  while (true) {
    const std::size_t space = text.find(' ');
    out += change(text.substr(0, space),
                  text.substr(space == std::string_view::npos ? text.size() : space + 1));
    if (space == std::string_view::npos) return out;
    out += ' ';
    text.remove_prefix(space + 1);
  }
}

// Most words need no change.
template <typename Holds>
bool any_of_words(std::string_view text, const Holds& holds) {
  while (true) {
    const std::size_t space = text.find(' ');
    if (holds(text.substr(0, space))) return true;
    if (space == std::string_view::npos) return false;
    text.remove_prefix(space + 1);
  }
}

std::string upper(std::string_view text) {
  std::string out;
  for (std::uint32_t i = 0; i < text.size();) {
    std::uint32_t length = 1;
    const char32_t c = decode_at(text, i, &length);
    append_utf8(to_upper(c), out);
    i += length;
  }
  return out;
}

}  // namespace

const std::string& inflect(const VerbForms& verb, VerbForm form) {
  switch (form) {
    case VerbForm::Third:
      return verb.third;
    case VerbForm::Past:
      return verb.past;
    case VerbForm::Participle:
      return verb.participle;
    case VerbForm::Gerund:
      return verb.gerund;
    case VerbForm::Base:
      break;
  }
  return verb.base;
}

std::string_view article_for(std::string_view phrase, const Lexicon& lexicon) {
  const std::string word = to_lower(first_word(phrase));
  if (word.empty()) return "a";
  if (begins_with_any(word, lexicon.an_before_consonant_letter)) return "an";
  if (begins_with_any(word, lexicon.a_before_vowel_letter)) return "a";
  return is_vowel(word.front()) ? "an" : "a";
}

std::string with_articles(std::string_view text, const Lexicon& lexicon) {
  if (!any_of_words(text, [](std::string_view word) { return word == "a" || word == "an"; }))
    return std::string(text);
  return map_words(text, [&](std::string_view word, std::string_view rest) {
    if ((word != "a" && word != "an") || rest.empty()) return std::string(word);
    return std::string(article_for(rest, lexicon));
  });
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  std::uint32_t length = 1;
  const char32_t c = decode_at(text, 0, &length);
  std::string out;
  append_utf8(to_upper(c), out);
  out += text.substr(length);
  return out;
}

std::string with_case(std::string_view text, CaseShape shape, const Lexicon& lexicon) {
  switch (shape) {
    case CaseShape::Lower:
      return std::string(text);
    case CaseShape::Sentence:
      return capitalised(text);
    case CaseShape::Upper:
      return upper(text);
    case CaseShape::Title:
      break;
  }
  const auto& small = lexicon.name_shape.joining_words;
  bool first = true;
  return map_words(text, [&](std::string_view word, std::string_view) {
    const bool stays = !first && (std::find(small.begin(), small.end(), word) != small.end() ||
                                  word == "a" || word == "an");
    first = false;
    return stays ? std::string(word) : capitalised(word);
  });
}

std::string with_uk_spelling(std::string_view text, const Lexicon& lexicon) {
  std::string key;  // reused
  const auto changes = [&](std::string_view word) {
    key = word;
    return lexicon.us_to_uk.contains(key);
  };
  if (!any_of_words(text, changes)) return std::string(text);
  return map_words(text, [&](std::string_view word, std::string_view) {
    const auto found = lexicon.us_to_uk.find(std::string(word));
    return found == lexicon.us_to_uk.end() ? std::string(word) : found->second;
  });
}

}  // namespace personfirst
