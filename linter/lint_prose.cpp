#include "linter/lint_prose.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "linter/engine/candidates.h"
#include "linter/engine/fixer.h"
#include "linter/engine/judge.h"
#include "linter/engine/passage.h"
#include "linter/engine/prefilter.h"
#include "linter/rule_message.h"
#include "linter/selection.h"

namespace personfirst {
namespace {

// "The term substance abuser": what makes the whole match a mention, a name or a citation makes the
// "abuser" in it one.
bool settles_all_of_it(Verdict verdict) {
  switch (verdict) {
    case Verdict::NotProse:
    case Verdict::AllowedPhrase:
    case Verdict::Name:
    case Verdict::Law:
    case Verdict::Reference:
    case Verdict::Mention:
      return true;
    default:
      return false;
  }
}

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

// By prose: where in the source the first of it and of all behind it begins. (A title may stand
// behind the paragraph that it is about.)
std::vector<std::uint32_t> first_offsets(const std::vector<Prose>& all) {
  std::vector<std::uint32_t> first(all.size() + 1, kNowhere);
  for (std::size_t i = all.size(); i-- > 0;) {
    first[i] = first[i + 1];
    for (const Piece& piece : all[i].pieces) first[i] = std::min(first[i], piece.source_begin);
  }
  return first;
}

// Puts findings in order, and hands on those that nothing can come before. One place in a source
// may be read as prose twice (an entity that a match only touches); the first finding stays.
class InOrder {
 public:
  // `waiting`: memory for them.
  InOrder(const ProseLinter::Take& take, std::vector<Finding>& waiting)
      : take_(take), waiting_(waiting) {
    waiting_.clear();
  }

  void add(Finding finding) { waiting_.push_back(std::move(finding)); }
  [[nodiscard]] bool is_full() const { return waiting_.size() >= full_; }

  // Nothing is to come that begins before `offset`. False: `take` wants no more.
  bool hand_on(std::uint32_t offset) {
    if (waiting_.size() > 1) sort();
    auto one = waiting_.begin();
    for (; one != waiting_.end() && (one->span.begin < offset || offset == kNowhere); ++one) {
      if (one->span.begin < end_) continue;
      end_ = one->span.end;
      if (!take_(std::move(*one))) return false;
    }
    waiting_.erase(waiting_.begin(), one);
    full_ = std::max(kFew, 2 * waiting_.size());
    return true;
  }

 private:
  void sort() {
    std::stable_sort(waiting_.begin(), waiting_.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.span.begin, a.span.end, a.rule) <
             std::tie(b.span.begin, b.span.end, b.rule);
    });
  }

  static constexpr std::size_t kFew = 64;  // sorting one at a time would take too long

  const ProseLinter::Take& take_;
  std::vector<Finding>& waiting_;
  std::size_t full_ = kFew;
  std::uint32_t end_ = 0;  // of the last that was handed on
};

}  // namespace

class ProseLinter::Impl {
 public:
  Impl(const RuleSet& rules, const CompiledLanguage& language, std::string_view language_name,
       const LintOptions& options, Surroundings& around)
      : rules_(rules),
        language_(language),
        options_(options),
        around_(around),
        active_(active_rules(rules, options, language_name)),
        folder_([&](std::string_view word) { return language.anchors.contains(word); }),
        judge_(rules, language, options, around),
        fix_maker_(rules, language, options, around) {}

  bool run(const std::vector<Prose>& all, bool have_places, const Take& take) {
    const bool skips = options_.use_prefilter && !have_places;
    InOrder in_order(take, waiting_);
    std::vector<std::uint32_t> first;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (skips && !may_hold_candidates(language_.scan, all[i].text, Format::PlainText)) continue;
      lint_prose(all[i]);
      for (Finding& finding : findings_) in_order.add(std::move(finding));
      findings_.clear();
      if (!in_order.is_full()) continue;
      if (first.empty()) first = first_offsets(all);
      if (!in_order.hand_on(first[i + 1])) return false;
    }
    return in_order.hand_on(kNowhere);
  }

 private:
  void lint_prose(const Prose& prose) {
    Folded folded = folder_.fold(prose);
    const std::vector<Candidate> candidates = find_candidates(rules_, language_, active_, folded);
    if (!candidates.empty()) {
      Passage passage(prose, std::move(folded));
      judge_all(passage, candidates);
      folded = std::move(passage.folded);
    }
    folder_.take_back(std::move(folded));
  }

  void judge_all(const Passage& passage, const std::vector<Candidate>& candidates) {
    judge_.forget_passage();
    std::map<std::uint32_t, std::uint32_t>
        taken;  // begin -> end; longest first, so that the longest match wins
    std::map<std::uint32_t, std::uint32_t>
        left_alone;  // the same of names, mentions and the like: so is what is inside
    for (const Candidate& candidate : candidates) {
      const auto behind = taken.lower_bound(candidate.span.end);
      if (behind != taken.begin() && std::prev(behind)->second > candidate.span.begin) continue;
      const auto after = left_alone.upper_bound(candidate.span.begin);
      const bool inside =
          after != left_alone.begin() && std::prev(after)->second >= candidate.span.end;
      if (inside && !rules_.rules[candidate.rule].rule->names_code) continue;
      const std::uint32_t end = possessive_end(passage, candidate.span);
      const Judgement judgement = judge_.judge(passage, candidate, end);
      if (settles_all_of_it(judgement.verdict))
        left_alone.emplace(candidate.span.begin, candidate.span.end);
      if (judgement.verdict != Verdict::Found) continue;
      taken.emplace(candidate.span.begin, candidate.span.end);
      report(passage, candidate, end, judgement.context);
    }
  }

  void report(const Passage& passage, const Candidate& candidate, std::uint32_t end,
              Context context) {
    const Rule& rule = *rules_.rules[candidate.rule].rule;
    const bool with_ending = rule.part_of_speech == PartOfSpeech::Person;
    const Span in_folded{candidate.span.begin, with_ending ? end : candidate.span.end};
    const Span in_prose = passage.folded.to_prose(in_folded);
    Finding finding;
    finding.rule = rule.id;
    finding.context = context;
    const bool own_words = context == Context::Prose;
    if (!own_words && !options_.report_quotations) return;
    const Severity level = level_of(rule, options_).value_or(rule.severity);
    finding.severity = own_words ? level : std::min(level, options_.quotation_severity);
    finding.span = passage.prose->to_source(in_prose);
    finding.message = message_for(rule, slice(passage.folded.exact, in_folded));
    finding.note = rule.note;
    finding.sources = rule.sources;
    FixRequest request;
    request.passage = &passage;
    request.candidate = candidate;
    request.possessive_end = end;
    request.sentence = judge_.sentence_of(passage, candidate.span);
    request.context = context;
    finding.fixes = fix_maker_.make(request);
    findings_.push_back(std::move(finding));
  }

  const RuleSet& rules_;
  const CompiledLanguage& language_;
  const LintOptions& options_;
  Surroundings& around_;
  std::vector<bool> active_;
  ProseFolder folder_;
  Judge judge_;
  FixMaker fix_maker_;
  std::vector<Finding> findings_;  // of the prose at hand
  std::vector<Finding> waiting_;   // for those before them
};

ProseLinter::ProseLinter(const RuleSet& rules, const CompiledLanguage& language,
                         std::string_view language_name, const LintOptions& options,
                         Surroundings& around)
    : impl_(std::make_unique<Impl>(rules, language, language_name, options, around)) {}
ProseLinter::~ProseLinter() = default;

bool ProseLinter::run(const std::vector<Prose>& prose, const Take& take) {
  return impl_->run(prose, false, take);
}

bool ProseLinter::run_on_places(const std::vector<Prose>& prose, const Take& take) {
  return impl_->run(prose, true, take);
}

std::vector<Finding> ProseLinter::run(const std::vector<Prose>& prose) {
  std::vector<Finding> all;
  run(prose, [&](Finding finding) {
    all.push_back(std::move(finding));
    return true;
  });
  return all;
}

}  // namespace personfirst
