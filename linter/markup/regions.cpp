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
    if (may_begin_at(line)) {
      const Span* block = block_at(line);
      if (block == nullptr) return line;
      line = block->begin;
    }
    if (line <= lowest) break;
    line = line_begin(text_, line - 1);
  }
  return lowest;
}

std::uint32_t Regions::end_of(std::uint32_t at) const {
  std::uint32_t line = next_line(text_, at);
  while (line < text_.size()) {
    if (!may_begin_at(line)) {
      line = next_line(text_, line);
      continue;
    }
    const Span* block = block_at(line);
    if (block == nullptr) break;
    line = block->end;
  }
  return line;
}

std::uint32_t Regions::end_behind(std::uint32_t last, Span region) const {
  static_cast<void>(last);
  return region.end;
}

std::string Regions::heading_at(std::uint32_t at, const KnownHeading& known) const {
  const WantsProse nothing = [](const Prose&) { return false; };
  for (std::uint32_t end = at; end > known.at;) {
    const std::optional<std::uint32_t> line = last_heading_line({known.at, end});
    if (!line) break;
    Span region = around(*line, known.begin);
    region.end = std::min(end_behind(*line, region), at);
    ReadRegion found = read(region, {}, nothing);
    if (found.has_own_heading) return std::move(found.heading);
    end = region.begin;
  }
  return known.text;
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

Extracted RegionReader::read(Span region, std::span<const std::uint32_t> places) {
  const auto holds_place = [&](const Prose& prose) {
    const Piece& last = prose.pieces.back();
    const std::uint32_t begin = region.begin + prose.pieces.front().source_begin;
    const auto place = std::ranges::lower_bound(places, begin);
    return place != places.end() && *place < region.begin + last.source_begin + last.source_length;
  };
  WantsProse wants;
  if (wants_) wants = [&](const Prose& prose) { return holds_place(prose) || wants_(prose.text); };
  const std::string heading = regions_.heading_at(region.begin, known_);
  Span part{region.begin, regions_.end_behind(places.back(), region)};
  ReadRegion read = regions_.read(part, heading, wants);
  // A comment may be about what stands behind further comments, in whatever prose.
  if (!read.extracted.comments.empty()) {
    part = region;
    read = regions_.read(part, heading, {});
  }
  known_ = {part.end, region.begin, std::move(read.heading)};
  return std::move(read.extracted);
}

}  // namespace personfirst
