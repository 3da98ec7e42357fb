// Packages and documents: what is read, what is refused, what a change does.
#include "linter/office/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/office/relations.h"
#include "linter/office/zip_package.h"
#include "tests/support/packages.h"

namespace personfirst {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string word(const std::string& body) { return testing::word_document(body); }

std::string part_of(const std::string& package, const std::string& name) {
  Result<ZipPackage> opened = ZipPackage::open(package);
  if (!opened) return opened.error().what;
  Result<std::string> bytes = opened->read(name);
  return bytes ? *bytes : bytes.error().what;
}

// The text of a Word document's body.
void check(const std::string& body, const std::string& expected) {
  const Result<OfficeText> read = read_office("a.docx", word(body), "en");
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->document.text, expected) << body;
}

// One change of `words` to `instead`; the body after it.
void check_change(const std::string& body, const std::string& words, const std::string& instead,
                  NotChanged expected, const std::string& changed_body) {
  const std::string bytes = word(body);
  const Result<OfficeText> read = read_office("a.docx", bytes, "en");
  ASSERT_TRUE(read) << read.error().what;
  const auto begin = static_cast<std::uint32_t>(read->document.text.find(words));
  OfficeChange change;
  change.commented = {begin, begin + static_cast<std::uint32_t>(words.size())};
  change.edits = {{change.commented, instead}};
  const Result<ChangedOffice> changed = change_office(bytes, {change}, {"us", "then"});
  ASSERT_TRUE(changed) << changed.error().what;
  EXPECT_THAT(changed->edits, ElementsAre(expected)) << body;
  const std::string part = part_of(changed->bytes, "word/document.xml");
  EXPECT_THAT(part, HasSubstr("<w:body>" + changed_body + "</w:body>"));
}

const std::string kBy = " w:author=\"us\" w:date=\"then\"";

TEST(Office, RunsBecomeOneText) {
  check("<w:p><w:r><w:t>One</w:t></w:r><w:r><w:t xml:space=\"preserve\"> two</w:t></w:r></w:p>",
        "One two\n");
  check("<w:p><w:r><w:t> outer </w:t></w:r><w:r><w:t>space</w:t></w:r></w:p>", "outerspace\n");
  check("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b c\n");
  check("<w:p/><w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>",
        "One\n\ntwo\n");
  check("<w:p><w:r><w:t>1 &lt; 2 &amp; <![CDATA[3 > 2]]>&#xE9;</w:t></w:r></w:p>",
        "1 < 2 & 3 > 2é\n");
}

TEST(Office, AZeroWidthSpaceAtTheBeginIsNoByteOrderMark) {
  check("<w:p><w:r><w:t>\uFEFFOne two</w:t></w:r></w:p>", "\uFEFFOne two\n");
  const std::string before = "<w:p><w:r><w:t xml:space=\"preserve\">\uFEFFOne </w:t></w:r>";
  check_change("<w:p><w:r><w:t>\uFEFFOne two</w:t></w:r></w:p>", "two", "2", NotChanged::Done,
               before + "<w:del w:id=\"2\"" + kBy +
                   "><w:r><w:delText xml:space=\"preserve\">two</w:delText></w:r></w:del>"
                   "<w:ins w:id=\"1\"" +
                   kBy + "><w:r><w:t xml:space=\"preserve\">2</w:t></w:r></w:ins></w:p>");
}

TEST(Office, WhatNoReaderSeesIsLeftOut) {
  check(
      "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>here</w:t></w:r></w:p>",
      "here\n");
  check(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText>"
      "<w:fldChar w:fldCharType=\"end\"/><w:t>here</w:t></w:r></w:p>",
      "here\n");
  check("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>", "");
}

TEST(Office, AChangeIsTrackedAndKeepsTheFormat) {
  check_change("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>an old word</w:t></w:r></w:p>", "old", "new",
               NotChanged::Done,
               "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">an </w:t></w:r>"
               "<w:del w:id=\"2\"" +
                   kBy +
                   "><w:r><w:rPr><w:b/></w:rPr>"
                   "<w:delText xml:space=\"preserve\">old</w:delText></w:r></w:del>"
                   "<w:ins w:id=\"1\"" +
                   kBy +
                   "><w:r><w:rPr><w:b/></w:rPr>"
                   "<w:t xml:space=\"preserve\">new</w:t></w:r></w:ins>"
                   "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> word</w:t></w:r></w:p>");
}

TEST(Office, WhatStandsBetweenTheWordsIsNeverCrossed) {
  for (const std::string between :
       {"<w:r><w:footnoteReference w:id=\"1\"/></w:r>", "<w:r><w:drawing/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"end\"/></w:r>"}) {
    const std::string body =
        "<w:p><w:r><w:t>o</w:t></w:r>" + between + "<w:r><w:t>ld</w:t></w:r></w:p>";
    check_change(body, "old", "new", NotChanged::Crossing, body);
  }
}

TEST(Office, OurOwnInsertionsAreChangedWithoutATrace) {
  check_change(
      "<w:p><w:ins w:id=\"4\" w:author=\"us\"><w:r><w:t>old</w:t></w:r></w:ins></w:p>", "old",
      "new", NotChanged::Done,
      "<w:p><w:ins w:id=\"4\" w:author=\"us\"><w:r><w:t xml:space=\"preserve\">new</w:t></w:r>"
      "</w:ins></w:p>");
}

TEST(Office, APackageKeepsWhatIsNotChanged) {
  const std::string before = testing::zip_of({{"b", "two"}, {"a", "one"}, {"c", "three"}});
  const Result<ZipPackage> package = ZipPackage::open(before);
  ASSERT_TRUE(package);
  const std::vector<PackagePart> parts = {{"a", "other"}, {"d", "four"}};
  const Result<std::string> after = package->with(parts);
  ASSERT_TRUE(after);
  EXPECT_THAT(ZipPackage::open(*after)->names(), ElementsAre("b", "a", "c", "d"));
  EXPECT_EQ(part_of(*after, "a"), "other");
  EXPECT_EQ(part_of(*after, "b"), "two");
  EXPECT_EQ(part_of(*after, "d"), "four");
}

TEST(Office, APackageThatSwellsIsRefused) {
  const std::string bytes = testing::zip_of({{"a", std::string(1 << 20, 'x')}});
  PackageLimits total;
  total.total_bytes = 1 << 19;
  EXPECT_THAT(ZipPackage::open(bytes, total)->read("a").error().what, HasSubstr("far larger"));
  PackageLimits ratio;
  ratio.free_bytes = 1000;
  EXPECT_THAT(ZipPackage::open(bytes, ratio)->read("a").error().what, HasSubstr("far larger"));
  PackageLimits entries;
  entries.entries = 0;
  EXPECT_THAT(ZipPackage::open(bytes, entries).error().what, HasSubstr("too many parts"));
}

TEST(Office, NamesThatLeadOutsideAreRefused) {
  for (const std::string name : {"../a", "/a", "a/../../b", "a\\b", "C:a"})
    EXPECT_THAT(ZipPackage::open(testing::zip_of({{name, "x"}})).error().what,
                HasSubstr("outside of itself"))
        << name;
  EXPECT_TRUE(ZipPackage::open(testing::zip_of({{"a/..b", "x"}})));
}

TEST(Office, EveryCutOfADocumentIsAnErrorAndNoCrash) {
  const std::string bytes = word("<w:p><w:r><w:t>One</w:t></w:r></w:p>");
  for (std::size_t size = 1; size < bytes.size(); ++size)
    EXPECT_FALSE(read_office("a.docx", std::string_view(bytes).substr(0, size), "en")) << size;
}

TEST(Office, EncryptedPartsAreToldFromDamagedOnes) {
  std::string bytes = word("<w:p/>");
  // The flag of encryption, in all headers.
  for (std::size_t at = 0; (at = bytes.find("PK\x03\x04", at)) != std::string::npos; ++at)
    bytes[at + 6] = static_cast<char>(bytes[at + 6] | 1);
  for (std::size_t at = 0; (at = bytes.find("PK\x01\x02", at)) != std::string::npos; ++at)
    bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
  EXPECT_THAT(read_office("a.docx", bytes, "en").error().what, HasSubstr("encrypted"));
}

TEST(Office, DeepElementsAreLeftUnread) {
  std::string body, end;
  for (int i = 0; i < 20'000; ++i)
    body += "<w:sdt><w:sdtContent>", end += "</w:sdtContent></w:sdt>";
  check(body + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + end, "");
}

TEST(Office, TargetsStayInThePackage) {
  EXPECT_EQ(resolve_target("word/document.xml", "styles.xml"), "word/styles.xml");
  EXPECT_EQ(resolve_target("ppt/slides/a.xml", "../media/b%20c.png#x"), "ppt/media/b c.png");
  EXPECT_EQ(resolve_target("word/document.xml", "/word/a.xml"), "word/a.xml");
  EXPECT_EQ(resolve_target("word/document.xml", "../../etc/passwd"), "");
  EXPECT_EQ(relations_name("word/document.xml"), "word/_rels/document.xml.rels");
  EXPECT_EQ(relations_name(""), "_rels/.rels");
}

TEST(Office, PlacesAreAsPeopleSayThem) {
  Places places;
  places.groups = {{"word/document.xml", ""}, {"word/footnotes.xml", "footnote 3"}};
  places.all = {{0, 0, 12, 2, Place::kNone, ""}, {10, 1, 1, 0, Place::kNone, "text box"}};
  EXPECT_EQ(name_of(places, *place_at(places, 9)), "paragraph 12 (page 2)");
  EXPECT_EQ(name_of(places, *place_at(places, 10)), "footnote 3, paragraph 1, text box");
  EXPECT_EQ(place_at(Places(), 0), nullptr);
}

}  // namespace
}  // namespace personfirst
