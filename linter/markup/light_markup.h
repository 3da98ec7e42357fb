// Lines of a light markup (reStructuredText, AsciiDoc, Org) -> one prose.
//
// The lines of a paragraph are joined first, so that markup may run over a line's end; then marks
// round words are read: emphasis, code, links. Marks that are not closed within the paragraph are
// text. Linear in the text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/markup/layer.h"
#include "linter/markup/outline.h"
#include "linter/markup/prose_builder.h"

namespace personfirst {

enum class MarkEffect : std::uint8_t { Emphasis, Code, Struck, Nothing };

struct InlineMark {
  std::string_view mark;
  MarkEffect effect = MarkEffect::Emphasis;
  bool inside_words = false;  // may begin and end between letters
};

// Something else that stands for text: a link, a role, a reference.
struct InlineSpecial {
  std::uint32_t end = 0;  // 0: nothing begins here
  Span shown;             // the part of it that readers see; may be empty
  MarkEffect effect = MarkEffect::Nothing;
};
// What begins at text[at], where no word goes on.
using FindSpecial = InlineSpecial (*)(std::string_view text, std::uint32_t at);

class LightMarkup {
 public:
  // Longer marks stand before shorter ones that begin alike.
  LightMarkup(std::string_view source, std::span<const InlineMark> marks, FindSpecial find_special)
      : source_(source), marks_(marks), find_special_(find_special) {}

  void add_line(Span line);  // of the source
  [[nodiscard]] bool empty() const { return layer_.empty(); }
  [[nodiscard]] const std::string& text() const { return layer_.text(); }
  // Reads what has been added. Without text when it held none.
  [[nodiscard]] Prose take(ProseKind kind);
  void drop() { layer_ = {}; }

 private:
  struct Open {
    std::uint32_t close = 0;
    std::uint32_t length = 0;
    MarkEffect effect = MarkEffect::Nothing;
  };

  void read(ProseBuilder& builder);
  [[nodiscard]] bool open_mark(std::string_view text, std::uint32_t at);
  [[nodiscard]] std::uint32_t close_of(std::string_view text, std::uint32_t from,
                                       const InlineMark& mark) const;
  [[nodiscard]] ProseBuilder::Style style() const;

  std::string_view source_;
  std::span<const InlineMark> marks_;
  FindSpecial find_special_;
  Layer layer_;
  std::uint32_t last_end_ = 0;
  std::vector<Open> open_;
};

}  // namespace personfirst
