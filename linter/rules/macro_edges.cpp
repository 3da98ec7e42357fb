#include "linter/rules/macro_edges.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace personfirst {
namespace {

using Words = std::set<std::string>;

// Walks a macro from its edge inwards, along all its alternatives at once, until each has shown a
// word.
class MacroEdge {
 public:
  explicit MacroEdge(Edge edge) : edge_(edge) {}

  std::optional<Words> run(const MacroNode& macro) {
    Words all = walk(macro, {""});
    if (too_many_ || all.contains("")) return std::nullopt;
    all.merge(ended_);
    if (all.size() > kMost) return std::nullopt;
    return all;
  }

 private:
  static constexpr std::size_t kMost = 64;  // more are no help

  // What there is of the words behind a part, of what there was before it.
  Words walk(const MacroNode& node, Words open) {
    if (too_many_ || open.empty()) return {};
    switch (node.kind) {
      case MacroNode::Kind::Words:
        return read_one_of(node.words, open);
      case MacroNode::Kind::Byte:
        return read_one_of_bytes(node, open);
      case MacroNode::Kind::Sequence:
        for (std::size_t i = 0; i < node.children.size(); ++i) {
          const std::size_t last = node.children.size() - 1;
          open = walk(*node.children[edge_ == Edge::First ? i : last - i], std::move(open));
        }
        return open;
      case MacroNode::Kind::Alternatives: {
        Words together;
        for (const auto& child : node.children) together.merge(walk(*child, open));
        return limited(std::move(together));
      }
      case MacroNode::Kind::Repeat:
        return walk_repeated(node, std::move(open));
    }
    return {};
  }

  Words walk_repeated(const MacroNode& node, Words open) {
    Words together;
    for (std::uint32_t times = 0; !open.empty(); ++times) {
      if (times >= node.min) together.insert(open.begin(), open.end());
      if (times == node.max) break;
      open = walk(*node.children.front(), std::move(open));
      if (times == kMost) too_many_ = true;
      if (too_many_) return {};
    }
    return limited(std::move(together));
  }

  Words read_one_of_bytes(const MacroNode& node, const Words& open) {
    std::vector<std::string> texts;
    for (std::size_t byte = 0; byte < node.bytes.size(); ++byte) {
      if (node.bytes[byte]) texts.emplace_back(1, static_cast<char>(byte));
    }
    return read_one_of({texts.begin(), texts.end()}, open);
  }

  Words read_one_of(const std::vector<std::string_view>& texts, const Words& open) {
    Words together;
    for (const std::string_view text : texts) {
      for (const std::string& word : open) {
        if (auto longer = read(text, word)) together.insert(*std::move(longer));
      }
    }
    return limited(std::move(together));
  }

  // Nothing: the word has ended.
  std::optional<std::string> read(std::string_view text, std::string word) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[edge_ == Edge::First ? i : text.size() - 1 - i];
      if (is_edge_word_byte(c)) {
        word.insert(edge_ == Edge::First ? word.size() : 0, 1, c);
      } else if (!word.empty()) {
        ended_.insert(std::move(word));
        return std::nullopt;
      }
    }
    return word;
  }

  Words limited(Words words) {
    constexpr std::size_t kMostAtOnce = 1024;
    if (words.size() + ended_.size() > kMostAtOnce) too_many_ = true;
    return words;
  }

  Edge edge_;
  Words ended_;
  bool too_many_ = false;
};

}  // namespace

std::optional<std::set<std::string>> edge_words_of(const MacroNode& macro, Edge edge) {
  return MacroEdge(edge).run(macro);
}

}  // namespace personfirst
