#include "linter/markup/regions.h"

#include <algorithm>
#include <utility>

#include "linter/markup/lines.h"
#include "linter/markup/markdown_regions.h"
#include "linter/markup/plain_text_regions.h"

namespace personfirst {

const Span* Regions::block_at(std::uint32_t at) const {
  static_cast<void>(at);
  return nullptr;
}

Span Regions::around(std::uint32_t at, std::uint32_t lowest) const {
  Span region{begin_of(at, lowest), end_of(at)};
  if (region.begin == 0 && !may_lack_prose()) region.end = end_of(region.end);
  return region;
}

// The last place that is not before `lowest` (one itself) and not behind `at`.
std::uint32_t Regions::begin_of(std::uint32_t at, std::uint32_t lowest) const {
  std::uint32_t line = line_begin(text_, at);
  while (line > lowest) {
    if (const Span* block = block_at(line)) {
      line = block->begin;
    } else if (may_begin_at(line)) {
      return line;
    }
    if (line <= lowest) break;
    line = line_begin(text_, line - 1);
  }
  return lowest;
}

std::uint32_t Regions::end_of(std::uint32_t at) const {
  std::uint32_t line = next_line(text_, at);
  while (line < text_.size()) {
    if (const Span* block = block_at(line)) {
      line = block->end;
      continue;
    }
    if (may_begin_at(line)) break;
    line = next_line(text_, line);
  }
  return line;
}

std::string Regions::heading_at(std::uint32_t at, std::uint32_t from,
                                const std::string& before) const {
  const WantsText nothing = [](std::string_view) { return false; };
  for (std::uint32_t end = at; end > from;) {
    const std::optional<std::uint32_t> line = last_heading_line({from, end});
    if (!line) break;
    Span region = around(*line, from);
    region.end = std::min(region.end, at);
    ReadRegion found = read(region, {}, nothing);
    if (found.has_own_heading) return std::move(found.heading);
    end = region.begin;
  }
  return before;
}

std::unique_ptr<const Regions> regions_of(Format format, std::string_view text) {
  std::unique_ptr<const Regions> regions;
  if (format == Format::Markdown) regions = std::make_unique<const MarkdownRegions>(text);
  if (format == Format::PlainText) regions = std::make_unique<const PlainTextRegions>(text);
  if (regions != nullptr && !regions->is_clear()) return nullptr;
  return regions;
}

Span RegionReader::around(std::uint32_t at) {
  const Span region = regions_.around(at, last_end_);
  last_end_ = region.end;
  return region;
}

Extracted RegionReader::read(Span region) {
  known_heading_ = regions_.heading_at(region.begin, known_at_, known_heading_);
  ReadRegion read = regions_.read(region, known_heading_, wants_);
  known_heading_ = std::move(read.heading);
  known_at_ = region.end;
  return std::move(read.extracted);
}

}  // namespace personfirst
