// Parts of a document that can be read alone: what lies round a place and the heading above it,
// instead of all of it.
//
// A region begins where a paragraph or heading stands in nothing else, and ends where another may
// begin. Its text is read as in the whole document; of what stands further up it takes the heading
// alone. Behind its last place only the rest of a block is read. Where regions begin is told from
// the lines near by. That takes a document in which few things reach far; where they do, it is
// unclear, and then it is read as a whole.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/markup/extract.h"
#include "linter/text/span.h"

namespace personfirst {

struct ReadRegion {
  Extracted extracted;  // offsets are relative to the region's begin
  std::string heading;  // that above what follows
  bool has_own_heading = false;
};

// The regions of one format. Immutable once made; the text must outlive it.
class Regions {
 public:
  virtual ~Regions() = default;

  // False: nothing below may be asked.
  [[nodiscard]] bool is_clear() const { return is_clear_; }

  // The region that holds `at`, but for what is before `lowest`, where another ends.
  [[nodiscard]] Span around(std::uint32_t at, std::uint32_t lowest) const;

  // Where reading may stop that is to see all of the region up to what stands round `last`, a place
  // in it. At most the region's end.
  [[nodiscard]] virtual std::uint32_t end_behind(std::uint32_t last, Span region) const;

  // The prose of a region, or of as much of it, as far as it is wanted, and its comments, as they
  // are in the whole document below that heading.
  [[nodiscard]] virtual ReadRegion read(Span region, const std::string& heading,
                                        const WantsProse& wants) const = 0;

  // What is known of headings.
  struct KnownHeading {
    std::uint32_t at = 0;     // where it holds
    std::uint32_t begin = 0;  // where a region begins, at most `at`
    std::string text;
  };
  // The heading that holds where a region begins, at or behind what is known.
  [[nodiscard]] std::string heading_at(std::uint32_t at, const KnownHeading& known) const;

 protected:
  explicit Regions(std::string_view text) : text_(text) {}
  [[nodiscard]] std::string_view text() const { return text_; }
  void set_clear() { is_clear_ = true; }

 private:
  // `line`: the beginning of one. What is said of one in a block does not matter.
  [[nodiscard]] virtual bool may_begin_at(std::uint32_t line) const = 0;
  // The last line that may hold a heading of those that begin in `range`, which begins and ends
  // where lines do. Null: none may.
  [[nodiscard]] virtual std::optional<std::uint32_t> last_heading_line(Span range) const = 0;
  // Whole lines that hold `at` and in which nothing begins, the first of them neither. Null: there
  // are none.
  [[nodiscard]] virtual const Span* block_at(std::uint32_t at) const;
  // Can a region be read that has no prose? Only the first may have none.
  [[nodiscard]] virtual bool may_lack_prose() const { return true; }

  [[nodiscard]] std::uint32_t begin_of(std::uint32_t at, std::uint32_t lowest) const;
  [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const;

  std::string_view text_;
  bool is_clear_ = false;
};

// Null for a format that has none, and for an unclear text.
[[nodiscard]] std::unique_ptr<const Regions> regions_of(Format format, std::string_view text);

// Goes through regions in their order, and knows the heading above each.
class RegionReader {
 public:
  // Is prose of this text wanted that holds no place? None: all is.
  using WantsText = std::function<bool(std::string_view)>;

  // They must outlive it.
  explicit RegionReader(const Regions& regions, WantsText wants = {})
      : regions_(regions), wants_(std::move(wants)) {}

  // The region that holds `at`. Ask for places in their order.
  [[nodiscard]] Span around(std::uint32_t at);
  // What stands round the places: all that the region holds, in order, at least one. Ask for
  // regions in their order.
  [[nodiscard]] Extracted read(Span region, std::span<const std::uint32_t> places);

 private:
  const Regions& regions_;
  WantsText wants_;
  std::uint32_t last_end_ = 0;  // of the region that was asked for last
  Regions::KnownHeading known_;
};

}  // namespace personfirst
