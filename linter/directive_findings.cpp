#include "linter/directive_findings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "linter/engine/candidates.h"
#include "linter/engine/fold.h"
#include "linter/rule_message.h"
#include "linter/selection.h"
#include "linter/target_rules.h"
#include "linter/text/near.h"

namespace personfirst {
namespace {

constexpr std::size_t kMostNear = 3;      // alternatives for one name
constexpr std::size_t kMostGuesses = 50;  // names of one document; each costs a look at every rule
constexpr std::size_t kLongestGuess = 64;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The edit that takes a comment out of a text: with its line when it stands there alone, unless
// what is above and below would then become one.
Edit removal_of(const Document& document, Span comment) {
  const std::string_view text = document.text;
  const LineIndex& lines = document.lines();
  const auto line_of = [&](std::uint32_t offset) {
    return lines.to_line_column(text, offset, ColumnUnit::Utf8).line;
  };
  const auto line_at = [&](std::uint32_t line) {
    return slice(text, {lines.line_begin(line), lines.line_end(text, line)});
  };
  const std::uint32_t first = line_of(comment.begin), last = line_of(comment.end);
  const bool begins = is_blank(slice(text, {lines.line_begin(first), comment.begin}));
  const bool ends = is_blank(slice(text, {comment.end, lines.line_end(text, last)}));
  if (begins && ends) {
    const bool at_edge = first == 0 || last + 1 >= lines.line_count();
    if (!at_edge && !is_blank(line_at(first - 1)) && !is_blank(line_at(last + 1)))
      return {comment, ""};
    return {{lines.line_begin(first), lines.line_begin(last + 1)}, ""};
  }
  const auto is_space = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\t'; };
  if (ends || (comment.end < text.size() && is_space(comment.end))) {
    while (comment.begin > 0 && is_space(comment.begin - 1)) --comment.begin;
  }
  return {comment, ""};
}

class Reporter {
 public:
  Reporter(const RuleSet& rules, const Document& document, const LintOptions& options,
           std::vector<Finding>& findings)
      : rules_(rules),
        document_(document),
        options_(options),
        active_(active_rules(rules, options, document.language)),
        targets_(rules),
        findings_(findings),
        unused_(rule_for(Reports::UnusedSuppression)),
        unknown_(rule_for(Reports::UnknownSuppression)),
        needs_reason_(rule_for(Reports::SuppressionWithoutReason)) {}

  void report(const Directive& directive, const std::vector<bool>& used) {
    if (directive.kind == DirectiveKind::Unknown) {
      if (guesses_++ < kMostGuesses) {
        report_unknown(
            directive.name,
            near_directive_names(slice(document_.text, directive.name).substr(0, kLongestGuess)));
      } else {
        report_unknown(directive.name, {});
      }
      return;
    }
    const bool is_needed = report_targets(directive, used);
    if (is_needed && directive.reason.empty() && directive.kind != DirectiveKind::Enable)
      add(needs_reason_, directive.name, {});
  }

 private:
  // The rule that reports on it, in the document's language when there is one; null when it is off.
  [[nodiscard]] const Rule* rule_for(Reports what) const {
    const Rule* found = nullptr;
    for (std::size_t i = 0; i < active_.size(); ++i) {
      const RuleHead& head = rules_.head(i);
      if (!active_[i] || head.reports != what) continue;
      if (found == nullptr || head.language == document_.language) found = rules_.rules[i].rule;
    }
    return found;
  }

  // False when the directive is of no use at all.
  bool report_targets(const Directive& directive, const std::vector<bool>& used) {
    std::vector<std::size_t> unused;
    for (std::size_t i = 0; i < directive.targets.size(); ++i) {
      const DirectiveTarget& target = directive.targets[i];
      if (!target.is_quoted && targets_.rules_of(target.text).empty()) {
        report_unknown(target.span, near_rules(target.text));
      } else if (!used[i] && could_be_used(target)) {
        unused.push_back(i);
      }
    }
    const bool whole =
        directive.targets.empty() ? !used[0] : unused.size() == directive.targets.size();
    if (whole) {
      const Span said{directive.name.begin, directive.targets.empty()
                                                ? directive.name.end
                                                : directive.targets.back().span.end};
      add(unused_, said, removal_of(document_, directive.comment));
    } else {
      for (const std::size_t i : unused) add_unused_target(directive, i);
    }
    return !whole || unused_ == nullptr;
  }

  void add_unused_target(const Directive& directive, std::size_t i) {
    const auto& targets = directive.targets;
    const Span with_separator = i > 0 ? Span{targets[i - 1].span.end, targets[i].span.end}
                                      : Span{targets[0].span.begin, targets[1].span.begin};
    add(unused_, targets[i].span, Edit{with_separator, ""});
  }

  // Not when it is about rules that are off in this run.
  [[nodiscard]] bool could_be_used(const DirectiveTarget& target) const {
    if (target.is_quoted) return !is_of_rule_that_is_off(target.text);
    for (std::size_t i = 0; i < active_.size(); ++i) {
      if (active_[i] && target_fits(target.text, rules_.head(i).id)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_of_rule_that_is_off(std::string_view words) const {
    const auto language = rules_.languages.find(document_.language);
    if (language == rules_.languages.end()) return false;
    std::vector<bool> off = active_;
    off.flip();
    const Folded folded = fold(words, {}, [](std::string_view) { return false; });
    return !find_candidates(rules_, language->second, off, folded).empty();
  }

  [[nodiscard]] std::vector<std::string> near_rules(std::string_view meant) {
    if (guesses_++ >= kMostGuesses || meant.size() > kLongestGuess) return {};
    const std::vector<std::string> ids(targets_.all().begin(), targets_.all().end());
    return near_names(meant, ids);
  }

  void report_unknown(Span span, const std::vector<std::string>& near) {
    Finding* finding = add(unknown_, span, {});
    if (finding == nullptr) return;
    for (std::size_t i = 0; i < std::min(near.size(), kMostNear); ++i) {
      finding->fixes.insert(
          finding->fixes.begin() + static_cast<std::ptrdiff_t>(i),
          Fix{"use “" + near[i] + "”", {{span, near[i]}}, Applicability::AskFirst});
    }
  }

  // Null when the rule is off. The advice is what `edit` does; without one, it is for people.
  Finding* add(const Rule* rule, Span span, std::optional<Edit> edit) {
    if (rule == nullptr) return nullptr;
    Finding& finding = findings_.emplace_back();
    finding.rule = rule->id;
    finding.severity = level_of(*rule, options_).value_or(rule->severity);
    finding.span = span;
    finding.message = message_for(*rule, slice(document_.text, span));
    finding.note = rule->note;
    finding.sources = rule->sources;
    Fix fix{rule->advice, {}, Applicability::DisplayOnly};
    if (edit) fix = {rule->advice, {*std::move(edit)}, Applicability::AskFirst};
    if (!fix.title.empty()) finding.fixes.push_back(std::move(fix));
    return &finding;
  }

  const RuleSet& rules_;
  const Document& document_;
  const LintOptions& options_;
  const std::vector<bool> active_;
  const TargetRules targets_;
  std::vector<Finding>& findings_;
  const Rule *unused_, *unknown_, *needs_reason_;  // null when off
  std::size_t guesses_ = 0;
};

}  // namespace

void add_directive_findings(const RuleSet& rules, const Document& document,
                            const LintOptions& options, std::span<const Directive> directives,
                            const UsedTargets& used, std::vector<Finding>& findings) {
  std::vector<Finding> wrong;
  Reporter reporter(rules, document, options, wrong);
  for (std::size_t i = 0; i < directives.size(); ++i) reporter.report(directives[i], used[i]);
  if (wrong.empty()) return;
  // Words on both sides of a comment may be one finding; spans do not overlap.
  std::erase_if(wrong, [&](const Finding& one) {
    const auto around = std::ranges::upper_bound(
        findings, one.span.begin, {}, [](const Finding& other) { return other.span.end; });
    return around != findings.end() && around->span.overlaps(one.span);
  });
  std::ranges::move(wrong, std::back_inserter(findings));
  std::ranges::sort(findings, {}, [](const Finding& one) {
    return std::tie(one.span.begin, one.span.end, one.rule);
  });
}

}  // namespace personfirst
