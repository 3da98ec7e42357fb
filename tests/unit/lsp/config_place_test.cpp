// Where the cursor is in a configuration, finished or not.
#include "lsp/config_place.h"

#include <gtest/gtest.h>

namespace personfirst::lsp {
namespace {

// `|` is the cursor. The place as one line: "rules/people-a KEY <word>".
void check(std::string_view marked, std::string_view expected) {
  const std::size_t cursor = marked.find('|');
  std::string text(marked.substr(0, cursor));
  text += marked.substr(cursor + 1);
  const ConfigPlace place = find_config_place(text, static_cast<std::uint32_t>(cursor));
  std::string found;
  if (!place.usable) {
    found = "nothing";
  } else {
    for (const std::string& step : place.path) found += step + " ";
    found += place.is_key ? "KEY" : "VALUE";
    found += " <" + std::string(slice(text, place.word)) + ">";
    for (const std::string& key : place.keys_before) found += " not " + key;
    if (place.colon_follows) found += " colon";
  }
  EXPECT_EQ(found, expected) << marked;
}

TEST(ConfigPlace, KnowsKeysAndValues) {
  check("{|}", "KEY <>");
  check(R"({ "rules": {|} })", "rules KEY <>");
  check(R"({ "rules": {}, |})", "KEY <> not rules");
  check(R"({ "rules": |})", "rules VALUE <>");
  check(R"({ "packs": [|] })", "packs [] VALUE <>");
  check(R"({ "packs": ["core", |] })", "packs [] VALUE <>");
  check(R"({ "rules": { "a/b": "off", "|" } })", "rules KEY <\"\"> not a/b");
  check(R"({ "overrides": [ {}, { "rules": { "a/b": |} } ] })", "overrides [] rules a/b VALUE <>");
  check("{ \"root\": true,\n|", "KEY <> not root");
}

TEST(ConfigPlace, TakesTheWordThatIsBeingTyped) {
  check(R"({ ru|les })", "KEY <rules>");
  check(R"({ "ru|les" })", "KEY <\"rules\">");
  check(R"({ "ru|les": {} })", "KEY <\"rules\"> colon");
  check(R"({ "ru| })", "KEY <\"ru>");
  check(R"({ "root": tr| })", "root VALUE <tr>");
  check(R"({ "rules": { "people/|", "a/b": "off" } })", "rules KEY <\"people/\">");
  check(R"({ "rules": { "people/|: "off" } })", "rules KEY <\"people/> colon");
  check(R"({ "voice": "st|" })", "voice VALUE <\"st\">");
  check(R"({ "voice": "standard"| })", "voice VALUE <\"standard\">");
  check(R"({ "rules"| })", "KEY <\"rules\">");
  check("{ \"voice\": \"\n|", "voice VALUE <>");
  check(R"({ "preferred": { "a/b": "two wo| } })", "preferred a/b VALUE <\"two wo>");
}

TEST(ConfigPlace, StringsAndCommentsHideBrackets) {
  check(R"({ "a": "}", |)", "KEY <> not a");
  check(R"({ "a": "\"}", |)", "KEY <> not a");
  check("{ // }\n|", "KEY <>");
  check("{ /* } */ |", "KEY <>");
  check(R"({ "a": "//", |)", "KEY <> not a");
}

TEST(ConfigPlace, SaysNothingInCommentsAndOutside) {
  check("|", "nothing");
  check("{}|", "nothing");
  check("{ // wor|ds\n}", "nothing");
  check("{ // words|", "nothing");
  check("{ /* wor|ds */ }", "nothing");
  check("{ /* words|", "nothing");
  check("// done\n|{}", "nothing");
}

TEST(ConfigPlace, LivesWithAnything) {
  check("}}]] { |", "KEY <>");
  check("{ ] |", "nothing");
  check(": , { : |", " VALUE <>");
  check(std::string(100, '[') + "|", "nothing");
  check("{ \"\\|", "KEY <\"\\>");
}

}  // namespace
}  // namespace personfirst::lsp
