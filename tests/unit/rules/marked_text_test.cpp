// [[Marks]] in examples.
#include "linter/rules/marked_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace personfirst {
namespace {

// Shows what was read: the text without marks, then each marked run.
std::string check(std::string_view marked) {
  const auto read = read_marks(marked);
  if (!read) return "refused";
  EXPECT_EQ(write_marks(read->text, read->spans), marked);
  std::string shown = read->text;
  for (const Span span : read->spans) shown += "|" + std::string(slice(read->text, span));
  return shown;
}

TEST(ReadMarks, TakesTheMarksOut) {
  EXPECT_EQ(check(""), "");
  EXPECT_EQ(check("no marks"), "no marks");
  EXPECT_EQ(check("[[a]]"), "a|a");
  EXPECT_EQ(check("x [[one]] y [[two words]]."), "x one y two words.|one|two words");
  EXPECT_EQ(check("[[a]][[b]]"), "ab|a|b");
  EXPECT_EQ(check("[a](b) [[c]]"), "[a](b) c|c");
}

TEST(ReadMarks, RefusesIllFormedMarks) {
  for (const std::string_view marked : {"[[a", "a]]", "[[]]", "[[a [[b]] c]]", "[[a]] b]]"}) {
    EXPECT_EQ(check(marked), "refused") << marked;
  }
}

}  // namespace
}  // namespace personfirst
