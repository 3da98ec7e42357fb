#include "linter/text/span.h"

#include <gtest/gtest.h>

namespace personfirst {
namespace {

TEST(Span, OverlapsWhenAByteIsShared) {
  EXPECT_TRUE((Span{0, 3}.overlaps({2, 5})));
  EXPECT_TRUE((Span{0, 9}.overlaps({2, 5})));
  EXPECT_FALSE((Span{0, 3}.overlaps({3, 5})));
  EXPECT_FALSE((Span{3, 5}.overlaps({0, 3})));
}

TEST(Span, ContainsItselfAndWhatIsInside) {
  EXPECT_TRUE((Span{2, 5}.contains({2, 5})));
  EXPECT_TRUE((Span{2, 5}.contains({3, 3})));
  EXPECT_FALSE((Span{2, 5}.contains({1, 5})));
  EXPECT_FALSE((Span{2, 5}.contains({4, 6})));
}

TEST(Span, SliceIsWhatStandsThere) { EXPECT_EQ(slice("one two", {4, 7}), "two"); }

}  // namespace
}  // namespace personfirst
