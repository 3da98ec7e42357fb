#include "linter/finding.h"

#include <gtest/gtest.h>

namespace personfirst {
namespace {

TEST(Finding, NamesOfItsEnumerators) {
  EXPECT_EQ(to_string(Severity::Hint), "hint");
  EXPECT_EQ(to_string(Severity::Warning), "warning");
  EXPECT_EQ(to_string(Severity::Error), "error");
  EXPECT_EQ(to_string(Applicability::DisplayOnly), "display-only");
  EXPECT_EQ(to_string(Applicability::AskFirst), "ask-first");
  EXPECT_EQ(to_string(Applicability::Automatic), "automatic");
  EXPECT_EQ(to_string(Context::Prose), "prose");
  EXPECT_EQ(to_string(Context::Quotation), "quotation");
  EXPECT_EQ(to_string(Context::SelfLabel), "self-label");
}

}  // namespace
}  // namespace personfirst
