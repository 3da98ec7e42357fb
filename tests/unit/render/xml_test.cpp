// JUnit's and Checkstyle's files. Their schemas are checked in tests/formats.
#include <gtest/gtest.h>

#include "fake_findings.h"

namespace personfirst {
namespace {

using testing::fake_report;
using testing::fixable_report;
using testing::rendered;

void check(OutputFormat format, const RenderSettings& settings, const std::string& expected) {
  EXPECT_EQ(rendered(format, settings,
                     {fixable_report("a.md", "an [[x]]", Severity::Error),
                      fake_report("b.md", "[[y]]", Severity::Hint), fake_report("c.md", "z")},
                     {}, {{"d.md", "it cannot be read"}}),
            expected);
}

TEST(JUnit, HasASuiteADocument) {
  check(OutputFormat::JUnit, {}, R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="personfirst">
  <testsuite name="a.md" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="a.md" name="demo/word at 1:4" time="0">
      <failure message="“x” is a demonstration." type="error">a.md:1:4: error: “x” is a demonstration.
You could use “other”.</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="b.md" name="demo/word at 1:1" time="0">
      <system-out>b.md:1:1: hint: “y” is a demonstration.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="c.md" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="c.md" name="no findings" time="0" />
  </testsuite>
  <testsuite name="personfirst" tests="1" failures="0" errors="1" skipped="0" time="0">
    <testcase classname="d.md" name="can be checked" time="0">
      <error message="it cannot be read" type="error" />
    </testcase>
  </testsuite>
</testsuites>
)xml");
}

TEST(JUnit, FailsWhereTheRunDoes) {
  RenderSettings settings;
  const auto failures = [&] {
    const std::string out =
        rendered(OutputFormat::JUnit, settings, {fake_report("a.md", "[[x]]", Severity::Hint)});
    return out.find("<failure") != std::string::npos;
  };
  EXPECT_FALSE(failures());
  settings.fail_on = Severity::Hint;
  EXPECT_TRUE(failures());
  settings.fail_on.reset();
  EXPECT_FALSE(failures());
}

TEST(Checkstyle, ListsFilesWithFindings) {
  check(OutputFormat::Checkstyle, {}, R"xml(<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="a.md">
    <error line="1" column="4" severity="error" message="“x” is a demonstration. You could use “other”." source="personfirst.demo/word" />
  </file>
  <file name="b.md">
    <error line="1" column="1" severity="info" message="“y” is a demonstration." source="personfirst.demo/word" />
  </file>
</checkstyle>
)xml");
}

}  // namespace
}  // namespace personfirst
