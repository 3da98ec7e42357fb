// Promises of the shipped rules as a whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "linter/linter.h"

namespace personfirst {
namespace {

const RuleSet& shipped() {
  static const Result<RuleSetPtr> kRules = load_rules();
  return **kRules;
}

// "people/addict on “addict”; ..."; empty when nothing is found.
std::string check(const std::string& text, const std::vector<std::string>& packs) {
  LintOptions options;
  options.packs = packs;
  const Document document = make_document("text", Format::PlainText, text);
  std::string found;
  for (const Finding& finding : lint(shipped(), document, options).findings) {
    if (!found.empty()) found += "; ";
    found += finding.rule + " on “" + std::string(slice(text, finding.span)) + "”";
  }
  return found;
}

nlohmann::json names() {
  std::ifstream in(RULES_DIR "/names.json");
  return nlohmann::json::parse(in)["names"];
}

TEST(Pack, FlagsNoSuggestionOfItsOwn) {
  for (const RuleInfo& rule : list_rules(shipped())) {
    for (const std::string& suggestion : rule.suggestions) {
      EXPECT_EQ(check("We wrote of " + suggestion + ".", {"core", "framing", rule.pack}), "")
          << rule.id;
    }
  }
}

TEST(Pack, LeavesListedNamesAlone) {
  for (const auto& name : names()) {
    const std::string text =
        "Last week we read about " + name["text"].get<std::string>() + " with care.";
    EXPECT_EQ(check(text, {"all"}), "") << text;
  }
}

TEST(Pack, KnowsWhichNamesAreEverydayWords) {
  for (const auto& name : names()) {
    const std::string text = name["text"];
    const bool is_one_word = text.find_first_of(" -") == std::string::npos;
    const bool is_acronym = text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    if (is_one_word && !is_acronym && text != "Alateen") {
      EXPECT_TRUE(name.value("needs_capitals", false)) << text;
    }
  }
}

TEST(Pack, LetsAShippedFileBeHandedInAgain) {
  std::ifstream file(RULES_DIR "/en/gambling.json", std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::vector<RuleFile> in_place{{"elsewhere/rules/en/gambling.json", json}};
  const Result<RuleSetPtr> rules = load_rules(in_place);
  ASSERT_TRUE(rules) << to_string(rules.error());
  EXPECT_EQ(list_rules(**rules).size(), list_rules(shipped()).size());

  const std::vector<RuleFile> beside{{"my-gambling.json", json}};
  EXPECT_FALSE(load_rules(beside)) << "the same ids under another name are a mistake";
}

TEST(Pack, CitesEverySourceByItsFullEntry) {
  std::vector<std::string> ids;
  for (const Source& source : list_sources(shipped())) ids.push_back(source.id);
  for (const RuleInfo& rule : list_rules(shipped())) {
    // Those that speak of comments cite nobody.
    EXPECT_EQ(rule.sources.empty(), rule.topic == "suppression") << rule.id;
    for (const std::string& source : rule.sources) {
      EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), source)) << rule.id << " " << source;
    }
  }
}

}  // namespace
}  // namespace personfirst
