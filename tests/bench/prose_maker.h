// Makes texts for the benchmarks: paragraphs, headings, lists, links and emphasis, and now and then
// a sentence that holds something to find. The same seed, the same text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "linter/text/document.h"

namespace personfirst::bench {

// What is known of the rules: to keep words out of texts, and to put findings in.
struct RuleWords {
  std::unordered_set<std::string> anchors;  // the words that the linter looks for
  std::vector<std::string> examples;        // sentences, each with something to find
  std::vector<std::string> literal_forms;   // the phrases of each pattern that stands for few
  std::vector<std::string> first_forms;     // one of each rule
};
[[nodiscard]] RuleWords
read_rule_words();  // from this project's rules; ends the program in trouble

struct Recipe {
  Format format = Format::Markdown;
  std::size_t bytes = 0;         // at least; the last paragraph is finished
  std::size_t bytes_a_hit = 0;   // 0: no finding
  bool without_anchors = false;  // no word that the linter looks for, in no sense at all
  std::uint64_t seed = 1;
};

class ProseMaker {
 public:
  ProseMaker(const RuleWords& rules, const Recipe& recipe);

  // The next block with an empty line after it; never empty. The first holds what opens a page.
  [[nodiscard]] std::string block();
  // What closes a page.
  [[nodiscard]] std::string end() const;

 private:
  std::string heading();
  std::string paragraph();
  std::string list();
  std::string table();
  std::string code();
  std::string sentence();
  std::string plain_sentence();
  std::string word(char kind);
  std::string marked(std::string words);
  std::string in_lines(std::string_view words) const;
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  template <typename List>
  std::string_view pick(const List& list);

  const RuleWords& rules_;
  Recipe recipe_;
  std::mt19937_64 random_;
  std::size_t since_hit_ = 0;
  bool started_ = false;
};

}  // namespace personfirst::bench
