// Rule ids in suppression comments lead to their explanations.
#include <gtest/gtest.h>

#include "tests/unit/lsp/opened.h"

namespace personfirst::lsp {
namespace {

using testing::able_client;
using testing::demo_knowledge;
using testing::unmark;

// The marked words are the links.
void check(std::string_view marked, Format format = Format::Markdown) {
  const auto [text, spans] = unmark(marked);
  const Snapshot snapshot = testing::open_text(text, format);
  Json expected = Json::array();
  for (const Span span : spans) {
    const std::string rule(slice(text, span));
    const std::string said = rule == "demo/abuse" ? "“…” blames." : "“…” is unkind.";
    expected.push_back({{"range", to_range(*snapshot.document, ColumnUnit::Utf16, span)},
                        {"target", "https://example.org/guide"},
                        {"tooltip", said}});
  }
  EXPECT_EQ(document_links(demo_knowledge(), able_client(), snapshot, nullptr), expected) << marked;
  for (Json& link : expected) link.erase("tooltip");
  EXPECT_EQ(document_links(demo_knowledge(), {}, snapshot, nullptr), expected) << marked;
}

TEST(DocumentLinks, RuleIdsInSuppressionsAreLinks) {
  check("😀\n\n<!-- personfirst-disable-next-line [[demo/abuse]] [[demo/junkie]] -- as told -->\n");
  check("<p>a</p>\n<!-- personfirst-disable-file [[demo/abuse]] -->", Format::Html);
}

TEST(DocumentLinks, OtherWordsAreNone) {
  check("<!-- personfirst-disable demo/* demo/none -->\n\nThe rule demo/abuse.\n");
  check("");
}

}  // namespace
}  // namespace personfirst::lsp
