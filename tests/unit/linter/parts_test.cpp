// lint_in_parts() gives what lint() does, in parts that are small where nothing keeps them back.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "support.h"
#include "tests/support/written.h"

namespace personfirst {
namespace {

using testing::shipped_rules;
using testing::written;

struct Taken {
  LintResult all;
  std::vector<std::size_t> sizes;  // findings, by part
  std::size_t last = 0;            // how often a part was said to be the last
  std::size_t late_problems = 0;
};

template <typename Item>
void append(std::vector<Item>& all, std::vector<Item>&& part) {
  std::move(part.begin(), part.end(), std::back_inserter(all));
}

Taken take(const Document& document, const LintOptions& options = {},
           std::size_t enough = static_cast<std::size_t>(-1)) {
  Taken taken;
  lint_in_parts(shipped_rules(), document, options, [&](LintResult part, bool is_last) {
    if (!taken.sizes.empty()) taken.late_problems += part.problems.size();
    taken.sizes.push_back(part.findings.size());
    taken.last += is_last ? 1 : 0;
    append(taken.all.findings, std::move(part.findings));
    append(taken.all.suppressed, std::move(part.suppressed));
    append(taken.all.problems, std::move(part.problems));
    return taken.sizes.size() < enough;
  });
  return taken;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

Document document(Format format, std::string text) {
  return make_document("text", format, std::move(text));
}

void check(const Document& document, const LintOptions& options = {}) {
  const LintResult whole = lint(shipped_rules(), document, options);
  const Taken taken = take(document, options);
  EXPECT_EQ(written(taken.all), written(whole));
  EXPECT_EQ(taken.last, 1U);
  EXPECT_EQ(taken.late_problems, 0U);
}

const std::string kMarkdown = "The addict met two *junkies*.\n\nAn ex-addict's house.\n\n";
const std::string kHtml =
    "<p>The addict met <b>two</b> junkies.</p>\n<!-- a note -->\n<ul>\n<li>An ex-addict's "
    "house.\n<img alt=\"a junkie\">\n</ul>\n";
constexpr std::size_t kMany = 500;

TEST(Parts, AreTheWhole) {
  for (const std::size_t times : {0U, 1U, 50U, 500U}) {
    check(document(Format::Markdown, repeated(kMarkdown, times)));
    check(document(Format::PlainText, repeated(kMarkdown, times)));
    check(document(Format::Html, repeated(kHtml, times)));
    check(document(Format::Html, repeated(kHtml, times) + "<!-- never closed"));
    check(document(Format::Latex, repeated(kMarkdown, times)));
  }
}

TEST(Parts, AreTheWholeWithEveryOption) {
  LintOptions options;
  options.packs = {"all"};
  options.min_severity = Severity::Error;
  check(document(Format::Markdown, repeated(kMarkdown, kMany)), options);
  options.use_prefilter = false;
  check(document(Format::Markdown, repeated(kMarkdown, kMany)), options);
  options.use_suppressions = false;
  check(document(Format::Html, "<!-- personfirst-disable -->" + repeated(kHtml, kMany)), options);
}

TEST(Parts, AreSmall) {
  const auto largest = [](Format format, const std::string& text) {
    return std::ranges::max(take(document(format, text)).sizes);
  };
  for (const Format format : {Format::Markdown, Format::PlainText, Format::Latex})
    EXPECT_LE(largest(format, repeated(kMarkdown, kMany)), kFindingsInPart) << to_string(format);
  EXPECT_LE(largest(Format::Html, repeated(kHtml, kMany)), kFindingsInPart);
  EXPECT_LE(largest(Format::Markdown, repeated("An addict and a junkie. ", kMany)), kFindingsInPart)
      << "one paragraph";
}

TEST(Parts, AreOneWhereACommentBehindThemMaySilenceThem) {
  const std::string text = repeated(kMarkdown, kMany);
  for (const std::string directive :
       {"<!-- personfirst-disable-file -->\n", "<!-- PersonFirst-disable-line people/* -->\n"}) {
    const Document with = document(Format::Markdown, text + directive);
    check(with);
    EXPECT_EQ(take(with).sizes.size(), 1U) << directive;
  }
}

TEST(Parts, EndWhenTheRestIsNotWanted) {
  for (const Format format : {Format::Markdown, Format::PlainText, Format::Html}) {
    const std::string& text = format == Format::Html ? kHtml : kMarkdown;
    const Taken taken = take(document(format, repeated(text, kMany)), {}, 1);
    EXPECT_EQ(taken.sizes.size(), 1U) << to_string(format);
    EXPECT_EQ(taken.last, 0U) << to_string(format);
  }
}

// They are read in sections (linter/lint_sections.h).
TEST(Parts, OfLongHtmlAreThoseOfItsWholeText) {
  const std::vector<std::string> ends = {
      "",
      "<p>The colour of the centre.</p>\n",
      "<p>He starts MAT, and buprenorphine.</p>\n",
      "<h2>References</h2>\n<p>An addict.</p>\n",
      "<!-- never closed",
      "<p>{% if x %} a junkie {# a note #}\n{% endif %}</p>\n",
  };
  const std::vector<std::string> middles = {
      kHtml, "<h2>Words to avoid</h2>\n<p>addict</p>\n" + kHtml,
      "<p>Starting MAT early works well.</p>\n<p>Drug programs.</p>\n" + kHtml,
      "<table>\n<tr><th>Avoid<th>Say\n<tr><td>junkie<td>person\n</table>\n", "<div>\n" + kHtml};
  for (const std::string& middle : middles) {
    for (const std::string& end : ends) {
      const std::string text = repeated(middle, 40000 / middle.size()) + end + kHtml;
      LintOptions options;
      options.packs = {"all"};
      LintResult in_sections = lint(shipped_rules(), document(Format::Html, text), options);
      options.use_prefilter = false;
      const LintResult whole = lint(shipped_rules(), document(Format::Html, text), options);
      EXPECT_EQ(written(in_sections), written(whole)) << middle << end;
    }
  }
}

}  // namespace
}  // namespace personfirst
