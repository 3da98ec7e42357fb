#include "linter/edited_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/linter/support.h"

namespace personfirst::testing {
namespace {

// Paragraphs of some 300 bytes, every second one with a finding.
std::string paragraphs(Format format, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (format == Format::Html) text += "<p>";
    text += "Paragraph " + std::to_string(i) + " begins here. ";
    for (int more = 0; more < 5; ++more) text += "The river ran past old towers and gardens. ";
    if (i % 2 == 0) text += "The ward met an addict.";
    text += format == Format::Html ? "</p>\n" : "\n\n";
  }
  return text;
}

std::shared_ptr<const Document> document_of(Format format, std::string text) {
  return std::make_shared<const Document>(make_document("text", format, std::move(text)));
}

std::vector<std::uint64_t> ids_of(const std::vector<LintedSection>& sections) {
  std::vector<std::uint64_t> ids;
  for (const LintedSection& one : sections) ids.push_back(one.id);
  return ids;
}

std::size_t count_new(const std::vector<std::uint64_t>& before,
                      const std::vector<std::uint64_t>& after) {
  const std::set<std::uint64_t> known(before.begin(), before.end());
  return static_cast<std::size_t>(
      std::ranges::count_if(after, [&](std::uint64_t id) { return !known.contains(id); }));
}

constexpr Format kFormats[] = {Format::PlainText, Format::Markdown, Format::Html};

// Replaces `what` by `with` in a long document: how many sections get a new id?
struct Renewed {
  std::size_t sections = 0;
  std::size_t fresh = 0;
};
Renewed renewed_by(Format format, std::string text, std::string_view what, std::string_view with) {
  EditedDocument edited(shipped_rules(), {});
  const auto before = ids_of(edited.lint(document_of(format, text)));
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  text.replace(at, what.size(), with);
  const auto after = ids_of(edited.lint(document_of(format, text)));
  return {after.size(), count_new(before, after)};
}

void check(Format format, std::string_view what, std::string_view with, std::size_t at_most) {
  const Renewed renewed = renewed_by(format, paragraphs(format, 200), what, with);
  SCOPED_TRACE(std::string(to_string(format)) + ": " + std::string(what) + " -> " +
               std::string(with));
  EXPECT_GT(renewed.sections, 20U);
  EXPECT_GE(renewed.fresh, 1U);
  EXPECT_LE(renewed.fresh, at_most);
}

TEST(EditedDocument, AnEditRenewsOneSection) {
  for (const Format format : kFormats) {
    for (const std::string number : {"0", "100", "101", "102", "103", "199"}) {
      const std::string begin = "Paragraph " + number + " begins here. The river ";
      check(format, begin + "ran past old", begin + "met a junkie", 1);
    }
  }
}

// What is longer may become two sections, and what is shorter may be joined.
TEST(EditedDocument, AnEditWhereSectionsMeetRenewsAFew) {
  for (const Format format : kFormats) {
    for (const std::string number : {"0", "99", "100", "101", "102", "103", "199"}) {
      check(format, "Paragraph " + number + " begins", "P", 3);
      check(format, "Paragraph " + number + " begins", "Paragraph of the junkies begins", 3);
    }
  }
}

TEST(EditedDocument, AnotherHeadingAboveRenewsNothingThatDoesNotAskForIt) {
  check(Format::PlainText, "Paragraph 100 begins", "A short line\n\nParagraph 100 begins", 2);
  check(Format::Markdown, "Paragraph 100 begins", "# A heading\n\nParagraph 100 begins", 2);
  check(Format::Html, "<p>Paragraph 100 begins", "<h2>A heading</h2>\n<p>Paragraph 100 begins", 2);
}

TEST(EditedDocument, AHeadingThatMattersRenewsWhatIsBelow) {
  const Renewed renewed = renewed_by(Format::Markdown, paragraphs(Format::Markdown, 200),
                                     "Paragraph 100 begins", "# References\n\nParagraph 100");
  EXPECT_GT(renewed.fresh, 10U);
}

// A fence makes all that follows code, and its end makes it prose again.
TEST(EditedDocument, WhatWasGoneForAWhileComesBack) {
  struct Case {
    Format format;
    std::string_view open, close;
  };
  for (const Case& one :
       {Case{Format::Markdown, "```\n", "```\n\n"}, Case{Format::Html, "<!-- \n", "-->\n"}}) {
    EditedDocument edited(shipped_rules(), {});
    std::string text = paragraphs(one.format, 200);
    const std::size_t at = text.find('\n', text.size() / 4) + 1;
    const auto before = ids_of(edited.lint(document_of(one.format, text)));
    text.insert(at, one.open);
    EXPECT_LE(ids_of(edited.lint(document_of(one.format, text))).size(), before.size() / 2);
    text.insert(at + one.open.size(), one.close);
    const auto after = ids_of(edited.lint(document_of(one.format, text)));
    EXPECT_LE(count_new(before, after), 3U) << to_string(one.format);
    EXPECT_EQ(edited.all().findings.size(), 100U) << to_string(one.format);
  }
}

TEST(EditedDocument, ASectionReadAgainKeepsItsId) {
  for (const Format format : kFormats) {
    EditedDocument edited(shipped_rules(), {});
    const auto document = document_of(format, paragraphs(format, 50));
    const auto before = ids_of(edited.lint(document));
    EXPECT_EQ(ids_of(edited.lint(document)), before) << to_string(format);
  }
}

// `marked`: where [[...]] stands, that is inserted last. The findings must be those of lint(), and
// others than before.
void check_far(Format format, std::string_view marked) {
  const Marked parts = unmark(marked);
  ASSERT_EQ(parts.spans.size(), 1U);
  const Span inserted = parts.spans.front();
  std::string before = parts.text;
  before.erase(inserted.begin, inserted.size());
  const auto spans_of = [](const LintResult& result) {
    std::vector<std::uint32_t> begins;
    for (const Finding& one : result.findings) begins.push_back(one.span.begin);
    return begins;
  };
  EditedDocument edited(shipped_rules(), {});
  EXPECT_GT(edited.lint(document_of(format, before)).size(), 1U) << marked.substr(0, 40);
  const std::size_t findings = edited.all().findings.size();
  const auto document = document_of(format, parts.text);
  static_cast<void>(edited.lint(document));
  EXPECT_EQ(spans_of(edited.all()), spans_of(lint(shipped_rules(), *document, {})))
      << marked.substr(0, 40);
  EXPECT_NE(edited.all().findings.size(), findings) << marked.substr(0, 40);
}

TEST(EditedDocument, WhatReachesFarIsReadAnew) {
  const std::string html = paragraphs(Format::Html, 3);
  const std::string markdown = paragraphs(Format::Markdown, 40);
  check_far(Format::Html, "<p>{% a junkie</p>\n" + html + "<p>[[%}]] end</p>\n");
  check_far(Format::Html, "<img alt=\"a junkie>\n" + html + html + "<p>[[\"]]>end</p>\n");
  check_far(Format::Html, "<p>one</p>\n[[<!--]]\n" + html + html);
  check_far(Format::Html, html + html + "<!--\n" + html + "<p>[[-->]]A junkie</p>\n");
  check_far(Format::Markdown, "One.\n\n[[```]]\n\n" + markdown);
  check_far(Format::Markdown,
            "A [drug\\\nabuser][r].\n\n" + markdown + "[[[r]: /x 'an addict']]\n");
  check_far(Format::Markdown, "[[---\n]]title: a junkie\nold: junkie\n---\n\n" + markdown);
  check_far(Format::Markdown, "Starting MAT works.\n\n" + markdown + "[[Methadone]]\n");
  check_far(Format::PlainText,
            "A junkie came.\n\nA [[References\n\nThe ]]junkie came.\n\n" + markdown);
}

TEST(EditedDocument, SpellingElsewhereRenewsFindingsWhoseFixesAreSpelt) {
  const std::string text = paragraphs(Format::Markdown, 100) + "Their behavior: drug habit.\n";
  EditedDocument edited(shipped_rules(), {});
  static_cast<void>(edited.lint(document_of(Format::Markdown, text)));
  const auto british = document_of(Format::Markdown, "The colour of it.\n\n" + text);
  static_cast<void>(edited.lint(british));
  const LintResult whole = lint(shipped_rules(), *british, {});
  const LintResult all = edited.all();
  ASSERT_EQ(all.findings.size(), whole.findings.size());
  for (std::size_t i = 0; i < all.findings.size(); ++i) {
    ASSERT_EQ(all.findings[i].fixes.size(), whole.findings[i].fixes.size());
    for (std::size_t j = 0; j < all.findings[i].fixes.size(); ++j)
      EXPECT_EQ(all.findings[i].fixes[j].title, whole.findings[i].fixes[j].title);
  }
}

TEST(EditedDocument, ADirectiveRenewsWhatItSilences) {
  EditedDocument edited(shipped_rules(), {});
  std::string text = paragraphs(Format::Markdown, 100);
  const auto before = ids_of(edited.lint(document_of(Format::Markdown, text)));
  EXPECT_EQ(edited.all().findings.size(), 50U);
  text.insert(0, "<!-- personfirst-disable -->\n\n");
  const auto after = ids_of(edited.lint(document_of(Format::Markdown, text)));
  EXPECT_EQ(edited.all().findings.size(), 0U);
  EXPECT_EQ(edited.all().suppressed.size(), 50U);
  EXPECT_GT(count_new(before, after), 10U);
}

TEST(EditedDocument, SectionsSayWhereTheirFindingsStand) {
  for (const Format format : kFormats) {
    EditedDocument edited(shipped_rules(), {});
    const auto document = document_of(format, paragraphs(format, 40));
    std::size_t findings = 0;
    for (const LintedSection& section : edited.lint(document)) {
      for (const Finding& one : section.result->findings) {
        const Span span{section.begin + one.span.begin, section.begin + one.span.end};
        EXPECT_EQ(slice(document->text, span), "addict") << to_string(format);
        ++findings;
      }
    }
    EXPECT_EQ(findings, 20U) << to_string(format);
  }
}

TEST(EditedDocument, ProblemsAreOfTheSectionsThatHaveThem) {
  EditedDocument edited(shipped_rules(), {});
  std::string text = paragraphs(Format::Html, 40) + "<p>An addict \xFF came.</p>\n<!-- open";
  const auto document = document_of(Format::Html, text);
  const auto& sections = edited.lint(document);
  ASSERT_GT(sections.size(), 2U);
  EXPECT_TRUE(sections.front().result->problems.empty());
  ASSERT_EQ(sections.back().result->problems.size(), 2U);
  EXPECT_EQ(sections.back().result->problems[0].code, "ill-formed-utf8");
  EXPECT_EQ(sections.back().result->problems[1].code, "unclosed-markup");
  EXPECT_EQ(edited.all().problems.size(), 2U);
}

TEST(EditedDocument, AnEmptyDocumentIsOneSection) {
  EditedDocument edited(shipped_rules(), {});
  for (const Format format : kFormats) {
    EXPECT_EQ(edited.lint(document_of(format, "")).size(), 1U);
    EXPECT_EQ(edited.lint(document_of(format, "An addict.")).size(), 1U);
    EXPECT_EQ(edited.all().findings.size(), 1U);
  }
}

TEST(EditedDocument, AnotherLanguageBeginsAnew) {
  EditedDocument edited(shipped_rules(), {});
  const auto of_language = [](std::string language) {
    return std::make_shared<const Document>(
        make_document("text", Format::Markdown, "An addict came.", std::move(language)));
  };
  static_cast<void>(edited.lint(of_language("en")));
  EXPECT_EQ(edited.all().findings.size(), 1U);
  static_cast<void>(edited.lint(of_language("tlh")));
  EXPECT_EQ(edited.all().findings.size(), 0U);
  ASSERT_EQ(edited.all().problems.size(), 1U);
  EXPECT_EQ(edited.all().problems[0].code, "no-rules-for-language");
  static_cast<void>(edited.lint(of_language("en")));
  EXPECT_EQ(edited.all().findings.size(), 1U);
}

}  // namespace
}  // namespace personfirst::testing
