// Lints sections of a document one by one, and knows what each result depends on beyond its
// section's text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document_cues.h"
#include "linter/engine/surroundings.h"
#include "linter/linter.h"
#include "linter/markup/sections.h"

namespace personfirst {

struct AskedLead {
  LeadQuestion question;
  bool answer = false;
};

// A section, read and linted. Offsets are relative to where it begins.
struct LintedPart {
  std::uint32_t size = 0;
  std::uint32_t reach = 0;  // from its begin; or kReachesEnd
  std::shared_ptr<const EntryState> entry, leaving;
  bool has_own_heading = false;
  MarkdownLoad load;
  PartLinksPtr links;

  bool may_hold_candidates = false;
  bool has_directives = false;
  std::vector<Comment> comments;
  DocumentCues cues;
  // What was asked while judging, and the answers: about the document by cue, about a lead that is
  // the heading above the section.
  std::vector<std::uint32_t> asked_cues;
  std::vector<bool> cue_answers;
  std::vector<AskedLead> asked_leads;
  std::shared_ptr<const LintResult> result;  // before suppressions
};

void move_by(Comment& comment, std::uint32_t by);

class SectionLinter {
 public:
  SectionLinter(const RuleSet& rules, const CompiledLanguage& language,
                const std::string& language_name, const LintOptions& options);
  SectionLinter(const SectionLinter&) = delete;
  SectionLinter& operator=(const SectionLinter&) = delete;
  ~SectionLinter();

  [[nodiscard]] DocumentCues no_cues() const;  // not empty

  // Everything about the section but what was asked, and the findings.
  [[nodiscard]] LintedPart see(const ReadSection& section, std::shared_ptr<const EntryState> entry,
                               std::string_view text, Format format) const;
  // The findings. `document`: the cues of all sections together. False when one lies outside of the
  // section: something does not keep to itself.
  [[nodiscard]] bool judge(const ReadSection& section, const DocumentCues& document,
                           LintedPart& part);

  // Would the part's findings be the same below another heading?
  [[nodiscard]] bool stands_below(const LintedPart& part, const std::string& heading) const;
  [[nodiscard]] static bool stands_with(const LintedPart& part, const DocumentCues& document);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace personfirst
