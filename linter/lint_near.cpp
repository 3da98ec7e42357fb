#include "linter/lint_near.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "linter/engine/surroundings.h"
#include "linter/lint_prose.h"
#include "linter/lint_results.h"
#include "linter/markup/regions.h"
#include "linter/section_linter.h"

namespace personfirst {
namespace {

// Calls `see(region, extracted)` for each region that holds a place, until that says true: first
// for those in `places`, then for those that the scanner finds behind them.
template <typename See>
bool any_region(const ScanWords& words, PlaceScanner scanner, std::vector<std::uint32_t> places,
                const Regions& regions, const See& see) {
  RegionReader reader(regions, [&](std::string_view prose) {
    return may_hold_candidates(words, prose, Format::PlainText);
  });
  Span region;
  for (; !places.empty() || scanner.next(places); places.clear()) {
    for (const std::uint32_t place : places) {
      if (place < region.end) continue;
      region = reader.around(place);
      if (see(region, reader.read(region))) return true;
    }
  }
  return false;
}

// Answers by reading the regions in which the words stand that are asked for.
class RegionsOfDocument : public Surroundings {
 public:
  RegionsOfDocument(const CompiledLanguage& language, const Document& document,
                    const Regions& regions)
      : language_(language), document_(document), regions_(regions) {}

  bool document_holds(const PhraseIndex& phrases) override {
    const auto [known, is_new] = known_.try_emplace(&phrases, false);
    if (!is_new) return known->second;
    ScanWords words;
    for (const std::string_view word : phrases.first_words())
      words.add(word, ScanWords::Wanted::Anywhere);
    known->second = holds(words, [&](const Folded& folded) { return stands_in(phrases, folded); });
    return known->second;
  }

  bool is_uk() override {
    if (is_uk_) return *is_uk_;
    ScanWords words;
    for (const std::string& word : language_.uk_cues) words.add(word, ScanWords::Wanted::Anywhere);
    is_uk_ = holds(words, [&](const Folded& folded) { return holds_uk_cue(language_, folded); });
    return *is_uk_;
  }

 private:
  template <typename Holds>
  bool holds(const ScanWords& words, const Holds& holds) const {
    return any_region(words, PlaceScanner(words, document_.text, document_.format), {}, regions_,
                      [&](Span, const Extracted& extracted) {
                        return std::ranges::any_of(extracted.prose, [&](const Prose& prose) {
                          return holds(fold_for_words(prose.text));
                        });
                      });
  }

  const CompiledLanguage& language_;
  const Document& document_;
  const Regions& regions_;
  std::map<const PhraseIndex*, bool> known_;
  std::optional<bool> is_uk_;
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
  any_region(language.scan, scanner, std::move(places), *regions,
             [&](Span region, Extracted extracted) {
               for (Comment& comment : extracted.comments) {
                 move_by(comment, region.begin);
                 comments.push_back(comment);
               }
               return !linter.run(extracted.prose, [&](Finding finding) {
                 move_by(finding, region.begin);
                 return parts.add(std::move(finding));
               });
             });
  parts.end(comments);
  return true;
}

}  // namespace personfirst
