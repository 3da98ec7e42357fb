// A document that is linted edit by edit has the findings of lint(), whatever the edits.
//
// PERSONFIRST_EDITS=100000 makes more of them than the few thousand of a test run.
#include "linter/edited_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "tests/properties/generated.h"
#include "tests/properties/long_documents.h"
#include "tests/support/written.h"

namespace personfirst {
namespace {

constexpr Format kFormats[] = {Format::PlainText, Format::Markdown, Format::Html};
constexpr std::size_t kEditsPerDocument = 40;

const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  return **kRules;
}

std::size_t edits_of_each_format() {
  const char* wanted = std::getenv("PERSONFIRST_EDITS");
  return wanted == nullptr ? 2000 : std::strtoul(wanted, nullptr, 10);
}

void expect_covered(const std::vector<LintedSection>& sections, std::string_view text) {
  ASSERT_FALSE(sections.empty());
  EXPECT_EQ(sections.front().begin, 0U);
  for (std::size_t i = 1; i < sections.size(); ++i) {
    EXPECT_LT(sections[i - 1].begin, sections[i].begin);
    const char before = text[sections[i].begin - 1];
    ASSERT_TRUE(before == '\n' || before == '\r')
        << ::testing::PrintToString(text.substr(sections[i].begin - 20, 40));
  }
}

TEST(Property, EditsGiveTheFindingsOfTheWholeDocument) {
  const std::size_t edits = edits_of_each_format();
  LintOptions options;
  for (const Format format : kFormats) {
    testing::Random random(7 + static_cast<std::uint64_t>(format));
    std::size_t sections = 0;
    for (std::size_t done = 0; done < edits; done += kEditsPerDocument) {
      options.use_prefilter = !random.one_in(4);
      testing::Writer writer(format, random);
      std::string text = writer.document();
      EditedDocument edited(rules(), options);
      std::string before;
      for (std::size_t i = 0; i < kEditsPerDocument; ++i) {
        std::string undone = std::exchange(before, text);
        if (i > 1 && random.one_in(8)) {
          text = std::move(undone);
        } else if (i > 0) {
          writer.edit(text);
        }
        const auto document = std::make_shared<const Document>(make_document("text", format, text));
        sections += edited.lint(document).size();
        ASSERT_EQ(testing::written(edited.all()),
                  testing::written(lint(rules(), *document, options)))
            << to_string(format) << " edit " << done + i << "\n--- before\n"
            << ::testing::PrintToString(before) << "\n--- after\n"
            << ::testing::PrintToString(text);
        ASSERT_NO_FATAL_FAILURE(expect_covered(edited.lint(document), document->text))
            << to_string(format) << " edit " << done + i << "\n--- before\n"
            << ::testing::PrintToString(before) << "\n--- after\n"
            << ::testing::PrintToString(text);
      }
    }
    // Otherwise this says nothing about sections.
    EXPECT_GT(sections, 2 * edits) << to_string(format);
  }
}

}  // namespace
}  // namespace personfirst
