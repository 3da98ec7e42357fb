// Walks along a pattern over a text: all places that it could have come to, side by side. For the
// files that read patterns (pattern*.cpp), and no others.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "linter/rules/pattern.h"
#include "linter/rules/pattern_node.h"

namespace personfirst {

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

class PatternWalker {
 public:
  // `steps` counts the comparisons.
  PatternWalker(std::string_view text, bool backwards, std::uint32_t& steps)
      : text_(text), backwards_(backwards), steps_(steps) {}

  // Along what may stand between a match and the text beside it: quotes, brackets, a space.
  [[nodiscard]] Reached skip_beside(std::string_view marks) const;

  // To where whole words end.
  [[nodiscard]] Walked run(const PatternNode& root, const Reached& from);
  // To anywhere. Nothing that it says counts when it is unsure afterwards.
  [[nodiscard]] Reached walk(const PatternNode& node, const Reached& from);
  [[nodiscard]] bool is_unsure() const { return unsure_; }

  // `for_space`: what a space stands for.
  void read(std::string_view literal, std::string_view for_space, const Reached& from,
            Reached& to) const;

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

  [[nodiscard]] Reached walk(const MacroNode& node, const Reached& from);
  [[nodiscard]] Reached walk_repeated(const MacroNode& node, const Reached& from);
  [[nodiscard]] Reached walk_bytes(const MacroNode& node, const Reached& from) const;
  void at_text_begin(std::string_view marks, const Reached& from, Reached& to) const;
  void at_text_end(std::string_view marks, const Reached& from, Reached& to) const;
  void read_set(const WordSet& set, const Reached& from, Reached& to) const;
  void read_words(const MacroNode& node, const Reached& from, Reached& to) const;

  std::string_view text_;
  bool backwards_;
  std::uint32_t& steps_;
  bool unsure_ = false;
};

// What a space of a pattern stands for, and of a macro or a list of characters.
inline constexpr std::string_view kSpaceOrHyphen = " -";
inline constexpr std::string_view kSpace = " ";

}  // namespace personfirst
