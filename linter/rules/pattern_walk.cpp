// Pattern::may_begin() and may_end(): all places that a pattern could have come to, side by side.
#include <algorithm>
#include <array>

#include "linter/rules/edge_words.h"
#include "linter/rules/pattern.h"
#include "linter/rules/pattern_node.h"

namespace personfirst {
namespace {

bool is_one_of(std::string_view characters, char c) {
  return characters.find(c) != std::string_view::npos;
}

bool is_edge(char c) { return !is_edge_word_byte(c) && c != '_'; }

// In "a-z0-9'-", as macros list characters.
bool is_listed(std::string_view list, char c) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool range = i + 2 < list.size() && list[i + 1] == '-';
    if (range ? c >= list[i] && c <= list[i + 2] : c == list[i]) return true;
    if (range) i += 2;
  }
  return false;
}

// Few, without order.
class Reached {
 public:
  void add(std::size_t place) {
    if (std::find(begin(), end(), place) != end()) return;
    if (size_ == all_.size())
      too_many_ = true;
    else
      all_[size_++] = place;
  }
  [[nodiscard]] const std::size_t* begin() const { return all_.data(); }
  [[nodiscard]] const std::size_t* end() const { return all_.data() + size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] bool too_many() const { return too_many_; }

 private:
  std::array<std::size_t, 12> all_{};
  std::size_t size_ = 0;
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
      if (more(one) && is_one_of(" -", next(one))) all.add(onwards(one, 1));
    }
    return all;
  }

  bool may_match(const PatternNode& root, const Reached& from) {
    if (from.too_many()) return true;
    const Reached to = walk(root, from);
    return lost_ || std::any_of(to.begin(), to.end(), [&](std::size_t place) {
             return !more(place) || is_edge(next(place));
           });
  }

 private:
  [[nodiscard]] bool more(std::size_t place) const {
    return backwards_ ? place > 0 : place < text_.size();
  }
  [[nodiscard]] char next(std::size_t place) const { return text_[backwards_ ? place - 1 : place]; }
  [[nodiscard]] std::size_t onwards(std::size_t place, std::size_t bytes) const {
    return backwards_ ? place - bytes : place + bytes;
  }

  Reached walk(const PatternNode& node, const Reached& from) {
    if (from.empty() || lost_) return from;
    Reached to;
    switch (node.kind) {
      case NodeKind::Literal:
        read(node.text, " -", from, to);
        break;
      case NodeKind::Class:
        for (const std::string& one : node.choices) read(one, one == " " ? " " : " -", from, to);
        break;
      case NodeKind::Sequence:
        to = from;
        for (std::size_t i = 0; i < node.children.size() && !to.empty(); ++i)
          to = walk(*node.children[backwards_ ? node.children.size() - 1 - i : i], to);
        break;
      case NodeKind::Optional:
        to = from;
        add(walk(*node.children.front(), from), to);
        break;
      case NodeKind::Alternatives:
        for (const NodePtr& one : node.children) add(walk(*one, from), to);
        break;
      case NodeKind::Set:
        read_set(lexicon_.sets.at(node.text), from, to);
        break;
      case NodeKind::Macro:
        read_macro(lexicon_.macros.at(node.text).re2, from, to);
        break;
      case NodeKind::Plural:
        read(node.text, " -", from, to);
        read(node.plural, " -", from, to);
        break;
      case NodeKind::Verb: {
        const VerbForms& verb = lexicon_.verbs.at(node.text);
        for (const auto* form :
             {&verb.base, &verb.third, &verb.past, &verb.participle, &verb.gerund})
          read(*form, " -", from, to);
        break;
      }
      case NodeKind::Start:
      case NodeKind::End:
        lost_ = true;
        break;
    }
    lost_ |= to.too_many();
    return to;
  }

  static void add(const Reached& more, Reached& all) {
    for (const std::size_t one : more) all.add(one);
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
        read(entry->first, " -", here, to);
      }
    }
  }

  // The plainest forms of macros; of others it is not known what they match.
  void read_macro(std::string_view re2, const Reached& from, Reached& to) {
    const bool repeats = re2.ends_with("]+");
    const std::string_view list = re2.substr(0, re2.size() - (repeats ? 1 : 0));
    if (list.size() > 2 && list.front() == '[' && list.find_first_of("^\\") == list.npos &&
        list.find(']') == list.size() - 1)
      return read_listed(list.substr(1, list.size() - 2), repeats, from, to);
    constexpr std::string_view kWords = "abcdefghijklmnopqrstuvwxyz '-|";
    if (!re2.starts_with("(?:") || !re2.ends_with(')') ||
        re2.substr(3, re2.size() - 4).find_first_not_of(kWords) != re2.npos) {
      lost_ = true;
      return;
    }
    const std::string_view words = re2.substr(3, re2.size() - 4);
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('|', begin), words.size());
      read(words.substr(begin, end - begin), " ", from, to);
      begin = end + 1;
    }
  }

  void read_listed(std::string_view list, bool repeats, const Reached& from, Reached& to) const {
    for (std::size_t place : from) {
      while (more(place) && is_listed(list, next(place))) {
        place = onwards(place, 1);
        to.add(place);
        if (!repeats) break;
      }
    }
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  bool backwards_;
  std::uint32_t& steps_;
  bool lost_ = false;  // it may match, for all that is known
};

}  // namespace

bool Pattern::may_begin(std::string_view text, Beside beside, std::uint32_t& steps) const {
  Walker walker(text, *lexicon_, false, steps);
  Reached from;
  from.add(0);
  return walker.may_match(*root_, beside == Beside::No ? from : walker.skip_beside("\"')*"));
}

bool Pattern::may_end(std::string_view text, std::uint32_t& steps) const {
  Walker walker(text, *lexicon_, true, steps);
  return walker.may_match(*root_, walker.skip_beside("\"'(*"));
}

}  // namespace personfirst
