#include "linter/lint_sections.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

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
  CuesOfSections(const RuleSet& rules, const CompiledLanguage& language, const Document& document)
      : language_(language), document_(document) {
    for (const PhraseIndex* phrases : document_phrases(rules, language)) holds_[phrases] = false;
  }

  bool document_holds(const PhraseIndex& phrases) override {
    read();
    return holds_[&phrases];
  }

  bool is_uk() override {
    read();
    return is_uk_;
  }

 private:
  void read() {
    if (std::exchange(is_read_, true)) return;
    ScanWords words;
    for (const std::string& word : language_.uk_cues) words.add(word, ScanWords::Wanted::Anywhere);
    for (const auto& [phrases, held] : holds_) {
      for (const std::string_view word : phrases->first_words())
        words.add(word, ScanWords::Wanted::Anywhere);
    }
    HtmlSections(document_).any([&](const ReadSection& section, const EntryPtr&) {
      for (const Prose& prose : section.extracted.prose) {
        if (may_hold_candidates(words, prose.text, Format::PlainText)) take(prose.text);
      }
      return false;
    });
  }

  void take(std::string_view text) {
    const Folded folded = fold_for_words(text);
    is_uk_ = is_uk_ || holds_uk_cue(language_, folded);
    for (auto& [phrases, held] : holds_) held = held || stands_in(*phrases, folded);
  }

  const CompiledLanguage& language_;
  const Document& document_;
  std::map<const PhraseIndex*, bool> holds_;
  bool is_uk_ = false;
  bool is_read_ = false;
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

  CuesOfSections around(rules, language, document);
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
