// Regions of a Markdown document (regions.h): they begin with a paragraph or heading behind a blank
// line; see markdown.h on cuts. Link definitions, or markup that this does not follow, make a
// document unclear.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/regions.h"

namespace personfirst {

class MarkdownRegions final : public Regions {
 public:
  // Linear, near the speed of a byte scan.
  explicit MarkdownRegions(std::string_view text);

  // Behind the next blank line.
  [[nodiscard]] std::uint32_t end_behind(std::uint32_t last, Span region) const override;
  [[nodiscard]] ReadRegion read(Span region, const std::string& heading,
                                const WantsProse& wants) const override;

 private:
  class LineReader;

  void find_html_headings();
  [[nodiscard]] bool may_begin_at(std::uint32_t line) const override;
  [[nodiscard]] std::optional<std::uint32_t> last_heading_line(Span range) const override;
  [[nodiscard]] const Span* block_at(std::uint32_t at) const override;

  std::uint32_t front_matter_ = 0;       // where it ends
  std::vector<Span> fences_;             // fenced code of the top level, whole lines
  std::vector<std::uint32_t> headings_;  // lines outside it that may hold one, in order
};

}  // namespace personfirst
