// Rule files are people's own: whatever stands in one, reading ends in rules or in an Error, never
// in a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "linter/rules/load.h"
#include "linter/rules/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  // What the input may lean on, so that it gets as far as the patterns.
  const RuleFile files[] = {
      {"input.json", std::string(reinterpret_cast<const char*>(data), size)},
      {"lexicon.json",
       R"({"lexicon": {"en": {"sets": {"hat": {"cap": {"kind": "soft"}, "top hat": {}}},
           "macros": {"number": {"re2": "[0-9]"}}, "verbs": {"wear": ["wear", "wears", "wore", "worn", "wearing"]},
           "common_words": ["the", "of"]}}})"},
      {"sources.json",
       R"({"sources": [{"id": "guide", "title": "t", "publisher": "p", "url": "https://example.org"}]})"}};
  const Result<RuleData> with = load_rule_data(files, LoadExamples::Yes);
  const Result<RuleData> without = load_rule_data(files, LoadExamples::No);
  if (with && !without) std::abort();  // examples only add what can be wrong
  if (!with && (with.error().where.empty() || with.error().what.empty())) std::abort();
  if (without) (void)check_patterns(*without, /*deeply=*/true);
  return 0;
}
