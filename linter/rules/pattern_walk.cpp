// Pattern::walk(): all places that a pattern could have come to, side by side.
#include <algorithm>
#include <array>
#include <bitset>

#include "linter/rules/edge_words.h"
#include "linter/rules/pattern.h"
#include "linter/rules/pattern_node.h"

namespace personfirst {
namespace {

bool is_one_of(std::string_view characters, char c) {
  return characters.find(c) != std::string_view::npos;
}

bool is_edge(char c) { return !is_edge_word_byte(c) && c != '_'; }

// What a space of a pattern stands for, and of a macro or a list of characters.
constexpr std::string_view kSpaceOrHyphen = " -";
constexpr std::string_view kSpace = " ";

// Few, without order.
class Reached {
 public:
  // Is it new?
  bool add(std::size_t place) {
    const auto one = static_cast<std::uint32_t>(place);  // a Document is less than 4 GiB
    if (std::find(begin(), end(), one) != end()) return false;
    if (size_ == all_.size())
      too_many_ = true;
    else
      all_[size_++] = one;
    return true;
  }
  bool add(const Reached& more) {
    bool any = false;
    for (const std::size_t one : more) any |= add(one);
    return any;
  }
  [[nodiscard]] const std::uint32_t* begin() const { return all_.data(); }
  [[nodiscard]] const std::uint32_t* end() const { return all_.data() + size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] bool too_many() const { return too_many_; }

 private:
  std::array<std::uint32_t, 22> all_;  // NOLINT: only what was added is read
  std::uint32_t size_ = 0;
  bool too_many_ = false;
};

class Walker {
 public:
  Walker(std::string_view text, const Lexicon& lexicon, bool backwards, std::uint32_t& steps)
      : text_(text), lexicon_(lexicon), backwards_(backwards), steps_(steps) {}

  // Along what may stand between a match and the text beside it: quotes, brackets, a space.
  [[nodiscard]] Reached skip_beside(std::string_view marks) const {
    Reached places;
    std::size_t place = backwards_ ? text_.size() : 0;
    places.add(place);
    while (more(place) && is_one_of(marks, next(place))) {
      place = onwards(place, 1);
      places.add(place);
    }
    Reached all = places;
    for (const std::size_t one : places) {
      if (more(one) && is_one_of(kSpaceOrHyphen, next(one))) all.add(onwards(one, 1));
    }
    return all;
  }

  Walked run(const PatternNode& root, const Reached& from) {
    using Answer = Walked::Answer;
    if (from.too_many()) return {Answer::Unsure};
    const Reached to = walk(root, from);
    if (unsure_) return {Answer::Unsure};
    Walked walked;
    for (const std::size_t place : to) {
      if (more(place) && !is_edge(next(place))) continue;
      walked.answer = Answer::Yes;
      walked.end = std::max(walked.end, place);
    }
    return walked;
  }

 private:
  [[nodiscard]] bool more(std::size_t place) const {
    return backwards_ ? place > 0 : place < text_.size();
  }
  [[nodiscard]] char next(std::size_t place) const { return text_[backwards_ ? place - 1 : place]; }
  [[nodiscard]] std::size_t onwards(std::size_t place, std::size_t bytes) const {
    return backwards_ ? place - bytes : place + bytes;
  }
  // The i-th of them on the way.
  template <typename Children>
  [[nodiscard]] const auto& on_the_way(const Children& children, std::size_t i) const {
    return *children[backwards_ ? children.size() - 1 - i : i];
  }

  Reached walk(const PatternNode& node, const Reached& from) {
    if (from.empty() || unsure_) return from;
    Reached to;
    switch (node.kind) {
      case NodeKind::Literal:
        read(node.text, kSpaceOrHyphen, from, to);
        break;
      case NodeKind::Class:
        for (const std::string& one : node.choices)
          read(one, one == " " ? kSpace : kSpaceOrHyphen, from, to);
        break;
      case NodeKind::Sequence:
        to = from;
        for (std::size_t i = 0; i < node.children.size() && !to.empty(); ++i)
          to = walk(on_the_way(node.children, i), to);
        break;
      case NodeKind::Optional:
        to = from;
        to.add(walk(*node.children.front(), from));
        break;
      case NodeKind::Alternatives:
        for (const NodePtr& one : node.children) to.add(walk(*one, from));
        break;
      case NodeKind::Set:
        read_set(lexicon_.sets.at(node.text), from, to);
        break;
      case NodeKind::Macro:
        if (node.macro != nullptr)
          to = walk(*node.macro, from);
        else
          unsure_ = true;
        break;
      case NodeKind::Plural:
        read(node.text, kSpaceOrHyphen, from, to);
        read(node.plural, kSpaceOrHyphen, from, to);
        break;
      case NodeKind::Verb: {
        const VerbForms& verb = lexicon_.verbs.at(node.text);
        for (const auto* form :
             {&verb.base, &verb.third, &verb.past, &verb.participle, &verb.gerund})
          read(*form, kSpaceOrHyphen, from, to);
        break;
      }
      case NodeKind::Start:
        at_text_begin("\"'(*,; ", from, to);
        break;
      case NodeKind::End:
        at_text_end("\"')*.!?,; ", from, to);
        break;
    }
    unsure_ |= to.too_many();
    return to;
  }

  Reached walk(const MacroNode& node, const Reached& from) {
    if (from.empty() || unsure_) return from;
    Reached to;
    switch (node.kind) {
      case MacroNode::Kind::Words:
        read_words(node, from, to);
        break;
      case MacroNode::Kind::Byte:
        for (const std::size_t place : from) {
          ++steps_;
          if (more(place) && node.bytes[static_cast<unsigned char>(next(place))])
            to.add(onwards(place, 1));
        }
        break;
      case MacroNode::Kind::Sequence:
        to = from;
        for (std::size_t i = 0; i < node.children.size() && !to.empty(); ++i)
          to = walk(on_the_way(node.children, i), to);
        break;
      case MacroNode::Kind::Alternatives:
        for (const auto& one : node.children) to.add(walk(*one, from));
        break;
      case MacroNode::Kind::Repeat:
        to = walk_repeated(node, from);
        break;
    }
    unsure_ |= to.too_many();
    return to;
  }

  // Whoever comes to a place later, having repeated more, comes no further from it.
  Reached walk_repeated(const MacroNode& node, const Reached& from) {
    if (node.children.front()->kind == MacroNode::Kind::Byte && node.min <= 1)
      return walk_bytes(node, from);
    Reached to;
    if (node.min == 0) to = from;
    Reached last = from;
    for (std::uint32_t i = 1; i <= node.max && !last.empty() && !unsure_; ++i) {
      last = walk(*node.children.front(), last);
      if (i >= node.min && !to.add(last)) break;
      if (to.too_many()) break;
    }
    return to;
  }

  Reached walk_bytes(const MacroNode& node, const Reached& from) const {
    const std::bitset<256>& bytes = node.children.front()->bytes;
    Reached to;
    if (node.min == 0) to = from;
    for (std::size_t place : from) {
      ++steps_;
      for (std::uint32_t i = 0; i < node.max && more(place) && !to.too_many(); ++i) {
        if (!bytes[static_cast<unsigned char>(next(place))]) break;
        place = onwards(place, 1);
        to.add(place);
      }
    }
    return to;
  }

  [[nodiscard]] bool are_all(std::string_view text, std::string_view marks) const {
    return text.find_first_not_of(marks) == std::string_view::npos;
  }

  // "^[marks]*" and "[marks]*$".
  void at_text_begin(std::string_view marks, const Reached& from, Reached& to) const {
    for (std::size_t place : from) {
      if (backwards_) {
        if (are_all(text_.substr(0, place), marks)) to.add(0);
      } else if (place == 0) {
        do to.add(place);
        while (more(place) && is_one_of(marks, text_[place++]));
      }
    }
  }
  void at_text_end(std::string_view marks, const Reached& from, Reached& to) const {
    for (std::size_t place : from) {
      if (!backwards_) {
        if (are_all(text_.substr(place), marks)) to.add(text_.size());
      } else if (place == text_.size()) {
        do to.add(place);
        while (more(place) && is_one_of(marks, text_[--place]));
      }
    }
  }

  // `for_space`: what a space stands for.
  void read(std::string_view literal, std::string_view for_space, const Reached& from,
            Reached& to) const {
    for (const std::size_t place : from) {
      ++steps_;
      const std::size_t room = backwards_ ? place : text_.size() - place;
      if (literal.size() > room) continue;
      const std::string_view there =
          text_.substr(backwards_ ? place - literal.size() : place, literal.size());
      const auto same = [&](char wanted, char c) {
        return wanted == c || (wanted == ' ' && is_one_of(for_space, c));
      };
      if (std::equal(literal.begin(), literal.end(), there.begin(), same))
        to.add(onwards(place, literal.size()));
    }
  }

  void read_set(const WordSet& set, const Reached& from, Reached& to) const {
    for (const std::size_t place : from) {
      if (!more(place)) continue;
      Reached here;
      here.add(place);
      // Forwards the order of a set's phrases leads to the few that begin right.
      const bool ordered = !backwards_ && is_edge_word_byte(next(place));
      auto entry = ordered ? set.words.lower_bound(std::string(1, next(place))) : set.words.begin();
      for (; entry != set.words.end(); ++entry) {
        if (ordered && entry->first.front() != next(place)) break;
        read(entry->first, kSpaceOrHyphen, here, to);
      }
    }
  }

  // Their order leads to the empty word, and to those that begin right, or end so.
  void read_words(const MacroNode& node, const Reached& from, Reached& to) const {
    const std::vector<std::string_view>& words = backwards_ ? node.by_last : node.words;
    const auto edge = [this](std::string_view word) {
      return word.empty() ? -1
                          : static_cast<unsigned char>(backwards_ ? word.back() : word.front());
    };
    for (const std::size_t place : from) {
      Reached here;
      here.add(place);
      if (!words.empty() && words.front().empty()) to.add(place);
      if (!more(place)) continue;
      const int wanted = static_cast<unsigned char>(next(place));
      auto word =
          std::lower_bound(words.begin(), words.end(), wanted,
                           [&](std::string_view one, int value) { return edge(one) < value; });
      for (; word != words.end() && edge(*word) == wanted; ++word) read(*word, kSpace, here, to);
    }
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  bool backwards_;
  std::uint32_t& steps_;
  bool unsure_ = false;
};

}  // namespace

Walked Pattern::walk(std::string_view text, Beside beside, std::uint32_t& steps) const {
  if (beside == Beside::No) return walk_from(text, 0, steps);
  Walker walker(text, *lexicon_, false, steps);
  return walker.run(*root_, walker.skip_beside("\"')*"));
}

Walked Pattern::walk_from(std::string_view text, std::size_t begin, std::uint32_t& steps) const {
  Reached from;
  from.add(begin);
  return Walker(text, *lexicon_, false, steps).run(*root_, from);
}

Walked Pattern::walk_back(std::string_view text, std::uint32_t& steps) const {
  Walker walker(text, *lexicon_, true, steps);
  return walker.run(*root_, walker.skip_beside("\"'(*"));
}

}  // namespace personfirst
