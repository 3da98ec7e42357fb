// Templates of suggestions: their parts, and what is refused.
#include "linter/rules/template.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <type_traits>

#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

// "literal" as it is, <a|b> for numbers, <set>, <set.attribute>, <verb:use>; "! message" when
// refused.
std::string shown(std::string_view text) {
  const auto parsed = parse_template(text, testing::demo_lexicon());
  if (!parsed) return "! " + parsed.error().what;
  std::string out;
  for (const TemplatePart& part : parsed->parts) {
    std::visit(
        [&](const auto& one) {
          using Part = std::decay_t<decltype(one)>;
          if constexpr (std::is_same_v<Part, LiteralPart>) {
            out += one.text;
          } else if constexpr (std::is_same_v<Part, NumberPart>) {
            out += "<" + one.singular + "|" + one.plural + ">";
          } else if constexpr (std::is_same_v<Part, WordPart>) {
            out += "<" + one.set + (one.attribute.empty() ? "" : "." + one.attribute) + ">";
          } else {
            out += "<verb:" + one.base + ">";
          }
        },
        part);
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  EXPECT_EQ(shown(text), expected) << text;
}

TEST(Template, HasParts) {
  check("drug use", "drug use");
  check("{person|people} who {uses|use} {substance}", "<person|people> who <uses|use> <substance>");
  check("person with {substance.with}", "person with <substance.with>");
  check("{verb:use} drugs", "<verb:use> drugs");
  check("{number} days", "<number> days");
  check("famil{y|ies}", "famil<y|ies>");
  check("", "");
}

TEST(Template, RefusesWhatTheLexiconDoesNotHave) {
  check("{verb:drink} less", "! no verb “drink” in the lexicon");
  check("{weather} today", "! no word set or macro “weather” in the lexicon");
  check("{substance.color}", "! no word of “substance” has an attribute “color”");
  check("{number.name}", "! no word of “number” has an attribute “name”");
  check("{}", "! no word set or macro “” in the lexicon");
}

TEST(Template, RefusesAnOpenBrace) { check("who {uses", "! a “{” has no “}”"); }

}  // namespace
}  // namespace personfirst
