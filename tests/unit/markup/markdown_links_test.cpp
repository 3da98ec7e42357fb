// Which definitions a part has, and what its brackets could refer to.
#include "linter/markup/markdown_links.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {
namespace {

struct Case {
  std::string_view text;
  std::vector<std::string> labels;  // of the definitions
  bool unclear = false;
};

TEST(MarkdownLinks, DefinitionsAreWhereMarkdownHasThem) {
  const Case cases[] = {
      {"[a]: /x\n", {"a"}},
      {"[a]: /x\n[b]: <y z> 'title'\n", {"a", "b"}},
      {"[a]: /x\n[a]: /y\n", {"a"}},
      {"Text\n[a]: /x\n", {}},
      {"Text\n\n[a\n  b]: /x\n", {"a b"}},
      {"> [a\n> b]: /x\n", {"a b"}},
      {"- one\n- [a]: /x\n", {"a"}},
      {"- [x] [a]: /x\n", {"a"}},
      {"```\n[a]: /x\n```\n", {}},
      {"    [a]: /x\n", {}},
      {"<div>\n[a]: /x\n</div>\n", {}},
      {"[^1]: a note of words\n", {}},
      {"[\u00E9t\u00E9]: /x\n", {"\u00E9t\u00E9"}},
      {"[p]: /x\n\n[q]: two words\n", {"p"}},
      {"[a\\]b]: /x\n", {"a\\]b"}},
      {"Text\n[a`b]: /x\n", {}},
      {"```\n[`a`]: /x\n```\n", {}, true},
      {"[\xE9]: /x\n", {}, true},
  };
  for (const Case& one : cases) {
    const OwnDefinitions own = find_definitions(one.text);
    std::vector<std::string> labels;
    for (const OwnDefinition& definition : own.list) labels.push_back(definition.meaning.label);
    EXPECT_EQ(labels, one.labels) << one.text;
    EXPECT_EQ(own.unclear, one.unclear) << one.text;
  }
}

// The keys of the definition `[label]: /x`, of which there is one.
LabelKey key_of_definition(std::string_view label) {
  const OwnDefinitions own = find_definitions("[" + std::string(label) + "]: /x\n");
  return own.list.size() == 1 ? own.list[0].meaning.key : 0;
}

TEST(MarkdownLinks, BracketsCouldReferToLabelsThatDifferInCaseAndSpaceAlone) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"see [Place]", "place"}, {"[text][Place]", "PLACE"}, {"[text [place] more](x)", "place"},
      {"> [a\n> b]", "A  B"},   {"[MASS]", "ma\u00DF"},     {"\\\\[a]", "a"},
      {"[b [a\\]b]", "a\\]b"},
  };
  for (const auto& [text, label] : cases) {
    const LinkLabels labels = find_labels(text);
    EXPECT_TRUE(std::ranges::binary_search(labels.keys, key_of_definition(label))) << text;
  }
  EXPECT_FALSE(std::ranges::binary_search(find_labels("[b] a").keys, key_of_definition("a")));
  EXPECT_FALSE(std::ranges::binary_search(find_labels("[a b]").keys, key_of_definition("ab")));
  EXPECT_TRUE(find_labels("[\xE9]").any);
}

TEST(MarkdownLinks, WrittenDefinitionsMeanTheSame) {
  const OwnDefinitions own = find_definitions(
      "[a b]: /xyz 'title'\n[c]: <>\n[d]: /&amp; \"with &quot;\"\n[e\\[]: y (t)\n");
  std::vector<LinkDefinition> meanings;
  for (const OwnDefinition& one : own.list) meanings.push_back(one.meaning);
  ASSERT_EQ(meanings.size(), 4U);
  std::vector<LinkDefinition> again;
  for (const OwnDefinition& one : find_definitions(write_definitions(meanings).text).list)
    again.push_back(one.meaning);
  EXPECT_EQ(again, meanings);
}

}  // namespace
}  // namespace personfirst
