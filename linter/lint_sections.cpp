#include "linter/lint_sections.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/engine/prefilter.h"
#include "linter/lint_prose.h"
#include "linter/markup/html.h"
#include "linter/markup/sections.h"
#include "linter/sought_cues.h"

namespace personfirst {
namespace {

// Bytes. Shorter ones are faster read at once.
constexpr std::size_t kLong = std::size_t{16} << 10U;

using EntryPtr = std::shared_ptr<const EntryState>;

class HtmlSections {
 public:
  explicit HtmlSections(const Document& document)
      : text_(document.text),
        html_(document.text),
        reader_(make_section_reader(Format::Html, text_, html_.text(), {}, {})) {}

  // Calls `see(section, entry)` for each from this one on, until that says true. The sections hold
  // only prose that may hold `words`.
  template <typename See>
  bool any_of(const ScanWords& words, std::uint32_t begin, EntryPtr entry, const See& see) {
    reader_->start(begin, entry);
    for (ReadSection section; reader_->next_wanted(section, holds(words));) {
      if (see(section, entry)) return true;
      entry = section.leaving;
    }
    return false;
  }

  // One of them again.
  ReadSection read(const ScanWords& words, std::uint32_t begin, EntryPtr entry) {
    ReadSection section;
    reader_->start(begin, std::move(entry));
    static_cast<void>(reader_->next_wanted(section, holds(words)));
    return section;
  }

 private:
  static WantsProse holds(const ScanWords& words) {
    return [&words](const Prose& prose) {
      return may_hold_candidates(words, prose.text, Format::PlainText);
    };
  }

  std::string_view text_;
  BlankedHtml html_;
  std::unique_ptr<SectionReader> reader_;
};

// Some sections in a row.
struct SectionGroup {
  std::uint32_t begin = 0;
  EntryPtr entry;
};
constexpr std::size_t kSectionsInGroup = 8;

// Answers by reading the groups in which the words stand that are asked for.
class CuesOfSections : public SoughtCues {
 public:
  // Asked while no section is being read. `groups`: all of them.
  CuesOfSections(const CompiledLanguage& language, const Document& document, HtmlSections& sections,
                 const std::vector<SectionGroup>& groups)
      : SoughtCues(language), document_(document), sections_(sections), groups_(groups) {}

 private:
  bool any_prose(const ScanWords& words, const Holds& holds) override {
    PlaceScanner scanner(words, document_.text, document_.format);
    std::vector<std::uint32_t> places;
    std::uint32_t read_until = 0;
    while (scanner.next(places)) {
      for (const std::uint32_t place : places) {
        if (place < read_until) continue;
        const auto behind = std::ranges::upper_bound(groups_, place, {}, &SectionGroup::begin);
        const bool is_last = behind == groups_.end();
        read_until = is_last ? kReachesEnd : behind->begin;
        if (holds_in(*std::prev(behind), read_until, words, holds)) return true;
      }
    }
    return false;
  }

  bool holds_in(const SectionGroup& group, std::uint32_t end, const ScanWords& words,
                const Holds& holds) {
    bool found = false;
    const auto holds_one = [&](const Prose& prose) { return holds(fold_for_words(prose.text)); };
    sections_.any_of(words, group.begin, group.entry,
                     [&](const ReadSection& section, const EntryPtr&) {
                       found = std::ranges::any_of(section.extracted.prose, holds_one);
                       return found || section.span.end >= end;
                     });
    return found;
  }

  const Document& document_;
  HtmlSections& sections_;
  const std::vector<SectionGroup>& groups_;
};

// A section with prose that may hold candidates: that prose, or where to read it again.
struct SectionPlace {
  std::uint32_t begin = 0;
  EntryPtr entry;
  std::vector<Prose> prose;
};

std::size_t bytes_of(const std::vector<Prose>& all) {
  std::size_t bytes = 0;
  for (const Prose& one : all) {
    bytes +=
        sizeof one + one.text.capacity() + one.introduced_by.capacity() + one.heading.capacity() +
        one.pieces.capacity() * sizeof(Piece) +
        (one.opaque.capacity() + one.struck.capacity() + one.emphasized.capacity()) * sizeof(Span);
  }
  return bytes;
}

}  // namespace

bool lint_sections(const RuleSet& rules, const CompiledLanguage& language, const Document& document,
                   const LintOptions& options, ResultParts& parts) {
  if (document.format != Format::Html || document.structure || document.text.size() < kLong)
    return false;
  HtmlSections sections(document);
  std::vector<SectionGroup> groups;
  std::size_t seen = 0;
  std::vector<SectionPlace> places;
  std::vector<Comment> comments;
  std::size_t may_keep = document.text.size() / 2;  // bytes of prose
  const auto see = [&](ReadSection& section, const EntryPtr& entry) {
    Extracted& extracted = section.extracted;
    if (seen++ % kSectionsInGroup == 0) groups.push_back({section.span.begin, entry});
    parts.add(extracted.problems);
    comments.insert(comments.end(), extracted.comments.begin(), extracted.comments.end());
    if (extracted.prose.empty()) return false;
    SectionPlace& place = places.emplace_back(SectionPlace{section.span.begin, entry, {}});
    const std::size_t bytes = bytes_of(extracted.prose);
    if (bytes <= may_keep) {
      may_keep -= bytes;
      place.prose.assign(std::make_move_iterator(extracted.prose.begin()),
                         std::make_move_iterator(extracted.prose.end()));
    }
    return false;
  };
  sections.any_of(language.scan, 0, std::make_shared<const EntryState>(), see);

  CuesOfSections around(language, document, sections, groups);
  ProseLinter linter(rules, language, document.language, options, around);
  for (SectionPlace& place : places) {
    std::vector<Prose> prose = std::move(place.prose);
    if (prose.empty())
      prose = sections.read(language.scan, place.begin, std::move(place.entry)).extracted.prose;
    const bool goes_on =
        linter.run_on_places(prose, [&](Finding finding) { return parts.add(std::move(finding)); });
    if (!goes_on) break;
  }
  parts.end(comments);
  return true;
}

}  // namespace personfirst
