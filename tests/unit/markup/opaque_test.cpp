// Names for machines are opaque, words are not.
#include "linter/markup/opaque.h"

#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(const std::string& marked) {
  const Marked prose = unmark(marked);
  EXPECT_EQ(mark(prose.text, find_opaque(prose.text)), marked);
}

TEST(Opaque, Addresses) {
  check("See [[https://example.org/junkie?a=b]], or ([[www.example.org]]).");
  check("Mail [[first.last@example.org]]; ask [[@some_handle]].");
  check("It is on [[example.com]]. And at [[Example.org]]\u2019s page.");
  check("Go to [[example.xyz/page]] now; [[git+ssh://host/x]]");
}

TEST(Opaque, SentenceEndsAreNotDomains) {
  check("That is the end.Next comes this. He came.She went.");
  check("Come in.No, e.g. this, i.e. that, at 3.5 mg or 10:30.");
}

TEST(Opaque, PathsAndFileNames) {
  check("Open [[/usr/share/dict]] or [[C:\\Users\\me]] or [[docs/words.md]].");
  check(
      "In [[~/notes]], [[./run]], [[src/markup/]] and [[read_me.txt]], \u201C[[style.css]]\u201D.");
}

TEST(Opaque, WordsWithSlashesAreWords) {
  check(
      "drug/alcohol use, and/or, AA/NA, addict/alcoholic, he/she/they, w/o, and\\or, alcohol "
      "/drugs");
}

TEST(Opaque, Identifiers) {
  check(
      "Call [[drug_user]], [[drugUser]], [[std::string]], [[lint()]], [[$HOME]] and "
      "__[[name__x]].");
  check("Pass [[--dry-run]], [[--level=3]]; see [[1a2b3c4d5e]] and [[0xFF]].");
  check("[[123e4567-e89b-12d3-a456-426614174000]]");
}

TEST(Opaque, NamesAndDashesAreWords) {
  check(
      "McDonald, OxyContin, eBay, LinkedIn, MDMA, iPhone, PhD, _emphasis_, ex-user, 12-step, "
      "COVID-19");
  check(
      "He came --so, she said-- and left -- again. Price: $5. (s)he, addict(s), 2010s, decade, "
      "facade.");
}

TEST(Opaque, CodeTargetsAndTemplates) {
  check("Write [[`some code`]] or [[``a ` b``]] here.");
  check("TeX ``quotes'' and `quotes' and `others' stay.");
  check("A [link[[](target)]] and [a] (b), {not} this.");
  check("Hi [[{{ user name }}]] and [[{% if x %}]] and [[<%= y %>]] and {{ open.");
}

TEST(Opaque, IllFormedTextIsHarmless) {
  check("\xFF\xFE [[a@b.c\xFF]] \xE2\x80");
  check("");
  check(". @ :// _ - $ ` {{ ]( /");
}

}  // namespace
}  // namespace personfirst::testing
