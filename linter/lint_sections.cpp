#include "linter/lint_sections.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "linter/document_cues.h"
#include "linter/engine/prefilter.h"
#include "linter/engine/surroundings.h"
#include "linter/lint_prose.h"
#include "linter/markup/html.h"
#include "linter/markup/sections.h"

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

  // Calls `see(section, entry)` for each, until that says true.
  template <typename See>
  bool any(const See& see) {
    auto entry = std::make_shared<const EntryState>();
    reader_->start(0, entry);
    for (ReadSection section; reader_->next(section);) {
      if (see(section, entry)) return true;
      entry = section.leaving;
    }
    return false;
  }

  // One of them again.
  ReadSection read(std::uint32_t begin, EntryPtr entry) {
    ReadSection section;
    reader_->start(begin, std::move(entry));
    static_cast<void>(reader_->next(section));
    return section;
  }

 private:
  std::string_view text_;
  BlankedHtml html_;
  std::unique_ptr<SectionReader> reader_;
};

// The first question is answered by reading all sections again, and with it all others.
class CuesOfSections : public Surroundings {
 public:
  // Asked while no section is being read.
  CuesOfSections(const RuleSet& rules, const CompiledLanguage& language, HtmlSections& sections)
      : finder_(rules, language), sections_(sections) {}

  bool document_holds(const PhraseIndex& phrases) override {
    return cues()[finder_.question_of(phrases)];
  }

  bool is_uk() override { return cues()[DocumentCueFinder::kIsUk]; }

 private:
  const DocumentCues& cues() {
    if (!cues_.empty()) return cues_;
    cues_ = finder_.none();
    sections_.any([&](const ReadSection& section, const EntryPtr&) {
      add_cues(finder_.find(section.extracted.prose), cues_);
      return false;
    });
    return cues_;
  }

  DocumentCueFinder finder_;
  HtmlSections& sections_;
  DocumentCues cues_;  // empty: nobody has asked
};

struct SectionPlace {
  std::uint32_t begin = 0;
  EntryPtr entry;
};

}  // namespace

bool lint_sections(const RuleSet& rules, const CompiledLanguage& language, const Document& document,
                   const LintOptions& options, ResultParts& parts) {
  if (document.format != Format::Html || document.structure || document.text.size() < kLong)
    return false;
  HtmlSections sections(document);
  std::vector<SectionPlace> places;  // sections that may hold candidates
  std::vector<Comment> comments;
  sections.any([&](const ReadSection& section, const EntryPtr& entry) {
    const Extracted& extracted = section.extracted;
    parts.add(extracted.problems);
    comments.insert(comments.end(), extracted.comments.begin(), extracted.comments.end());
    const bool may_hold = std::ranges::any_of(extracted.prose, [&](const Prose& prose) {
      return may_hold_candidates(language.scan, prose.text, Format::PlainText);
    });
    if (may_hold) places.push_back({section.span.begin, entry});
    return false;
  });

  CuesOfSections around(rules, language, sections);
  ProseLinter linter(rules, language, document.language, options, around);
  for (SectionPlace& place : places) {
    const ReadSection section = sections.read(place.begin, std::move(place.entry));
    const bool goes_on = linter.run(section.extracted.prose,
                                    [&](Finding finding) { return parts.add(std::move(finding)); });
    if (!goes_on) break;
  }
  parts.end(comments);
  return true;
}

}  // namespace personfirst
