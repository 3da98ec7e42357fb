// A baseline: what stays known while documents change, and what it looks like.
#include "linter/cli/baseline.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/marked.h"

namespace personfirst {
namespace {

// A document with [[findings]], as a made-up rule finds them.
struct Found {
  Document document;
  std::vector<Finding> findings;
};

Found found_in(std::string_view marked, Format format = Format::Markdown) {
  const testing::Marked unmarked = testing::unmark(marked);
  Found found{make_document("none/a.md", format, std::string(unmarked.text)), {}};
  for (const Span span : unmarked.spans) {
    Finding& finding = found.findings.emplace_back();
    finding.rule = "demo/rule";
    finding.span = span;
  }
  return found;
}

BaselineCounts entries_of(std::string_view marked, Format format = Format::Markdown) {
  const Found found = found_in(marked, format);
  return Baseline::empty("none/known.json").compare(found.document, found.findings, {}).found;
}

TEST(Baseline, EntriesOutliveEditsElsewhere) {
  const auto check = [](std::string_view before, std::string_view after, bool same,
                        Format format = Format::Markdown) {
    EXPECT_EQ(entries_of(before, format) == entries_of(after, format), same) << after;
  };
  check("One [[word]] here.\n", "Another paragraph.\n\nOne [[word]] here.\n\nMore.\n", true);
  check("One [[word]] here.\n", "One [[word]]\nhere.\n", true);
  check("One [[word]] here.\n", "*One* **[[Word]]**, here!\n", true);
  check("- One [[word]] here.\n- Two\n", "- Zero\n- One [[word]] here.\n- Three\n", true);
  check("> One [[word]] here.\n>\n> Two\n", "> One [[word]] here.\n>\n> Three\n", true);
  check("| One | [[word]] |\n| a | b |\n", "| One | [[word]] |\n| c | d |\n", true);
  check("<li>One\n<li>A [[word]]\n<li>Two", "<li>Two\n<li>A [[word]]\n<li>Three", true,
        Format::Html);
  check("One two three four [[word]] here.\n", "Zero two three four [[word]] here.\n", true);
  check("One [[word]] here.\r\n\r\nTwo.\r\n", "One [[word]] here.\r\n\r\nThree.\r\n", true);
  check("One [[word]] here.\n", "Two [[word]] here.\n", false);
  check("One [[word]] here.\n", "One [[word]] there.\n", false);
  check("One [[word]] here.\n", "One [[deed]] here.\n", false);
}

TEST(Baseline, HoldsNoNeighbouringWord) {
  const std::string text = to_text(entries_of("Secretly one [[word]] confidential here.\n"));
  EXPECT_NE(text.find("\"word\""), std::string::npos);
  for (const char* word : {"ecretly", "one", "confidential", "here"})
    EXPECT_EQ(text.find(word), std::string::npos) << word;
}

TEST(Baseline, IsReadAsItWasWritten) {
  BaselineCounts counts = entries_of("One [[word]], one [[word]], \u201Cone\" [[\u00FCb\\er]].");
  counts[{"b \"c\"\n.md", "demo/other", "x", "y"}] = 3;
  const auto read = parse_baseline("name", to_text(counts));
  ASSERT_TRUE(read) << to_string(read.error());
  EXPECT_EQ(*read, counts);
  EXPECT_EQ(to_text(*read), to_text(counts));
  EXPECT_EQ(*parse_baseline("name", to_text({})), BaselineCounts());
}

TEST(Baseline, SaysWhatIsWrongWithAFile) {
  const auto check = [](std::string_view text, std::string_view error) {
    const auto read = parse_baseline("name", text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(to_string(read.error()), error);
  };
  check("{", "name: is not JSON");
  check("[]", "name: is not a baseline: it has no list of findings");
  check(R"({"version": 2, "findings": []})",
        "name: is a baseline of another version; write it anew");
  check(R"({"version": 1, "findings": [{"path": 1}]})",
        "name: findings[0]: needs path, rule, words, around and count");
}

}  // namespace
}  // namespace personfirst
