#include "linter/rules/pattern_walker.h"

#include <bitset>

#include "linter/rules/edge_words.h"

namespace personfirst {
namespace {

bool is_one_of(std::string_view characters, char c) {
  return characters.find(c) != std::string_view::npos;
}

bool is_edge(char c) { return !is_edge_word_byte(c) && c != '_'; }

bool are_all(std::string_view text, std::string_view marks) {
  return text.find_first_not_of(marks) == std::string_view::npos;
}

}  // namespace

Reached PatternWalker::skip_beside(std::string_view marks) const {
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

Walked PatternWalker::run(const PatternNode& root, const Reached& from) {
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

Reached PatternWalker::walk(const PatternNode& node, const Reached& from) {
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
      read_set(*node.set, from, to);
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
      const VerbForms& verb = *node.verb;
      for (const auto* form : {&verb.base, &verb.third, &verb.past, &verb.participle, &verb.gerund})
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

Reached PatternWalker::walk(const MacroNode& node, const Reached& from) {
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
Reached PatternWalker::walk_repeated(const MacroNode& node, const Reached& from) {
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

Reached PatternWalker::walk_bytes(const MacroNode& node, const Reached& from) const {
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

// "^[marks]*".
void PatternWalker::at_text_begin(std::string_view marks, const Reached& from, Reached& to) const {
  for (std::size_t place : from) {
    if (backwards_) {
      if (are_all(text_.substr(0, place), marks)) to.add(0);
    } else if (place == 0) {
      do to.add(place);
      while (more(place) && is_one_of(marks, text_[place++]));
    }
  }
}

// "[marks]*$".
void PatternWalker::at_text_end(std::string_view marks, const Reached& from, Reached& to) const {
  for (std::size_t place : from) {
    if (!backwards_) {
      if (are_all(text_.substr(place), marks)) to.add(text_.size());
    } else if (place == text_.size()) {
      do to.add(place);
      while (more(place) && is_one_of(marks, text_[--place]));
    }
  }
}

void PatternWalker::read(std::string_view literal, std::string_view for_space, const Reached& from,
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

void PatternWalker::read_set(const WordSet& set, const Reached& from, Reached& to) const {
  for (const std::size_t place : from) {
    if (!more(place)) continue;
    Reached here;
    here.add(place);
    // Forwards the order of a set's phrases leads to the few that begin right.
    const bool ordered = !backwards_ && is_edge_word_byte(next(place));
    auto entry = ordered ? set.words.lower_bound(text_.substr(place, 1)) : set.words.begin();
    for (; entry != set.words.end(); ++entry) {
      if (ordered && entry->first.front() != next(place)) break;
      read(entry->first, kSpaceOrHyphen, here, to);
    }
  }
}

// Their order leads to the empty word, and to those that begin right, or end so.
void PatternWalker::read_words(const MacroNode& node, const Reached& from, Reached& to) const {
  const std::vector<std::string_view>& words = backwards_ ? node.by_last : node.words;
  const auto edge = [this](std::string_view word) {
    return word.empty() ? -1 : static_cast<unsigned char>(backwards_ ? word.back() : word.front());
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

}  // namespace personfirst
