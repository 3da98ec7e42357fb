// Questions about many spans have the answers that walking them all would give.
#include "linter/engine/span_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace personfirst {
namespace {

// Asks about every span of a short text.
void check(std::vector<Span> spans) {
  const SpanList list(spans);
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  constexpr std::uint32_t kEnd = 14;
  for (std::uint32_t begin = 0; begin < kEnd; ++begin) {
    for (std::uint32_t end = begin + 1; end <= kEnd; ++end) {
      const Span asked{begin, end};
      const auto some = [&](auto holds) { return std::any_of(spans.begin(), spans.end(), holds); };
      const std::string where = std::to_string(begin) + "-" + std::to_string(end);
      EXPECT_EQ(list.any_overlaps(asked), some([&](Span one) { return one.overlaps(asked); }))
          << where;
      EXPECT_EQ(list.any_contains(asked), some([&](Span one) { return one.contains(asked); }))
          << where;
      std::vector<Span> expected;
      for (const Span one : spans) {
        if (one.begin >= begin && one.begin < end) expected.push_back(one);
      }
      const auto found = list.beginning_in(begin, end);
      EXPECT_EQ(std::vector<Span>(found.begin(), found.end()), expected) << where;
    }
  }
}

TEST(SpanList, AnswersForNone) { check({}); }
TEST(SpanList, AnswersForOne) { check({{3, 6}}); }
TEST(SpanList, AnswersForSeveralApart) { check({{1, 3}, {5, 6}, {8, 12}}); }
TEST(SpanList, AnswersForSpansInAnyOrder) { check({{8, 12}, {1, 3}, {5, 6}}); }
TEST(SpanList, AnswersForSpansInsideOthers) { check({{1, 12}, {3, 5}, {6, 8}}); }

}  // namespace
}  // namespace personfirst
