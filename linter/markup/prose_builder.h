// Puts one Prose together, run by run, in the order of the source.
//
// Offsets are into the source text, which must outlive the builder. Used by one reader at a time;
// take() hands the prose out and leaves the builder empty, with its buffers kept for the next one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/prose.h"

namespace personfirst {

// ASCII white space, as Markdown and HTML mean it. No-break space is not in it.
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

class ProseBuilder {
 public:
  // How the text that is appended next is marked.
  struct Style {
    bool opaque = false;
    bool struck = false;
    bool emphasized = false;
  };
  Style style;

  explicit ProseBuilder(std::string_view source) : source_(source) {}

  // For so much text in one prose.
  void reserve(std::size_t bytes);

  void copy(Span in_source);
  void replace(Span in_source, std::string_view text);
  void insert(std::uint32_t in_source, std::string_view text) {
    replace({in_source, in_source}, text);
  }
  // White space of the source that reads as one space; nothing at the start or after a space.
  void space(Span in_source);

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] bool ends_with_space() const { return text_.empty() || is_space(text_.back()); }
  [[nodiscard]] std::string_view text() const { return text_; }

  // The prose so far, without white space at its end. Context fields are left empty. `style` stays
  // as it is.
  [[nodiscard]] Prose take(ProseKind kind);
  // The same without a copy. No other prose is built after that.
  [[nodiscard]] Prose take_last(ProseKind kind);

 private:
  void drop_space_at_end();
  void mark(std::uint32_t from);

  std::string_view source_;
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<Span> opaque_, struck_, emphasized_;
};

// Sorted, disjoint, non-empty spans from any spans.
void normalize(std::vector<Span>& spans);

}  // namespace personfirst
