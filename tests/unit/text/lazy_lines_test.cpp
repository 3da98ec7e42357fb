#include "linter/text/lazy_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace personfirst {
namespace {

TEST(LazyLines, AreReadOnceAndKept) {
  const std::string text = "one\ntwo\nthree";
  const LazyLines lines;
  EXPECT_EQ(lines.of(text), LineIndex(text));
  EXPECT_EQ(&lines.of(text), &lines.of(text));
}

TEST(LazyLines, FollowCopiesReadOrNot) {
  const std::string text = "one\ntwo\nthree";
  const LazyLines lines;
  const LazyLines unread = lines;
  static_cast<void>(lines.of(text));
  LazyLines read = lines;
  EXPECT_NE(&read.of(text), &lines.of(text));
  EXPECT_EQ(read.of(text), LineIndex(text));
  EXPECT_EQ(unread.of(text), LineIndex(text));
  const LineIndex* kept = &read.of(text);
  LazyLines moved = std::move(read);
  EXPECT_EQ(&moved.of(text), kept);
  moved = LineIndex("a\nb");
  EXPECT_EQ(moved.of("a\nb"), LineIndex("a\nb"));
}

TEST(LazyLines, FollowAnEditReadOrNot) {
  const std::string before = "one\ntwo", after = "one\nand\ntwo";
  LazyLines read = LineIndex(before), unread;
  read.replace(after, {4, 4}, 4);
  unread.replace(after, {4, 4}, 4);
  EXPECT_EQ(read.of(after), LineIndex(after));
  EXPECT_EQ(unread.of(after), LineIndex(after));
}

TEST(LazyLines, AreTheSameToAllThreads) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "line\n";
  const LazyLines lines;
  std::vector<const LineIndex*> seen(8);
  {
    std::vector<std::jthread> threads;
    for (const LineIndex*& one : seen) threads.emplace_back([&] { one = &lines.of(text); });
  }
  for (const LineIndex* one : seen) EXPECT_EQ(one, seen.front());
  EXPECT_EQ(lines.of(text), LineIndex(text));
}

}  // namespace
}  // namespace personfirst
