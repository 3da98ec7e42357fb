#include "linter/rules/template.h"

#include <fmt/format.h>

namespace personfirst {
namespace {

tl::unexpected<Error> refuse(std::string what) {
  return tl::make_unexpected(Error{"", std::move(what)});
}

bool any_word_has(const WordSet& set, const std::string& attribute) {
  for (const auto& entry : set.words) {
    if (entry.second.contains(attribute)) return true;
  }
  return false;
}

Result<TemplatePart> parse_placeholder(std::string_view inside, const Lexicon& lexicon) {
  if (const std::size_t bar = inside.find('|'); bar != std::string_view::npos) {
    return NumberPart{std::string(inside.substr(0, bar)), std::string(inside.substr(bar + 1))};
  }
  constexpr std::string_view kVerb = "verb:";
  if (inside.substr(0, kVerb.size()) == kVerb) {
    std::string base(inside.substr(kVerb.size()));
    if (!lexicon.verbs.contains(base))
      return refuse(fmt::format("no verb “{}” in the lexicon", base));
    return VerbPart{std::move(base)};
  }
  const std::size_t dot = inside.find('.');
  std::string name(inside.substr(0, dot));
  std::string attribute(dot == std::string_view::npos ? std::string_view{}
                                                      : inside.substr(dot + 1));
  const auto set = lexicon.sets.find(name);
  if (set == lexicon.sets.end() && !lexicon.macros.contains(name)) {
    return refuse(fmt::format("no word set or macro “{}” in the lexicon", name));
  }
  if (!attribute.empty() && (set == lexicon.sets.end() || !any_word_has(set->second, attribute))) {
    return refuse(fmt::format("no word of “{}” has an attribute “{}”", name, attribute));
  }
  return WordPart{std::move(name), std::move(attribute)};
}

}  // namespace

Result<Template> parse_template(std::string_view text, const Lexicon& lexicon) {
  Template result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    if (open > 0) result.parts.push_back(LiteralPart{std::string(text.substr(0, open))});
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return refuse("a “{” has no “}”");
    auto part = parse_placeholder(text.substr(open + 1, close - open - 1), lexicon);
    if (!part) return tl::make_unexpected(part.error());
    result.parts.push_back(std::move(*part));
    text.remove_prefix(close + 1);
  }
  return result;
}

}  // namespace personfirst
