// What is looked at first, and how much of a document is read, changes nothing: on documents of
// some kilobytes, with stretches in which there is nothing to find.
//
// PERSONFIRST_DOCUMENTS=100000 makes more of them than the few hundred of a test run.
#include "tests/properties/long_documents.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "linter/linter.h"
#include "linter/warm_up.h"
#include "tests/support/written.h"

namespace personfirst {
namespace {

using testing::written;

constexpr Format kFormats[] = {Format::PlainText, Format::Markdown, Format::Html};

std::size_t documents_of_each_format() {
  const char* wanted = std::getenv("PERSONFIRST_DOCUMENTS");
  return wanted == nullptr ? 300 : std::strtoul(wanted, nullptr, 10);
}

RuleSetPtr fresh_rules() { return std::move(*load_rules()); }

// Nothing to find in it, and no word that is looked for.
std::string quiet_stretch(Format format, testing::Random& random) {
  constexpr std::string_view kSentence = "The river ran past old towers and quiet gardens. ";
  std::string out;
  for (std::size_t i = random.below(30); i > 0; --i) {
    if (format == Format::Html) out += "<p>";
    for (std::size_t j = random.below(5); j < 5; ++j) out += kSentence;
    out += random.one_in(8) ? "\n" : "\n\n";
  }
  return out;
}

std::string document(Format format, testing::Random& random) {
  testing::Writer writer(format, random);
  std::string out;
  for (std::size_t i = 1 + random.below(5); i > 0; --i)
    out += quiet_stretch(format, random) + (random.one_in(3) ? writer.part() : writer.block());
  return out + quiet_stretch(format, random);
}

template <typename Check>
void for_each_document(Check check) {
  for (const Format format : kFormats) {
    testing::Random random(11 + static_cast<std::uint64_t>(format));
    for (std::size_t i = 0; i < documents_of_each_format(); ++i) {
      const std::string text = document(format, random);
      ASSERT_NO_FATAL_FAILURE(check(make_document("text", format, text)))
          << to_string(format) << " document " << i << "\n"
          << ::testing::PrintToString(text);
    }
  }
}

TEST(Property, ThePrefilterChangesNothingInLongDocuments) {
  const RuleSetPtr rules = fresh_rules();
  std::size_t findings = 0;
  for_each_document([&](const Document& document) {
    LintOptions options;
    options.packs = {"all"};
    LintResult with = lint(*rules, document, options);
    options.use_prefilter = false;
    LintResult without = lint(*rules, document, options);
    with.problems.clear();  // what is not read has none
    without.problems.clear();
    findings += without.findings.size();
    ASSERT_EQ(written(with), written(without));
  });
  EXPECT_GT(findings, documents_of_each_format());  // the documents are worth their time
}

TEST(Property, RulesThatAreMadeReadyBeforehandFindTheSame) {
  constexpr std::size_t kPerRuleSet = 60;
  const RuleSetPtr ready = fresh_rules();
  warm_up(*ready);
  RuleSetPtr fresh;
  std::size_t done = 0;
  for_each_document([&](const Document& document) {
    if (done++ % kPerRuleSet == 0) fresh = fresh_rules();
    ASSERT_EQ(written(lint(*fresh, document, {})), written(lint(*ready, document, {})));
  });
}

}  // namespace
}  // namespace personfirst
