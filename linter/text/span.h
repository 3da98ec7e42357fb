// A stretch of a text.
//
// Units are UTF-8 bytes, always: of Document::text unless a name says otherwise (`in_prose`,
// `in_folded`). Spans are half-open. Files of 2 GiB and more are refused before a Document is made,
// so 32 bits suffice.
#pragma once

#include <cstdint>
#include <string_view>

namespace personfirst {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace personfirst
