// Regions of a plain text (regions.h): they begin with a paragraph that is no list item, behind a
// blank line. Old ends of lines ("\r" alone) make a text unclear.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/markup/regions.h"

namespace personfirst {

class PlainTextRegions final : public Regions {
 public:
  explicit PlainTextRegions(std::string_view text);

  [[nodiscard]] ReadRegion read(Span region, const std::string& heading,
                                const WantsProse& wants) const override;

 private:
  [[nodiscard]] bool may_begin_at(std::uint32_t line) const override;
  [[nodiscard]] std::optional<std::uint32_t> last_heading_line(Span range) const override;
  [[nodiscard]] bool may_hold_heading(std::uint32_t line) const;
  // The reader does not stop where there has been no prose.
  [[nodiscard]] bool may_lack_prose() const override { return false; }
};

}  // namespace personfirst
