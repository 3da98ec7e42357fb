// Parts of a plain text that can be read alone: what lies round a place and the heading above it,
// instead of all of it. What MarkdownRegions are for Markdown.
//
// A region begins with a paragraph that is no list item, behind a blank line, and ends where
// another may begin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/markup/extract.h"
#include "linter/text/span.h"

namespace personfirst {

class PlainTextRegions {
 public:
  // `text` must outlive it.
  explicit PlainTextRegions(std::string_view text);

  // False: nothing below may be asked. Old ends of lines make it so ("\r" alone).
  [[nodiscard]] bool is_clear() const { return is_clear_; }

  // The region that holds `at`. Ask for places in their order.
  [[nodiscard]] Span around(std::uint32_t at);

  // A region's prose and comments, as they are in the whole document. Offsets are relative to its
  // begin. Ask for regions in their order.
  [[nodiscard]] Extracted read(Span region);

 private:
  [[nodiscard]] bool may_begin_at(std::uint32_t line) const;
  [[nodiscard]] bool may_be_heading(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t at, std::uint32_t lowest) const;
  [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const;
  [[nodiscard]] Extracted read_below(Span region, std::string& heading, bool& has_own) const;
  void find_heading_above(std::uint32_t at);

  std::string_view text_;
  bool is_clear_ = false;
  std::uint32_t last_end_ = 0;  // of the region that was asked for last
  // The heading that holds at a place.
  std::uint32_t known_at_ = 0;
  std::string known_heading_;
};

}  // namespace personfirst
