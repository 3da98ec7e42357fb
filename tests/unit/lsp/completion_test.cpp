// What completion offers, and what the text is after it was taken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::able_client;
using testing::after_edits;
using ::testing::AllOf;
using ::testing::Contains;
using testing::demo_knowledge;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kConfig = "/home/a/.personfirst.json";

struct Completed {
  Snapshot snapshot;
  Json answer;
};

Completed complete(std::string_view marked, std::string_view path, Format format) {
  auto [text, spans] = testing::unmark(marked);
  Completed completed{testing::open_text(text, format), {}};
  completed.snapshot.path = path;
  completed.snapshot.sections.clear();
  const Json params = {{"position", to_position(*completed.snapshot.document, ColumnUnit::Utf16,
                                                spans.at(0).begin)}};
  completed.answer = completion(demo_knowledge(), able_client(), completed.snapshot, params);
  return completed;
}

std::vector<std::string> labels(const Completed& completed) {
  std::vector<std::string> labels;
  if (completed.answer.is_null()) return labels;
  for (const Json& item : completed.answer.at("items")) labels.push_back(item.at("label"));
  return labels;
}

std::vector<std::string> in_config(std::string_view marked) {
  return labels(complete(marked, kConfig, Format::PlainText));
}

const Json& item_of(const Completed& completed, std::string_view label) {
  static const Json kNone;
  if (completed.answer.is_null()) return kNone;
  for (const Json& item : completed.answer.at("items")) {
    if (item.at("label") == label) return item;
  }
  return kNone;
}

// The text after the item with this label was taken.
void check_taken(std::string_view marked, std::string_view label, std::string_view expected,
                 std::string_view path = kConfig, Format format = Format::PlainText) {
  const Completed completed = complete(marked, path, format);
  const Json& item = item_of(completed, label);
  ASSERT_FALSE(item.is_null()) << label << " is not offered in " << marked;
  EXPECT_EQ(after_edits(*completed.snapshot.document, ColumnUnit::Utf16,
                        Json::array({item.at("textEdit")})),
            expected);
}

TEST(Completion, OffersTheConfigurationsKeysWithTheirDocumentation) {
  EXPECT_THAT(in_config("{[[]]}"), AllOf(Contains("rules"), Contains("packs"), Contains("extends"),
                                         Not(Contains("files")), Not(Contains("demo/junkie"))));
  EXPECT_THAT(in_config(R"({ "rules": {}, [[]]})"),
              AllOf(Not(Contains("rules")), Contains("packs")));
  EXPECT_THAT(in_config(R"({ "overrides": [{ [[]]}] })"),
              AllOf(Contains("files"), Contains("rules"), Not(Contains("overrides"))));
  const Completed completed = complete("{[[]]}", kConfig, Format::PlainText);
  EXPECT_EQ(item_of(completed, "allow")["documentation"]["kind"], "markdown");
  EXPECT_NE(item_of(completed, "allow")["documentation"]["value"], "");
}

TEST(Completion, OffersRulesWhereRulesAreNamed) {
  for (const char* marked : {R"({ "rules": {[[]]} })", R"({ "rules": { "de[[]] } })",
                             R"({ "overrides": [{ "rules": { "[[]]" } }] })",
                             R"({ "rules": { "demo/abuse": "off",
                                             "[[]])"})
    EXPECT_THAT(in_config(marked), AllOf(Contains("demo/junkie"), Contains("chart/*"))) << marked;
  EXPECT_THAT(in_config(R"({ "preferred": { "[[]]" } })"),
              AllOf(Contains("demo/junkie"), Not(Contains("demo/*"))));
  EXPECT_THAT(in_config(R"({ "rules": { "demo/junkie": "off", [[]]} })"),
              AllOf(Not(Contains("demo/junkie")), Contains("demo/abuse")));
  const Completed completed = complete(R"({ "rules": {[[]]} })", kConfig, Format::PlainText);
  const Json& junkie = item_of(completed, "demo/junkie");
  EXPECT_EQ(junkie["detail"], "error, pack core");
  EXPECT_EQ(junkie["documentation"]["value"],
            "“…” is unkind.\n\nInstead: “person who uses drugs”; “person with a substance use "
            "disorder”\n");
}

TEST(Completion, OffersTheValuesThatFit) {
  EXPECT_THAT(in_config(R"({ "rules": { "demo/junkie": "[[]]" } })"),
              AllOf(Contains("off"), Contains("hint"), Contains("warning"), Contains("error")));
  EXPECT_THAT(in_config(R"({ "rules": { "demo/junkie": { [[]]} } })"),
              AllOf(Contains("level"), Contains("preferred")));
  EXPECT_THAT(in_config(R"({ "rules": { "demo/junkie": { "level": "[[]]" } } })"), Contains("off"));
  EXPECT_THAT(in_config(R"({ "packs": ["[[]]"] })"),
              AllOf(Contains("core"), Contains("clinical"), Contains("all")));
  EXPECT_THAT(in_config(R"({ "overrides": [{ "packs": [ [[]]] }] })"), Contains("clinical"));
  EXPECT_THAT(in_config(R"({ "extends": "[[]]" })"), Contains("journalism"));
  EXPECT_THAT(in_config(R"({ "extends": ["public", [[]] ] })"), Contains("journalism"));
  EXPECT_THAT(in_config(R"({ "quotations": [[]] })"), Contains("as-written"));
  EXPECT_THAT(in_config(R"({ "root": [[]] })"), AllOf(Contains("true"), Contains("false")));
  EXPECT_THAT(in_config(R"({ "root": "[[]]" })"), IsEmpty());
  EXPECT_THAT(in_config(R"({ "allow": ["[[]]"] })"), IsEmpty());
}

TEST(Completion, OffersARulesOwnSuggestionsAsHouseStyle) {
  for (const char* marked : {R"({ "preferred": { "demo/junkie": "[[]]" } })",
                             R"({ "rules": { "demo/junkie": { "preferred": [[]] } } })",
                             R"({ "overrides": [{ "preferred": { "demo/junkie": "p[[]] } }] })"})
    EXPECT_THAT(in_config(marked), ::testing::ElementsAre("person who uses drugs",
                                                          "person with a substance use disorder"))
        << marked;
}

TEST(Completion, ReplacesTheWordWithItsQuotes) {
  check_taken("{[[]]}", "rules", R"({"rules": })");
  check_taken("{ ru[[]] }", "rules", R"({ "rules":  })");
  check_taken(R"({ "ru[[]]" })", "rules", R"({ "rules":  })");
  check_taken(R"({ "ru[[]]": {} })", "rules", R"({ "rules": {} })");
  check_taken("{ \"é😀\": 1, \"rules\": { \"demo/[[]]", "demo/junkie",
              "{ \"é😀\": 1, \"rules\": { \"demo/junkie\": ");
  check_taken(R"({ "rules": { "demo/junkie": "o[[]]" } })", "off",
              R"({ "rules": { "demo/junkie": "off" } })");
  check_taken(R"({ "rules": { "demo/junkie": o[[]] } })", "off",
              R"({ "rules": { "demo/junkie": "off" } })");
  check_taken(R"({ "root": [[]] })", "true", R"({ "root": true })");
}

TEST(Completion, TheFilterTextLooksLikeWhatIsReplaced) {
  EXPECT_EQ(item_of(complete("{ ru[[]] }", kConfig, Format::PlainText), "rules")["filterText"],
            "rules");
  EXPECT_EQ(item_of(complete(R"({ "ru[[]] })", kConfig, Format::PlainText), "rules")["filterText"],
            "\"rules\"");
}

TEST(Completion, OffersRulesInSuppressionComments) {
  const auto in_document = [](std::string_view marked, Format format = Format::Markdown) {
    return labels(complete(marked, "/home/a/b.md", format));
  };
  EXPECT_THAT(in_document("<!-- personfirst-disable-next-line [[]] -->"),
              AllOf(Contains("demo/junkie"), Contains("demo/*")));
  EXPECT_THAT(in_document("<!-- personfirst-enable demo/abuse de[[]]"), Contains("demo/junkie"));
  EXPECT_THAT(in_document("<p>\n<!-- personfirst-disable-file [[]]", Format::Html),
              Contains("demo/junkie"));
  for (const char* marked :
       {"A word [[]]", "<!-- [[]] -->", "<!-- personfirst-dis[[]] -->",
        "<!-- personfirst-disable-line demo/abuse -- because [[]] -->",
        "<!-- personfirst-disable-line --> [[]]", "<!-- personfirst-disable-line \"wor[[]]",
        "personfirst-disable\n[[]]"})
    EXPECT_THAT(in_document(marked), IsEmpty()) << marked;
  EXPECT_THAT(in_document("personfirst-disable-line [[]]", Format::PlainText), IsEmpty());
  check_taken("<!-- personfirst-disable-line demo/a[[]]b-->", "demo/junkie",
              "<!-- personfirst-disable-line demo/junkie-->", "/home/a/b.md", Format::Markdown);
}

TEST(Completion, BadParametersGetNothing) {
  const Snapshot snapshot = testing::open_text("{}");
  for (const char* params :
       {"null", "{}", "[]", R"({"position": 3})", R"({"position": {"line": -1, "character": 0}})"})
    EXPECT_EQ(completion(demo_knowledge(), able_client(), snapshot, Json::parse(params)), nullptr);
}

}  // namespace
}  // namespace personfirst::lsp
