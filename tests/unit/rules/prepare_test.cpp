// Prepared rules compile to the same, and without a second look.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rules/rule_set.h"
#include "tests/support/demo_rules.h"

namespace personfirst {
namespace {

// "word pattern min-max previous/next", sorted.
std::vector<std::string> anchors_of(const RuleSet& set) {
  std::vector<std::string> all;
  const AnchorTable& anchors = set.languages.at("en").anchors;
  for (const std::string_view word : anchors.words()) {
    const AnchorTable::Range uses = anchors.find(word);
    for (std::size_t i = uses.begin; i < uses.end; ++i) {
      const AnchorUse use = anchors.use(i);
      all.push_back(std::string(word) + " " + std::to_string(use.pattern) + " " +
                    std::to_string(use.min_before) + "-" + std::to_string(use.max_before) + " " +
                    std::to_string(use.previous) + "/" + std::to_string(use.next));
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

TEST(PrepareRules, KeepsTheAnchors) {
  RuleData prepared = testing::demo_data();
  ASSERT_TRUE(prepare_rules(prepared));
  const auto set = compile_rules(prepared);
  ASSERT_TRUE(set);
  EXPECT_FALSE(anchors_of(**set).empty());
  EXPECT_EQ(anchors_of(**set), anchors_of(testing::demo_rules()));
}

TEST(PrepareRules, SparesTheSecondCheck) {
  RuleData data = testing::demo_data();
  ASSERT_TRUE(prepare_rules(data));
  data.rules[0].unless = {"(x)"};
  EXPECT_TRUE(compile_rules(data));
  data.rules[0].checked = false;
  EXPECT_FALSE(compile_rules(data));
}

TEST(PrepareRules, RefusesWhatIsWrong) {
  RuleData data = testing::demo_data();
  data.rules[0].unless = {"(x)"};
  EXPECT_FALSE(prepare_rules(data));
  EXPECT_FALSE(data.rules[0].checked);
}

}  // namespace
}  // namespace personfirst
