#include "linter/lint_near.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/lint_prose.h"
#include "linter/lint_results.h"
#include "linter/markup/regions.h"
#include "linter/section_linter.h"
#include "linter/sought_cues.h"

namespace personfirst {
namespace {

// A document's places in order: first those in `places`, then those that the scanner finds behind
// them.
class PlaceQueue {
 public:
  PlaceQueue(const PlaceScanner& scanner, std::vector<std::uint32_t> places)
      : scanner_(scanner), places_(std::move(places)) {}

  // The next one, which stays. Null: there is none.
  [[nodiscard]] const std::uint32_t* peek() {
    return taken_ < places_.size() || add() ? &places_[taken_] : nullptr;
  }

  // All before `end`. They are kept until something else is asked.
  [[nodiscard]] std::span<const std::uint32_t> take_until(std::uint32_t end) {
    while ((places_.empty() || places_.back() < end) && add()) {
    }
    const std::size_t begin = taken_;
    while (taken_ < places_.size() && places_[taken_] < end) ++taken_;
    return std::span(places_).subspan(begin, taken_ - begin);
  }

 private:
  // Forgets those that were taken.
  bool add() {
    if (!scanner_.next(added_)) return false;
    places_.erase(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(taken_));
    taken_ = 0;
    places_.insert(places_.end(), added_.begin(), added_.end());
    return true;
  }

  PlaceScanner scanner_;
  std::vector<std::uint32_t> places_, added_;
  std::size_t taken_ = 0;
};

// Calls `see(region, extracted)` for each region that holds a place, until that says true.
template <typename See>
bool any_region(const ScanWords& words, PlaceQueue places, const Regions& regions, const See& see) {
  RegionReader reader(regions, [&](std::string_view prose) {
    return may_hold_candidates(words, prose, Format::PlainText);
  });
  while (const std::uint32_t* place = places.peek()) {
    const Span region = reader.around(*place);
    if (see(region, reader.read(region, places.take_until(region.end)))) return true;
  }
  return false;
}

// Answers by reading the regions in which the words stand that are asked for.
class RegionsOfDocument : public SoughtCues {
 public:
  RegionsOfDocument(const CompiledLanguage& language, const Document& document,
                    const Regions& regions)
      : SoughtCues(language), document_(document), regions_(regions) {}

 private:
  bool any_prose(const ScanWords& words, const Holds& holds) override {
    return any_region(words, {PlaceScanner(words, document_.text, document_.format), {}}, regions_,
                      [&](Span, const Extracted& extracted) {
                        return std::ranges::any_of(extracted.prose, [&](const Prose& prose) {
                          return holds(fold_for_words(prose.text));
                        });
                      });
  }

  const Document& document_;
  const Regions& regions_;
};

}  // namespace

bool lint_near_places(const RuleSet& rules, const CompiledLanguage& language,
                      const Document& document, const LintOptions& options, PlaceScanner scanner,
                      std::vector<std::uint32_t> places, ResultParts& parts) {
  if (document.structure) return false;
  const std::unique_ptr<const Regions> regions = regions_of(document.format, document.text);
  if (regions == nullptr) return false;

  RegionsOfDocument around(language, document, *regions);
  ProseLinter linter(rules, language, document.language, options, around);
  std::vector<Comment> comments;
  any_region(language.scan, {scanner, std::move(places)}, *regions,
             [&](Span region, Extracted extracted) {
               for (Comment& comment : extracted.comments) {
                 move_by(comment, region.begin);
                 comments.push_back(comment);
               }
               return !linter.run_on_places(extracted.prose, [&](Finding finding) {
                 move_by(finding, region.begin);
                 return parts.add(std::move(finding));
               });
             });
  parts.end(comments);
  return true;
}

}  // namespace personfirst
