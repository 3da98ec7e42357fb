// The texts of suggestions: "{person|people} who {uses|use} {substance}".
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "linter/result.h"
#include "linter/rules/rule.h"

namespace personfirst {

struct LiteralPart {
  std::string text;
};
struct NumberPart {
  std::string singular, plural;
};
struct WordPart {
  std::string set;
  std::string attribute;  // empty: the word's "name", or the word itself
};
struct VerbPart {
  std::string base;
};

using TemplatePart = std::variant<LiteralPart, NumberPart, WordPart, VerbPart>;

struct Template {
  std::vector<TemplatePart> parts;
  [[nodiscard]] bool empty() const { return parts.empty(); }
};

// Checks sets, attributes and verbs against the lexicon. The error's `where` is empty.
[[nodiscard]] Result<Template> parse_template(std::string_view text, const Lexicon& lexicon);

}  // namespace personfirst
