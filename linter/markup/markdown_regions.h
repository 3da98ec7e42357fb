// Parts of a Markdown document that can be read alone: what lies round a place and the heading
// above it, instead of all of it.
//
// A region begins with a paragraph or heading that stands in nothing else, behind a blank line, and
// ends where another may begin. Its text is read as in the whole document; of what stands further
// up it takes the heading alone (see markdown.h on cuts). Where regions begin is told from the
// lines near by. That takes a document in which few things reach far: link definitions, or markup
// that this does not follow, make it unclear, and then it is read as a whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/extract.h"
#include "linter/text/span.h"

namespace personfirst {

class MarkdownRegions {
 public:
  // Linear, near the speed of a byte scan. `text` must outlive it.
  explicit MarkdownRegions(std::string_view text);

  // False: nothing below may be asked.
  [[nodiscard]] bool is_clear() const { return is_clear_; }

  // The region that holds `at`. Ask for places in their order.
  [[nodiscard]] Span around(std::uint32_t at);

  // A region's prose and comments, as they are in the whole document. Offsets are relative to its
  // begin. Ask for regions in their order.
  [[nodiscard]] Extracted read(Span region);

 private:
  class LineReader;

  [[nodiscard]] bool may_begin_at(std::uint32_t line) const;
  [[nodiscard]] const Span* fence_at(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t at, std::uint32_t lowest) const;
  [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const;
  [[nodiscard]] Extracted read_below(Span region, std::string& heading, bool& has_own) const;
  void find_heading_above(std::uint32_t at);

  std::string_view text_;
  bool is_clear_ = false;
  std::uint32_t front_matter_ = 0;  // where it ends
  std::vector<Span> fences_;        // fenced code of the top level, whole lines
  std::uint32_t last_end_ = 0;      // of the region that was asked for last
  // The heading that holds at a place.
  std::uint32_t known_at_ = 0;
  std::string known_heading_;
};

}  // namespace personfirst
