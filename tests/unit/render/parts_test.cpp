// A document that is rendered part by part looks as if it had been rendered at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fake_findings.h"

namespace personfirst {
namespace {

using testing::FakeReport;
using testing::fixable_report;

constexpr std::size_t kAll = static_cast<std::size_t>(-1);

Rendered piece_of(const Renderer& renderer, PartRenderer* parts, const Report& report,
                  bool is_last) {
  return parts == nullptr ? renderer.document(report) : parts->part(report, is_last);
}

// What a run prints that gets `size` findings at a time.
std::string run(OutputFormat format, const std::vector<FakeReport>& reports, std::size_t size) {
  const std::vector<Problem> problems = {{"code", "A problem", {0, 1}}, {"code", "Another", {}}};
  const RenderSettings settings;
  const auto renderer = make_renderer(format, settings);
  const auto composer = renderer->composer();
  std::string out;
  Tally tally;
  composer->begin(out);
  for (const FakeReport& fake : reports) {
    const auto parts = size == kAll ? nullptr : renderer->parts(fake.document);
    DocumentTally of_document(fake.document.name);
    std::span<const Finding> findings = fake.findings;
    bool is_first = true;
    for (bool is_last = false; !is_last; is_first = false) {
      is_last = size == kAll || findings.size() < size;
      Report report{.document = fake.document, .findings = findings};
      if (!is_last) report.findings = findings.first(size);
      if (is_first) report.problems = problems;
      if (is_last) report.suppressed = fake.suppressed, report.known = fake.known;
      composer->add(piece_of(*renderer, parts.get(), report, is_last), out);
      of_document.add(report);
      findings = findings.subspan(report.findings.size());
    }
    tally.add(of_document.tally());
  }
  composer->end(tally, out);
  return out;
}

std::vector<FakeReport> reports() {
  std::string long_line;
  for (int i = 0; i < 30; ++i) long_line += "pré [[words]] \U0001F600 and [[words]] again, ";
  std::vector<FakeReport> all = {
      fixable_report("a.md", "One [[two]] three.\n\nA [[b]] and [[two]]\nc [[two]].\n"),
      fixable_report("none.md", "Nothing.\n"),
      fixable_report("long.md", long_line, Severity::Error),
      fixable_report("one.md", "[[Only]] one.\n", Severity::Hint)};
  for (FakeReport& one : all) {
    if (one.findings.empty()) continue;
    one.suppressed = {{one.findings[0], {0, 3}, "a reason"}};
    one.known = {one.findings[0], one.findings[0]};
  }
  return all;
}

TEST(Parts, AreTheWholeInEveryFormat) {
  for (const NamedFormat& named : output_formats()) {
    const RenderSettings settings;
    const FakeReport any = fixable_report("a.md", "[[a]]");
    if (!make_renderer(named.format, settings)->parts(any.document)) continue;
    const std::string whole = run(named.format, reports(), kAll);
    for (const std::size_t size : {1U, 2U, 3U, 7U, 1000U})
      EXPECT_EQ(run(named.format, reports(), size), whole) << named.name << " by " << size;
  }
}

// These begin with a document's counts, or keep no more than some findings of a run.
TEST(Parts, AreKnownToEveryFormatButThree) {
  std::vector<std::string> others;
  for (const NamedFormat& named : output_formats()) {
    const RenderSettings settings;
    const FakeReport any = fixable_report("a.md", "[[a]]");
    if (!make_renderer(named.format, settings)->parts(any.document))
      others.emplace_back(named.name);
  }
  EXPECT_EQ(others, (std::vector<std::string>{"junit", "html", "markdown"}));
}

TEST(Parts, AreCountedAsOneDocument) {
  const FakeReport fake = fixable_report("a.md", "[[a]] [[b]] [[c]]");
  const std::span<const Finding> findings = fake.findings;
  const std::vector<Problem> problems = {{"code", "A problem", {}}};
  DocumentTally of_document("a.md");
  of_document.add({.document = fake.document, .findings = findings.first(2), .problems = problems});
  of_document.add({.document = fake.document, .findings = findings.subspan(2)});
  const Tally tally = of_document.tally();
  EXPECT_EQ(tally.totals.files, 1U);
  EXPECT_EQ(tally.totals.files_with_findings, 1U);
  EXPECT_EQ(tally.totals.warnings, 3U);
  EXPECT_EQ(tally.totals.problems, 1U);
  ASSERT_EQ(tally.documents.size(), 1U);
  EXPECT_EQ(tally.documents[0].counts.all(), 3U);
  EXPECT_EQ(tally.rules.at("demo/word").all(), 3U);
}

}  // namespace
}  // namespace personfirst
