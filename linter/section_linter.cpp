#include "linter/section_linter.h"

#include <algorithm>
#include <utility>

#include "linter/directives.h"
#include "linter/engine/prefilter.h"
#include "linter/lint_prose.h"
#include "linter/lint_results.h"

namespace personfirst {

void move_by(Comment& comment, std::uint32_t by) {
  comment.span = {comment.span.begin + by, comment.span.end + by};
  comment.text = {comment.text.begin + by, comment.text.end + by};
}

class SectionLinter::Impl : public Surroundings {
 public:
  Impl(const RuleSet& rules, const CompiledLanguage& language, const std::string& language_name,
       const LintOptions& options)
      : language_(language),
        cues_(rules, language),
        linter_(rules, language, language_name, options, *this) {}

  [[nodiscard]] const DocumentCueFinder& cues() const { return cues_; }
  [[nodiscard]] const std::shared_ptr<const LintResult>& nothing() const { return nothing_; }
  [[nodiscard]] const CompiledLanguage& language() const { return language_; }

  std::vector<Finding> run(const std::vector<Prose>& prose, const DocumentCues& document,
                           LintedPart& part) {
    document_ = &document;
    part_ = &part;
    part.asked_cues.clear();
    part.cue_answers.clear();
    part.asked_leads.clear();
    return linter_.run(prose);
  }

  bool document_holds(const PhraseIndex& phrases) override {
    return ask_cue(cues_.question_of(phrases));
  }

  bool is_uk() override { return ask_cue(DocumentCueFinder::kIsUk); }

  void lead_was_asked(const std::string& lead, const LeadQuestion& question,
                      bool answered) override {
    if (lead != part_->entry->outline.heading) return;
    const auto same = [&](const AskedLead& one) { return one.question == question; };
    if (std::ranges::none_of(part_->asked_leads, same))
      part_->asked_leads.push_back({question, answered});
  }

 private:
  bool ask_cue(std::size_t question) {
    const auto cue = static_cast<std::uint32_t>(question);
    const bool answered = (*document_)[cue];
    if (std::ranges::find(part_->asked_cues, cue) == part_->asked_cues.end()) {
      part_->asked_cues.push_back(cue);
      part_->cue_answers.push_back(answered);
    }
    return answered;
  }

  const CompiledLanguage& language_;
  DocumentCueFinder cues_;
  std::shared_ptr<const LintResult> nothing_ = std::make_shared<const LintResult>();
  ProseLinter linter_;
  // Of the section at hand.
  const DocumentCues* document_ = nullptr;
  LintedPart* part_ = nullptr;
};

SectionLinter::SectionLinter(const RuleSet& rules, const CompiledLanguage& language,
                             const std::string& language_name, const LintOptions& options)
    : impl_(std::make_unique<Impl>(rules, language, language_name, options)) {}
SectionLinter::~SectionLinter() = default;

DocumentCues SectionLinter::no_cues() const { return impl_->cues().none(); }

LintedPart SectionLinter::see(const ReadSection& section, std::shared_ptr<const EntryState> entry,
                              std::string_view text, Format format) const {
  LintedPart part;
  part.size = section.span.size();
  part.reach = section.reach == kReachesEnd ? kReachesEnd : section.reach - section.span.begin;
  part.entry = std::move(entry);
  part.leaving = section.leaving;
  part.has_own_heading = section.has_own_heading;
  part.load = section.load;
  part.links = section.links;
  part.may_hold_candidates =
      may_hold_candidates(impl_->language().scan, slice(text, section.span), format);
  const std::string_view source = text.substr(section.origin);
  part.has_directives = std::ranges::any_of(section.extracted.comments, [&](const Comment& one) {
    return read_directive(source, one).has_value();
  });
  part.comments = section.extracted.comments;
  for (Comment& one : part.comments) move_by(one, section.origin - section.span.begin);
  part.cues = impl_->cues().find(section.extracted.prose);
  return part;
}

bool SectionLinter::judge(const ReadSection& section, const DocumentCues& document,
                          LintedPart& part) {
  LintResult result;
  result.findings = impl_->run(section.extracted.prose, document, part);
  result.problems = section.extracted.problems;
  move_by(result, section.origin - section.span.begin);
  const Span all{0, part.size};
  const bool inside = std::ranges::all_of(
      result.findings, [&](const Finding& one) { return all.contains(one.span); });
  const bool is_empty = result.findings.empty() && result.problems.empty();
  part.result = is_empty ? impl_->nothing() : std::make_shared<const LintResult>(std::move(result));
  return inside;
}

bool SectionLinter::stands_below(const LintedPart& part, const std::string& heading) const {
  if (part.asked_leads.empty()) return true;
  const Folded folded = fold_for_words(heading);
  return std::ranges::all_of(part.asked_leads, [&](const AskedLead& one) {
    return answer(one.question, impl_->language(), folded) == one.answer;
  });
}

bool SectionLinter::stands_with(const LintedPart& part, const DocumentCues& document) {
  for (std::size_t i = 0; i < part.asked_cues.size(); ++i) {
    if (document[part.asked_cues[i]] != part.cue_answers[i]) return false;
  }
  return true;
}

}  // namespace personfirst
