#include "linter/cli/sift.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace personfirst {
namespace {

// Answers for spans in document order.
class ChangedLines {
 public:
  ChangedLines(std::string_view text, const ChangedFile* changed)
      : text_(text), changed_(changed) {}

  bool touch(Span span) {
    if (changed_ == nullptr || changed_->is_whole) return true;
    const std::uint32_t first = line_of(span.begin);
    const auto breaks = std::ranges::count(slice(text_, span), '\n');
    const std::uint32_t last = first + static_cast<std::uint32_t>(breaks);
    const auto range = std::ranges::lower_bound(changed_->lines, first, {}, &LineRange::last);
    return range != changed_->lines.end() && range->first <= last;
  }

 private:
  // From 1, as git counts.
  std::uint32_t line_of(std::uint32_t offset) {
    if (offset < at_) at_ = 0, line_ = 1;
    line_ += static_cast<std::uint32_t>(std::ranges::count(slice(text_, {at_, offset}), '\n'));
    at_ = offset;
    return line_;
  }

  std::string_view text_;
  const ChangedFile* changed_;
  std::uint32_t at_ = 0, line_ = 1;
};

}  // namespace

Sifted sift(const Document& document, LintResult& result, const ChangedFile* changed,
            const Baseline* baseline, bool all_known) {
  ChangedLines lines(document.text, changed);
  std::vector<bool> is_changed, is_old;
  for (const Finding& finding : result.findings) {
    is_changed.push_back(lines.touch(finding.span));
    is_old.push_back(!is_changed.back());
  }
  std::erase_if(result.suppressed,
                [&](const Suppressed& one) { return !lines.touch(one.finding.span); });
  Sifted sifted;
  // Where two findings are alike, the one that was there before is the one that is known.
  if (baseline != nullptr) sifted.compared = baseline->compare(document, result.findings, is_old);
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    if (!is_changed[i]) continue;
    const bool known = all_known || (sifted.compared && sifted.compared->known[i]);
    (known ? sifted.known : sifted.findings).push_back(std::move(result.findings[i]));
  }
  return sifted;
}

}  // namespace personfirst
