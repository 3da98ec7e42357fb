// Whatever a document, its name and its findings hold, each format stays what it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "fake_findings.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

using nlohmann::json;
using testing::FakeReport;
using testing::fixable_report;
using testing::rendered;

// Ill-formed bytes, controls, characters that XML lacks, and every format's own punctuation.
const std::string kNasty =
    "\xFF\xC3(\x01\x1B[31m\x7F \xEF\xBF\xBF \xED\xA0\x80 "
    "<b>&amp;]]>--></script>\"'`|%0A::,\\{{@me}}";

FakeReport nasty_report() {
  FakeReport report = fixable_report("a" + kNasty + ".html", "x\n[[y]]\nz");
  report.document = make_document(report.document.name, Format::Html, "x\ny" + kNasty + "\nz");
  Finding& finding = report.findings[0];
  finding.span.end += static_cast<std::uint32_t>(kNasty.size());
  finding.message = kNasty + "\nsecond line";
  finding.note = kNasty;
  finding.fixes[0].title = kNasty;
  finding.fixes[0].edits[0].text = kNasty;
  finding.sources = {kNasty};
  report.suppressed = {{finding, finding.span, kNasty}};
  report.known = {finding};
  return report;
}

std::string check(OutputFormat format) {
  std::string out =
      rendered(format, {}, {nasty_report()}, {{"code", kNasty, {0, 1}}}, {{"b" + kNasty, kNasty}});
  EXPECT_EQ(find_ill_formed(out), out.size());
  const auto control = [](char c) { return c >= 0 && c < 0x20 && c != '\n'; };
  EXPECT_EQ(std::count_if(out.begin(), out.end(), control), 0);
  return out;
}

TEST(HostileText, LeavesJsonWellFormed) {
  for (const OutputFormat format :
       {OutputFormat::Json, OutputFormat::Sarif, OutputFormat::GitLab, OutputFormat::RdJson}) {
    EXPECT_FALSE(json::parse(check(format), nullptr, false).is_discarded());
  }
  for (const OutputFormat format : {OutputFormat::Jsonl, OutputFormat::RdJsonl}) {
    std::istringstream lines(check(format));
    for (std::string line; std::getline(lines, line);)
      EXPECT_FALSE(json::parse(line, nullptr, false).is_discarded()) << line;
  }
}

TEST(HostileText, LeavesXmlWellFormed) {
  for (const OutputFormat format : {OutputFormat::JUnit, OutputFormat::Checkstyle}) {
    const std::string out = check(format);
    pugi::xml_document xml;
    EXPECT_TRUE(xml.load_string(out.c_str(), pugi::parse_full)) << out;
    EXPECT_EQ(out.find("&#"), std::string::npos) << "controls are no characters of XML: " << out;
  }
}

TEST(HostileText, LeavesAPageWithoutForeignElements) {
  const std::string out = check(OutputFormat::Html);
  EXPECT_EQ(out.find("<b>"), std::string::npos);
  EXPECT_EQ(out.find("</script>"), std::string::npos);
  EXPECT_EQ(out.find("a\xFF"), std::string::npos);
}

TEST(HostileText, LeavesMarkdownWithoutForeignMarkup) {
  const std::string out = check(OutputFormat::Markdown);
  EXPECT_EQ(out.find("<b>"), std::string::npos);
  EXPECT_EQ(out.find("@me"), std::string::npos);
}

TEST(HostileText, LeavesOneCommandALine) {
  std::istringstream lines(check(OutputFormat::GitHub));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_TRUE(line.starts_with("::warning file=a")) << line;
  EXPECT_FALSE(std::getline(lines, line)) << line;
}

}  // namespace
}  // namespace personfirst
