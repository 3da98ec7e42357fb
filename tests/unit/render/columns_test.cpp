// Each format counts columns in its own unit, from 1. The words stand behind characters that are
// one, two, three and four bytes long, on the second line.
#include <gtest/gtest.h>

#include "fake_findings.h"

namespace personfirst {
namespace {

using testing::fixable_report;
using testing::rendered;

// aé日😀 and a space: 11 bytes, 6 UTF-16 code units, 5 characters.
constexpr const char* kText = "first line\naé日😀 [[x😀]] end\n";

void check(OutputFormat format, const std::string& expected) {
  const std::string out = rendered(format, {}, {fixable_report("a.md", kText)});
  EXPECT_NE(out.find(expected), std::string::npos) << expected << " in:\n" << out;
}

TEST(Columns, AreCharactersForPeople) {
  check(OutputFormat::Text, "a.md:2:6: warning");
  check(OutputFormat::Json, R"("start":{"offset":22,"line":2,"column":6})");
  check(OutputFormat::Jsonl, R"("start":{"offset":22,"line":2,"column":6})");
  check(OutputFormat::Jsonl, R"("end":{"offset":27,"line":2,"column":8})");
  check(OutputFormat::JUnit, R"(name="demo/word at 2:6")");
}

TEST(Columns, AreUtf16CodeUnitsInSarifWhichSaysSo) {
  check(OutputFormat::Sarif, R"("columnKind":"utf16CodeUnits")");
  check(OutputFormat::Sarif,
        R"("region":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":10,)");
  check(OutputFormat::Sarif,
        R"("deletedRegion":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":10})");
}

TEST(Columns, AreBytesInReviewdogsFormats) {
  const std::string range =
      R"("range":{"start":{"line":2,"column":12},"end":{"line":2,"column":17}})";
  check(OutputFormat::RdJson, R"("location":{"path":"a.md",)" + range);
  check(OutputFormat::RdJson, R"("suggestions":[{)" + range);
  check(OutputFormat::RdJsonl, R"("location":{"path":"a.md",)" + range);
}

TEST(Columns, AreCharactersForCodeReview) {
  check(OutputFormat::GitHub, "::warning file=a.md,line=2,col=6,endColumn=8,title=demo/word::");
  check(OutputFormat::GitLab,
        R"("positions":{"begin":{"line":2,"column":6},"end":{"line":2,"column":8}})");
  check(OutputFormat::Checkstyle, R"(<error line="2" column="6")");
}

TEST(Columns, AreLinesOnPages) {
  check(OutputFormat::Html, "line 2</p>");
  check(OutputFormat::Markdown, "line 2 (");
}

}  // namespace
}  // namespace personfirst
