#include "linter/cli/fix_counted.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/sift.h"

namespace personfirst {
namespace {

// Where places of a text are after its edits.
class Moved {
 public:
  explicit Moved(std::vector<Edit> edits) : edits_(std::move(edits)) {}

  // What was inside of an edit is at its beginning, or with `at_end` at its end.
  [[nodiscard]] std::uint32_t offset(std::uint32_t offset, bool at_end = false) const {
    std::int64_t moved = offset;
    for (const Edit& edit : edits_) {
      if (edit.span.begin >= offset) break;
      const auto length = static_cast<std::int64_t>(edit.text.size());
      if (edit.span.end > offset) {
        moved += std::int64_t{edit.span.begin} - offset + (at_end ? length : 0);
        break;
      }
      moved += length - std::int64_t{edit.span.size()};
    }
    return static_cast<std::uint32_t>(moved);
  }
  [[nodiscard]] Span span(Span span) const { return {offset(span.begin), offset(span.end, true)}; }

 private:
  std::vector<Edit> edits_;  // sorted, disjoint
};

std::vector<std::uint32_t> line_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    ends.push_back(static_cast<std::uint32_t>(at));
  ends.push_back(static_cast<std::uint32_t>(text.size()));
  return ends;
}

std::vector<LineRange> move_lines(const std::vector<LineRange>& lines, std::string_view before,
                                  std::string_view after, const Moved& moved) {
  const std::vector<std::uint32_t> ends = line_ends(before), new_ends = line_ends(after);
  const auto line_of = [&](std::uint32_t offset) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(new_ends, offset) -
                                      new_ends.begin()) +
           1;
  };
  std::vector<LineRange> result;
  for (const LineRange& range : lines) {
    if (range.first == 0 || range.first > ends.size()) continue;
    const std::uint32_t begin = range.first == 1 ? 0 : ends[range.first - 2] + 1;
    const std::uint32_t end = ends[std::min<std::size_t>(range.last, ends.size()) - 1];
    const LineRange now{line_of(moved.offset(begin)), line_of(moved.offset(end, true))};
    if (!result.empty() && now.first <= result.back().last) {
      result.back().last = std::max(result.back().last, now.last);
    } else {
      result.push_back(now);
    }
  }
  return result;
}

class Fixer {
 public:
  Fixer(const RuleSet& rules, const Document& document, const LintOptions& options, FixLevel level,
        const ChangedFile* changed)
      : rules_(rules), options_(options), level_(level), now_(document) {
    if (changed != nullptr) changed_ = *changed;
  }

  // False when there was nothing to do. `baseline`: in the first round, whose text it knows.
  bool round(const Baseline* baseline) {
    const std::vector<Finding> counted = counted_findings(baseline);
    std::vector<Edit> edits;
    for (const Fix* fix : fixes_to_apply(counted, level_)) {
      if (fix != nullptr) edits.insert(edits.end(), fix->edits.begin(), fix->edits.end());
    }
    if (edits.empty()) return false;
    FixedText fixed = apply_fixes(now_, counted, level_);
    const Moved moved(std::move(edits));
    for (Span& span : left_alone_) span = moved.span(span);
    if (changed_) changed_->lines = move_lines(changed_->lines, now_.text, fixed.text, moved);
    applied_ += fixed.applied;
    now_ = with_text(now_, std::move(fixed.text));
    return true;
  }

  CountedFix result() { return {{std::move(now_.text), applied_}, std::move(changed_)}; }

 private:
  // What does not count at first never does, though the words beside it change.
  std::vector<Finding> counted_findings(const Baseline* baseline) {
    LintResult result = lint(rules_, now_, options_);
    std::vector<Span> spans;
    for (const Finding& finding : result.findings) spans.push_back(finding.span);
    Sifted sifted = sift(now_, result, changed_ ? &*changed_ : nullptr, baseline, false);
    std::erase_if(sifted.findings, [&](const Finding& finding) {
      return std::ranges::any_of(left_alone_, [&](Span span) {
        return span.begin < finding.span.end && finding.span.begin < span.end;
      });
    });
    if (first_) {
      auto counts = sifted.findings.begin();
      for (const Span span : spans) {
        if (counts != sifted.findings.end() && counts->span == span) {
          ++counts;
        } else {
          left_alone_.push_back(span);
        }
      }
    }
    first_ = false;
    return std::move(sifted.findings);
  }

  const RuleSet& rules_;
  const LintOptions& options_;
  const FixLevel level_;
  Document now_;
  std::optional<ChangedFile> changed_;
  std::vector<Span> left_alone_;
  bool first_ = true;
  std::size_t applied_ = 0;
};

}  // namespace

CountedFix fix_counted(const RuleSet& rules, const Document& document, const LintOptions& options,
                       FixLevel level, const ChangedFile* changed, const Baseline* baseline) {
  constexpr int kMaxRounds = 8;
  Fixer fixer(rules, document, options, level, changed);
  for (int round = 0; round < kMaxRounds; ++round) {
    if (!fixer.round(round == 0 ? baseline : nullptr)) break;
  }
  return fixer.result();
}

}  // namespace personfirst
