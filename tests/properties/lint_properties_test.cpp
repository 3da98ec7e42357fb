// What holds for every document: checked on thousands of them, made from fragments.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "linter/linter.h"
#include "tests/properties/generated.h"
#include "tests/support/marked.h"

namespace personfirst {
namespace {

constexpr Format kFormats[] = {Format::PlainText, Format::Markdown, Format::Html};
constexpr std::size_t kDocuments = 4000;  // of each format

const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  return **kRules;
}

std::string described(std::string_view text, const std::vector<Finding>& findings) {
  std::vector<Span> spans;
  std::string names;
  for (const Finding& finding : findings) {
    spans.push_back(finding.span);
    names += " " + finding.rule + "/" + std::string(to_string(finding.context));
    for (const Fix& fix : finding.fixes)
      names += " " + fix.title + "(" + std::to_string(fix.edits.size()) + ")";
  }
  return testing::mark(text, spans) + " |" + names;
}

// Calls check(document) for every generated document; stops after a few that fail.
template <typename Check>
void for_each_document(Check check) {
  constexpr int kEnough = 5;
  int failed = 0;
  for (const Format format : kFormats) {
    testing::Random random(20240229 + static_cast<std::uint64_t>(format));
    for (std::size_t i = 0; i < kDocuments && failed < kEnough; ++i) {
      const Document document =
          make_document("text", format, testing::generated_document(format, random));
      SCOPED_TRACE(std::string(to_string(format)) + " document " + std::to_string(i) + ": " +
                   ::testing::PrintToString(document.text));
      if (!check(document)) ++failed;
    }
  }
}

TEST(Property, ThePrefilterChangesNoFinding) {
  std::size_t with_findings = 0;
  std::size_t sent_away = 0;
  for_each_document([&](const Document& document) {
    LintOptions options;
    const auto with = lint(rules(), document, options).findings;
    options.use_prefilter = false;
    const auto without = lint(rules(), document, options).findings;
    with_findings += without.empty() ? 0 : 1;
    sent_away += without.empty() ? 1 : 0;
    const std::string expected = described(document.text, without);
    EXPECT_EQ(described(document.text, with), expected);
    return described(document.text, with) == expected;
  });
  EXPECT_GT(with_findings, kDocuments);  // the documents are worth their time
  EXPECT_GT(sent_away, kDocuments / 4);
}

bool edits_fit(const Fix& fix, std::size_t size) {
  std::uint32_t end = 0;
  for (const Edit& edit : fix.edits) {
    if (edit.span.begin < end || edit.span.end < edit.span.begin || edit.span.end > size)
      return false;
    end = edit.span.end;
  }
  return fix.edits.empty() == (fix.applicability == Applicability::DisplayOnly);
}

TEST(Property, FindingsAreSortedDisjointAndInsideTheText) {
  for_each_document([&](const Document& document) {
    std::uint32_t end = 0;
    bool fine = true;
    for (const Finding& finding : lint(rules(), document, {}).findings) {
      fine = fine && finding.span.begin >= end && finding.span.begin < finding.span.end &&
             finding.span.end <= document.text.size();
      end = finding.span.end;
      for (const Fix& fix : finding.fixes) fine = fine && edits_fit(fix, document.text.size());
    }
    EXPECT_TRUE(fine);
    return fine;
  });
}

TEST(Property, FixingEnds) {
  for_each_document([&](const Document& document) {
    const FixedText once = fix_document(rules(), document, {}, FixLevel::AskFirst);
    const Document after = make_document("text", document.format, once.text);
    const FixedText twice = fix_document(rules(), after, {}, FixLevel::AskFirst);
    EXPECT_EQ(twice.applied, 0U) << once.text << "\n" << twice.text;
    return twice.applied == 0;
  });
}

}  // namespace
}  // namespace personfirst
