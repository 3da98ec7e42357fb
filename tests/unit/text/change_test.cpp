#include "linter/text/change.h"

#include <gtest/gtest.h>

#include <string>

namespace personfirst {
namespace {

// "a[[b]]c" -> "a[[x]]c": what differs.
void check(std::string_view before, std::string_view after, Span in_before, Span in_after) {
  const Change change = find_change(before, after);
  EXPECT_EQ(change.before, in_before) << before.substr(0, 20) << " -> " << after.substr(0, 20);
  EXPECT_EQ(change.after, in_after) << before.substr(0, 20) << " -> " << after.substr(0, 20);
}

TEST(Change, IsAsSmallAsItCanBe) {
  check("abc", "abc", {3, 3}, {3, 3});
  check("abc", "axc", {1, 2}, {1, 2});
  check("abc", "ac", {1, 2}, {1, 1});
  check("ac", "abc", {1, 1}, {1, 2});
  check("", "abc", {0, 0}, {0, 3});
  check("abc", "", {0, 3}, {0, 0});
  check("aaa", "aa", {2, 3}, {2, 2});
  check("abc", "xyz", {0, 3}, {0, 3});
}

TEST(Change, IsFoundInLongTexts) {
  const std::string text(100'000, 'x');
  std::string edited = text;
  edited[50'001] = 'y';
  check(text, edited, {50'001, 50'002}, {50'001, 50'002});
  edited = text;
  edited.insert(70'000, "yz");
  check(text, edited, {70'000, 70'000}, {70'000, 70'002});
}

TEST(Change, SaysWhereWhatFollowsItHasGone) {
  EXPECT_EQ(find_change("one two", "one and two").moved(4), 8U);
}

}  // namespace
}  // namespace personfirst
