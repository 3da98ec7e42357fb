// Of front matter only the values that readers see are prose.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(const std::string& source, const std::vector<std::string>& expected) {
  const Extracted extracted = extract_from(Format::Markdown, source);
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
}

TEST(FrontMatter, SimpleValuesOfAFewKeysAreProse) {
  check("---\ntitle: A plain title # note\ndate: 2020-01-01\ntags: [x, y]\n---\nText",
        {"Metadata: A plain title", "Paragraph: Text"});
  check("---\r\ntitle: \"One \\\"two\\\" \\u2019 three\"\r\nsummary: 'it''s'\r\n...\r\nText",
        {"Metadata: One \"two\" \u2019 three", "Metadata: it's", "Paragraph: Text"});
  check("---\n\"description\": x\nimage:\n  alt: nested\nauthor: nobody\n---\n", {"Metadata: x"});
}

TEST(FrontMatter, ValuesMayTakeSeveralLines) {
  check("---\nsummary: >-\n  one\n  two\n\n  three\ntitle: |\n  four\n---\n",
        {"Metadata: one two", "Metadata: three", "Metadata: four"});
  check("---\ntitle: \"one\n  two\"\ndescription: three\n  four\n---\n",
        {"Metadata: one two", "Metadata: three four"});
  check("---\ntitle:\n  - one\n  - two\ncaption:\n  key: value\n---\n", {});
}

TEST(FrontMatter, TomlIsReadUpToItsFirstTable) {
  check(
      "+++\ntitle = \"A \\\"b\\\"\"\ndescription = 'c\\d'\nweight = 3\nsummary = "
      "\"\"\"\none\ntwo\"\"\"\n[extra]\ntitle = \"no\"\n+++\nText",
      {"Metadata: A \"b\"", "Metadata: c\\d", "Metadata: one two", "Paragraph: Text"});
}

TEST(FrontMatter, OtherRulesAreNotFrontMatter) {
  check("---\n\ntitle: x\n\n---\n", {"Paragraph: title: x"});
  check("---\ntitle: never closed\n", {"Paragraph: title: never closed"});
  check("Text\n\n---\ntitle: x\n---\n", {"Paragraph: Text", "Heading: title: x"});
  check("---- \nText", {"Paragraph: Text"});
}

}  // namespace
}  // namespace personfirst::testing
