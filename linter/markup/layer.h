// A text inside a text: what a JSON string, an encoded part of a mail or a quoted cell says, with
// the way back to the document's bytes.
//
// A reader reads the layer as if it were a document; the prose that it finds is then laid over the
// document itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/comment.h"
#include "linter/markup/outline.h"
#include "linter/markup/prose.h"

namespace personfirst {

class Layer {
 public:
  // Appends source as it is.
  void copy(std::string_view source, Span in_source);
  // Appends text that stands for all of a stretch of the source.
  void replace(Span in_source, std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  // From offsets in the layer to offsets in the source.
  [[nodiscard]] Span to_source(Span in_layer) const;
  void lay_over(Prose& prose) const;
  // Everything that `inner`, an outline of the layer, holds.
  void hand_on(Outline& inner, EditLimits limits, Outline& outline) const;

 private:
  [[nodiscard]] std::size_t piece_at(std::uint32_t in_layer) const;

  std::string text_;
  std::vector<Piece> pieces_;  // prose_begin is in the layer
};

}  // namespace personfirst
