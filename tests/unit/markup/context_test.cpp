// Every prose knows its heading, what introduces it, and which of its words are struck out or
// emphasized.
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

struct Context {
  std::string text;
  std::string introduced_by;
  std::string heading;
  friend bool operator==(const Context&, const Context&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Context& c) {
    return out << "{" << c.text << " <- " << c.introduced_by << " | " << c.heading << "}";
  }
};

void check(Format format, const std::string& source, const std::vector<Context>& expected) {
  std::vector<Context> found;
  for (const Prose& prose : extract_from(format, source).prose) {
    found.push_back({prose.text, prose.introduced_by, prose.heading});
  }
  EXPECT_EQ(found, expected) << source;
}

TEST(Context, AHeadingStandsAboveAllThatFollows) {
  check(Format::Markdown, "a\n\n# H\n\nb\n\n## I\n\nc",
        {{"a", "", ""}, {"H", "", ""}, {"b", "H", "H"}, {"I", "", "H"}, {"c", "I", "I"}});
  check(Format::Html, "<h1>H</h1><p>b", {{"H", "", ""}, {"b", "H", "H"}});
  check(Format::PlainText, "Head\n\nText.", {{"Head", "", ""}, {"Text.", "Head", "Head"}});
}

TEST(Context, AListIsIntroducedByTheLineBefore) {
  check(Format::Markdown, "# H\n\nAvoid:\n\n- a\n- b\n",
        {{"H", "", ""}, {"Avoid:", "H", "H"}, {"a", "Avoid:", "H"}, {"b", "Avoid:", "H"}});
  check(Format::Markdown, "**Avoid**\n\n- a\n", {{"Avoid", "", ""}, {"a", "Avoid", ""}});
  check(Format::Markdown, "# H\n\nSome text.\n\n- a\n",
        {{"H", "", ""}, {"Some text.", "H", "H"}, {"a", "H", "H"}});
  check(Format::Html, "<p>Avoid:</p><ul><li>a<li>b</ul>",
        {{"Avoid:", "", ""}, {"a", "Avoid:", ""}, {"b", "Avoid:", ""}});
  check(Format::PlainText, "Avoid:\n- a\n- b\n\nEnd.",
        {{"Avoid:", "", ""}, {"a", "Avoid:", ""}, {"b", "Avoid:", ""}, {"End.", "", ""}});
}

TEST(Context, ANestedListIsIntroducedByItsItem) {
  check(Format::Markdown, "- Not\n  - a\n- So\n  - b\n\nEnd",
        {{"Not", "", ""}, {"a", "Not", ""}, {"So", "", ""}, {"b", "So", ""}, {"End", "", ""}});
}

TEST(Context, ACellIsIntroducedByItsColumn) {
  check(Format::Markdown, "|Say|Not|\n|---|---|\n|a|b|\n|c|d|",
        {{"Say", "", ""},
         {"Not", "", ""},
         {"a", "Say", ""},
         {"b", "Not", ""},
         {"c", "Say", ""},
         {"d", "Not", ""}});
  check(Format::Html, "<table><tr><th colspan=2>Say<th>Not<tr><td>a<td>b<td>c</table>",
        {{"Say", "", ""}, {"Not", "", ""}, {"a", "Say", ""}, {"b", "", ""}, {"c", "Not", ""}});
  check(Format::Html, "<table><tr><td>Say<td>Not<tr><td>a<td>b</table>",
        {{"Say", "", ""}, {"Not", "", ""}, {"a", "Say", ""}, {"b", "Not", ""}});
  check(Format::Html, "<table><tr><th>Not<tr><td><ul><li>a</ul></table>",
        {{"Not", "", ""}, {"a", "Not", ""}});
  check(Format::Html, "<table><tr><th>A<tr><td><table><tr><th>B<tr><td>b</table>x</table>",
        {{"A", "", ""}, {"B", "", ""}, {"b", "B", ""}, {"x", "A", ""}});
}

TEST(Context, AMeaningIsIntroducedByItsTerm) {
  check(Format::Html, "<p>Avoid:<dl><dt>t<dd>m</dl>",
        {{"Avoid:", "", ""}, {"t", "Avoid:", ""}, {"m", "t", ""}});
}

TEST(Context, LongContextsAreCutBetweenCharacters) {
  std::string heading;
  for (int i = 0; i < 100; ++i) heading += "\u00E9";
  const Extracted extracted =
      extract_from(Format::Markdown, "# " + heading + "\n\n" + heading + "x:\n\n- a");
  EXPECT_EQ(extracted.prose.at(1).heading, heading.substr(0, 120));
  EXPECT_EQ(extracted.prose.at(2).introduced_by, heading.substr(0, 118) + "x:");
}

void check_marks(Format format, const std::string& source, const std::string& struck,
                 const std::string& emphasized) {
  const Extracted extracted = extract_from(format, source);
  expect_sound(extracted, source);
  const Prose& prose = extracted.prose.at(0);
  EXPECT_EQ(mark(prose.text, prose.struck), struck);
  EXPECT_EQ(mark(prose.text, prose.emphasized), emphasized);
}

TEST(Context, StruckAndEmphasizedWordsAreMarked) {
  check_marks(Format::Markdown, "a ~~b *c*~~ **d**", "a [[b c]] d", "a b [[c]] [[d]]");
  check_marks(Format::Markdown, "a <del>b</del> <s>c</s> <i>d</i>", "a [[b]] [[c]] d",
              "a b c [[d]]");
  check_marks(Format::Html, "<p>a <del>b</del> <strike>c</strike> <em>d <b>e</b></em></p>",
              "a [[b]] [[c]] d e", "a b c [[d e]]");
  check_marks(Format::Html, "<p>a <s>b</p><p>c</p>", "a [[b]]", "a b");
}

}  // namespace
}  // namespace personfirst::testing
