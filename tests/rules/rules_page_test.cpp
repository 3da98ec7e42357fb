// rules/RULES.md is what the rules say today.

#include "linter/render/rules_page.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace personfirst {
namespace {

TEST(RulesPage, IsCurrent) {
  const auto rules = load_rules({}, LoadExamples::Yes);
  ASSERT_TRUE(rules) << to_string(rules.error());
  std::ifstream file(RULES_DIR "/RULES.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(page == rules_page(list_rules(**rules), list_sources(**rules)))
      << "make it anew: personfirst rules --format markdown > rules/RULES.md";
}

}  // namespace
}  // namespace personfirst
