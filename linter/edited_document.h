// Lints one document again and again while it is edited: the findings of lint(), for the work of
// what changed.
//
// The document is cut into sections, each a run of whole lines. A section that an edit has not
// touched, and whose surroundings have not changed either, is not read again. Promise: after any
// edits, all() equals lint() of the same document, findings and problems, byte for byte.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "linter/linter.h"

namespace personfirst {

struct LintedSection {
  // The same id within one EditedDocument: the same bytes and the same result as before, perhaps at
  // another place.
  std::uint64_t id = 0;
  std::uint32_t begin = 0;  // where it stands in the text; always the start of a line
  // Spans are relative to `begin`, modulo 2^32: a directive may stand before the section whose
  // finding it silences. Never null. Shared with later calls, so never changed.
  std::shared_ptr<const LintResult> result;
};

// Not thread-safe, but may wander between threads: one call at a time. `rules` must outlive it.
class EditedDocument {
 public:
  EditedDocument(const RuleSet& rules, LintOptions options);
  ~EditedDocument();
  EditedDocument(EditedDocument&&) noexcept;
  EditedDocument& operator=(EditedDocument&&) noexcept;

  // Lints `document`, which becomes what the next call is compared with. Sections are in document
  // order and cover it.
  [[nodiscard]] const std::vector<LintedSection>& lint(std::shared_ptr<const Document> document);

  // Of the last call: as lint() returns it.
  [[nodiscard]] LintResult all() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace personfirst
