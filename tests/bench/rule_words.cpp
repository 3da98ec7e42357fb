// What the benchmarks know of the rules: read from the rule files, so that nothing is written
// twice.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "linter/rules/load.h"
#include "linter/rules/pattern.h"
#include "tests/bench/prose_maker.h"

namespace personfirst::bench {
namespace {

// Of patterns that stand for more, ripgrep would need minutes to compile all; fewer terms only make
// it faster.
constexpr std::size_t kPhrases = 8;

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(2);
}

RuleData shipped_rules() {
  std::vector<RuleFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_DIR "/rules")) {
    if (entry.path().extension() != ".json" || entry.path().filename() == "schema.json") continue;
    std::ifstream stream(entry.path());
    files.push_back({entry.path().string(), {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::ranges::sort(files, {}, &RuleFile::name);
  auto data = load_rule_data(files, LoadExamples::Yes);
  if (!data) give_up(to_string(data.error()));
  return *std::move(data);
}

// The example as people write it; empty where it is no sentence of plain text.
std::string sentence_of(const FlagExample& example) {
  if (example.format != "plain" || example.context != "prose") return "";
  std::string text = example.in;
  for (const std::string_view mark : {"[[", "]]"}) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) text.erase(at, 2);
  }
  if (text.find_first_of("\n*_<>&|[]`#~\"") != std::string::npos) return "";
  return text.ends_with('.') ? text : "";
}

}  // namespace

RuleWords read_rule_words() {
  const RuleData data = shipped_rules();
  RuleWords words;
  std::set<std::string> forms;
  std::set<std::string> of_each_rule;
  for (const Rule& rule : data.rules) {
    if (rule.language != "en") continue;
    const Lexicon& lexicon = data.lexicons.at(rule.language);
    for (const FlagExample& example : rule.flag) {
      const std::string sentence = sentence_of(example);
      if (!sentence.empty() && rule.on_by_default) words.examples.push_back(sentence);
    }
    bool has_form = false;
    for (const std::string& text : rule.patterns) {
      const auto pattern = Pattern::parse(text, PatternUse::Match, lexicon);
      if (!pattern) give_up(rule.id + ": " + to_string(pattern.error()));
      if (const auto anchors = pattern->anchors()) {
        for (const Anchor& anchor : *anchors) words.anchors.insert(anchor.word);
      }
      const auto phrases = pattern->phrases(kPhrases);
      if (!phrases) continue;
      if (!has_form) of_each_rule.insert(phrases->front());
      has_form = true;
      forms.insert(phrases->begin(), phrases->end());
    }
  }
  words.literal_forms.assign(forms.begin(), forms.end());
  words.first_forms.assign(of_each_rule.begin(), of_each_rule.end());
  return words;
}

}  // namespace personfirst::bench
