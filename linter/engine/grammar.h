// The English that a replacement needs: a or an, capitals, verb forms, spelling.
//
// What words do is data (rules/lexicon.json); this is only how it is applied.
#pragma once

#include <string>
#include <string_view>

#include "linter/rules/rule.h"

namespace personfirst {

enum class VerbForm { Base, Third, Past, Participle, Gerund };
[[nodiscard]] const std::string& inflect(const VerbForms& verb, VerbForm form);

// "a" or "an" for what follows, by its sound.
[[nodiscard]] std::string_view article_for(std::string_view phrase, const Lexicon& lexicon);

// Sets every "a" and "an" inside a text right.
[[nodiscard]] std::string with_articles(std::string_view text, const Lexicon& lexicon);

enum class CaseShape { Lower, Sentence, Title, Upper };
[[nodiscard]] std::string with_case(std::string_view text, CaseShape shape, const Lexicon& lexicon);
[[nodiscard]] std::string capitalised(std::string_view text);

[[nodiscard]] std::string with_uk_spelling(std::string_view text, const Lexicon& lexicon);

}  // namespace personfirst
