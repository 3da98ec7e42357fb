// Pattern::edge_words().
#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/rules/pattern.h"
#include "linter/rules/pattern_node.h"

namespace personfirst {
namespace {

// Walks a pattern from one of its edges inwards, along all its alternatives at once, until each has
// shown a word.
class EdgeFinder {
 public:
  explicit EdgeFinder(Edge edge) : edge_(edge) {}

  EdgeWords run(const PatternNode& root) {
    std::vector<Open> all(1);
    walk(root, all);
    for (const Open& one : all) close(one);
    if (found_.any) {
      found_ = {};
      found_.any = true;
    }
    found_.close();
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kMost = 512;  // more are no help

  using Words = std::vector<std::string_view>;

  // What has been read of the word so far, from its edge; or the set or list that it is of.
  struct Open {
    std::string word;
    const WordSet* set = nullptr;
    const Words* list = nullptr;
    bool unknown = false;  // the word is one of any
    bool inside = false;   // there may be words before it

    // Has nothing of a word been read?
    [[nodiscard]] bool is_clean() const {
      return word.empty() && set == nullptr && list == nullptr && !unknown;
    }
  };

  void walk(const PatternNode& node, std::vector<Open>& all) {
    if (found_.any || all.empty()) return;
    switch (node.kind) {
      case NodeKind::Literal:
        return read(node.text, all);
      case NodeKind::Class:
        return read_one_of(node.choices, all);
      case NodeKind::Sequence:
        return walk_in_order(node.children, all);
      case NodeKind::Alternatives:
        return walk_one_of(node.children, all, false);
      case NodeKind::Optional:
        return walk_one_of(node.children, all, true);
      case NodeKind::Set:
        return begin_set(*node.set, all);
      case NodeKind::Macro:
        return read_macro(node.macro, all);
      case NodeKind::Plural:
        return read_one_of({node.text, node.plural}, all);
      case NodeKind::Verb: {
        const VerbForms& verb = *node.verb;
        return read_one_of({verb.base, verb.third, verb.past, verb.participle, verb.gerund}, all);
      }
      case NodeKind::Start:
      case NodeKind::End:
        return read(" ", all);
    }
  }

  template <typename Nodes>  // of a pattern, or of a macro
  void walk_in_order(const Nodes& nodes, std::vector<Open>& all) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
      walk(*nodes[edge_ == Edge::First ? i : nodes.size() - 1 - i], all);
  }

  template <typename Nodes>
  void walk_one_of(const Nodes& nodes, std::vector<Open>& all, bool or_none) {
    std::vector<Open> together;
    if (or_none) together = all;
    for (const auto& node : nodes) {
      std::vector<Open> branch = all;
      walk(*node, branch);
      std::move(branch.begin(), branch.end(), std::back_inserter(together));
    }
    take(std::move(together), all);
  }

  void read_one_of(const std::vector<std::string>& texts, std::vector<Open>& all) {
    std::vector<Open> together;
    for (const std::string& text : texts) {
      std::vector<Open> branch = all;
      read(text, branch);
      std::move(branch.begin(), branch.end(), std::back_inserter(together));
    }
    take(std::move(together), all);
  }

  void take(std::vector<Open> together, std::vector<Open>& all) {
    if (together.size() > kMost) found_.any = true;
    all = std::move(together);
  }

  void read(std::string_view text, std::vector<Open>& all) {
    for (std::size_t i = 0; i < text.size() && !all.empty(); ++i)
      read(text[edge_ == Edge::First ? i : text.size() - 1 - i], all);
  }

  void read(char c, std::vector<Open>& all) {
    const bool word = is_edge_word_byte(c);
    if (word) spell_out(all);
    std::size_t kept = 0;
    for (Open& one : all) {
      if (word && one.set != nullptr) forget(one);
      if (word && !one.unknown) one.word += c;
      if (!word && (one.set != nullptr || one.list != nullptr || !one.word.empty())) {
        close(one);
        continue;
      }
      if (!word) one.unknown = false;
      if (&all[kept] != &one) all[kept] = std::move(one);
      ++kept;
    }
    all.resize(kept);
    if (!word) drop_equal(all);
  }

  // Alternatives that have come to the same again.
  static void drop_equal(std::vector<Open>& all) {
    bool inside = false, outside = false;
    const auto seen = [&](const Open& one) {
      if (!one.is_clean()) return false;
      bool& before = one.inside ? inside : outside;
      return std::exchange(before, true);
    };
    if (all.size() > 1) all.erase(std::remove_if(all.begin(), all.end(), seen), all.end());
  }

  // The word at hand is glued to something, or is not known at all.
  static void forget(Open& one) { one = {{}, nullptr, nullptr, true, true}; }

  // A list is glued to something: each of its words is read by itself.
  void spell_out(std::vector<Open>& all) {
    const auto is_list = [](const Open& one) { return one.list != nullptr; };
    if (std::none_of(all.begin(), all.end(), is_list)) return;
    std::vector<Open> together;
    for (Open& one : all) {
      if (!is_list(one)) {
        together.push_back(std::move(one));
        continue;
      }
      for (const std::string_view word : *one.list) {
        std::vector<Open> branch(1);
        branch.front().inside = one.inside;
        read(word, branch);
        std::move(branch.begin(), branch.end(), std::back_inserter(together));
      }
    }
    take(std::move(together), all);
  }

  void begin_set(const WordSet& set, std::vector<Open>& all) {
    for (Open& one : all) {
      if (one.is_clean())
        one.set = &set;
      else
        forget(one);
    }
  }

  // Null: it may be anything.
  void read_macro(const MacroNode* macro, std::vector<Open>& all) {
    if (macro == nullptr) return read_anything(all);
    if (!always_holds_digit(*macro)) return walk(*macro, all);
    found_.digit = true;
    all.clear();
  }

  void walk(const MacroNode& macro, std::vector<Open>& all) {
    if (found_.any || all.empty()) return;
    switch (macro.kind) {
      case MacroNode::Kind::Words:
        return begin_list(macro.words, all);
      case MacroNode::Kind::Byte:
        return is_punctuation(macro) ? read(" ", all) : read_anything(all);
      case MacroNode::Kind::Sequence:
        return walk_in_order(macro.children, all);
      case MacroNode::Kind::Alternatives:
        return walk_one_of(macro.children, all, false);
      case MacroNode::Kind::Repeat:
        if (macro.max > 1) return read_anything(all);
        return walk_one_of(macro.children, all, macro.min == 0);
    }
  }

  // A long list is kept as one, as long as nothing is glued to it.
  void begin_list(const Words& words, std::vector<Open>& all) {
    constexpr std::size_t kLong = 4;
    const auto is_word = [this](std::string_view one) {
      return !one.empty() && is_edge_word_byte(edge_ == Edge::First ? one.front() : one.back());
    };
    if (words.size() < kLong || !std::all_of(words.begin(), words.end(), is_word) ||
        !std::all_of(all.begin(), all.end(), [](const Open& one) { return one.is_clean(); }))
      return read_one_of({words.begin(), words.end()}, all);
    for (Open& one : all) one.list = &words;
  }

  static void read_anything(std::vector<Open>& all) {
    for (Open& one : all) forget(one);
    if (all.size() > 1) all.resize(1);
  }

  static bool is_punctuation(const MacroNode& macro) {
    if (macro.kind != MacroNode::Kind::Byte) return false;
    for (unsigned byte = 0; byte < macro.bytes.size(); ++byte) {
      if (macro.bytes[byte] && is_edge_word_byte(static_cast<char>(byte))) return false;
    }
    return true;
  }

  void close(const Open& one) {
    WordChoice& choice = one.inside ? found_.inside : found_.at_edge;
    if (one.list != nullptr) {
      for (const std::string_view word : *one.list)
        choice.add(std::string(edge_ == Edge::First ? first_word(word) : last_word(word)));
    } else if (one.unknown || (one.set == nullptr && one.word.empty())) {
      found_.any = true;
    } else if (one.set != nullptr) {
      choice.add(*one.set, edge_);
    } else if (edge_ == Edge::First) {
      choice.add(one.word);
    } else {
      choice.add(std::string(one.word.rbegin(), one.word.rend()));
    }
  }

  Edge edge_;
  EdgeWords found_;
};

}  // namespace

EdgeWords Pattern::edge_words(Edge edge) const { return EdgeFinder(edge).run(*root_); }

}  // namespace personfirst
