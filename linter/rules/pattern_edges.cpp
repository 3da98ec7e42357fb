// Pattern::edge_words().
#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/rules/pattern.h"
#include "linter/rules/pattern_node.h"

namespace personfirst {
namespace {

// Does everything that a macro's RE2 matches hold a digit? Reads what macros are written in, and
// says no to anything else.
class DigitFinder {
 public:
  explicit DigitFinder(std::string_view re2) : re2_(re2) {}

  bool run() {
    const bool found = alternatives();
    return found && at_ == re2_.size() && !lost_;
  }

 private:
  bool alternatives() {
    bool all = true;
    while (true) {
      all &= sequence();
      if (at_ >= re2_.size() || re2_[at_] != '|') return all;
      ++at_;
    }
  }

  bool sequence() {
    bool any = false;
    while (at_ < re2_.size() && re2_[at_] != '|' && re2_[at_] != ')') any |= item();
    return any;
  }

  bool item() {
    bool found = atom();
    while (at_ < re2_.size() &&
           std::string_view("?*+{").find(re2_[at_]) != std::string_view::npos) {
      const std::string_view rest = re2_.substr(at_);
      if (rest.front() == '?' || rest.front() == '*' || rest.starts_with("{0")) found = false;
      at_ += rest.front() == '{' ? std::min(rest.find('}'), rest.size() - 1) + 1 : 1;
    }
    return found;
  }

  bool atom() {
    const char c = re2_[at_++];
    if (c == '(') {
      if (re2_.substr(at_, 2) == "?:") at_ += 2;
      const bool found = alternatives();
      if (at_ < re2_.size()) ++at_;
      return found;
    }
    if (c == '[') {
      const std::size_t end = std::min(re2_.find(']', at_), re2_.size());
      const std::string_view inside = re2_.substr(at_, end - at_);
      at_ = std::min(end + 1, re2_.size());
      lost_ |= inside.empty();  // "[]0-9]"
      return inside.find_first_not_of("0123456789-") == std::string_view::npos &&
             !inside.starts_with('-') && !inside.ends_with('-');
    }
    if (c == '\\') {
      if (at_ < re2_.size()) ++at_;
      return false;
    }
    return c >= '0' && c <= '9';
  }

  std::string_view re2_;
  std::size_t at_ = 0;
  bool lost_ = false;
};

// Walks a pattern from one of its edges inwards, along all its alternatives at once, until each has
// shown a word.
class EdgeFinder {
 public:
  EdgeFinder(const Lexicon& lexicon, Edge edge) : lexicon_(lexicon), edge_(edge) {}

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
  static constexpr std::size_t kMost = 4096;  // more are no help

  // What has been read of the word so far, from its edge; or the set that it is of.
  struct Open {
    std::string word;
    const WordSet* set = nullptr;
    bool unknown = false;  // the word is one of any
    bool inside = false;   // there may be words before it
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
        return begin_set(lexicon_.sets.at(node.text), all);
      case NodeKind::Macro:
        return read_macro(lexicon_.macros.at(node.text).re2, all);
      case NodeKind::Plural:
        return read_one_of({node.text, node.plural}, all);
      case NodeKind::Verb: {
        const VerbForms& verb = lexicon_.verbs.at(node.text);
        return read_one_of({verb.base, verb.third, verb.past, verb.participle, verb.gerund}, all);
      }
      case NodeKind::Start:
      case NodeKind::End:
        return read(" ", all);
    }
  }

  void walk_in_order(const std::vector<NodePtr>& nodes, std::vector<Open>& all) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
      walk(*nodes[edge_ == Edge::First ? i : nodes.size() - 1 - i], all);
  }

  void walk_one_of(const std::vector<NodePtr>& nodes, std::vector<Open>& all, bool or_none) {
    std::vector<Open> together;
    if (or_none) together = all;
    for (const NodePtr& node : nodes) {
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
    for (std::size_t i = 0; i < text.size(); ++i)
      read(text[edge_ == Edge::First ? i : text.size() - 1 - i], all);
  }

  void read(char c, std::vector<Open>& all) {
    const bool word = is_edge_word_byte(c);
    std::size_t kept = 0;
    for (Open& one : all) {
      if (word && one.set != nullptr) forget(one);
      if (word && !one.unknown) one.word += c;
      if (!word && (one.set != nullptr || !one.word.empty())) {
        close(one);
        continue;
      }
      if (!word) one.unknown = false;
      if (&all[kept] != &one) all[kept] = std::move(one);
      ++kept;
    }
    all.resize(kept);
    drop_equal(all);
  }

  // Alternatives that have come to the same again.
  static void drop_equal(std::vector<Open>& all) {
    const auto clean = [](const Open& one) {
      return one.word.empty() && one.set == nullptr && !one.unknown;
    };
    bool inside = false, outside = false;
    const auto seen = [&](const Open& one) {
      if (!clean(one)) return false;
      bool& before = one.inside ? inside : outside;
      return std::exchange(before, true);
    };
    if (all.size() > 1) all.erase(std::remove_if(all.begin(), all.end(), seen), all.end());
  }

  // The word at hand is glued to something, or is not known at all.
  static void forget(Open& one) { one = {{}, nullptr, true, true}; }

  void begin_set(const WordSet& set, std::vector<Open>& all) {
    for (Open& one : all) {
      if (one.set != nullptr || !one.word.empty() || one.unknown)
        forget(one);
      else
        one.set = &set;
    }
  }

  void read_macro(std::string_view re2, std::vector<Open>& all) {
    if (re2.size() > 2 && re2.front() == '[' && re2.back() == ']' &&
        std::none_of(re2.begin(), re2.end(), is_edge_word_byte) &&
        re2.find_first_of("^-") == std::string_view::npos)
      return read(" ", all);  // punctuation
    constexpr std::string_view kWords = "abcdefghijklmnopqrstuvwxyz '-|";
    if (re2.starts_with("(?:") && re2.ends_with(')') &&
        re2.substr(3, re2.size() - 4).find_first_not_of(kWords) == std::string_view::npos)
      return read_one_of(split(re2.substr(3, re2.size() - 4)), all);
    if (DigitFinder(re2).run()) {
      found_.digit = true;
      all.clear();
      return;
    }
    for (Open& one : all) forget(one);
    if (all.size() > 1) all.resize(1);
  }

  static std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('|', begin), words.size());
      parts.emplace_back(words.substr(begin, end - begin));
      begin = end + 1;
    }
    return parts;
  }

  void close(const Open& one) {
    WordChoice& choice = one.inside ? found_.inside : found_.at_edge;
    if (one.unknown || (one.set == nullptr && one.word.empty())) {
      found_.any = true;
    } else if (one.set != nullptr) {
      choice.add(*one.set, edge_);
    } else if (edge_ == Edge::First) {
      choice.add(one.word);
    } else {
      choice.add(std::string(one.word.rbegin(), one.word.rend()));
    }
  }

  const Lexicon& lexicon_;
  Edge edge_;
  EdgeWords found_;
};

}  // namespace

EdgeWords Pattern::edge_words(Edge edge) const { return EdgeFinder(*lexicon_, edge).run(*root_); }

}  // namespace personfirst
