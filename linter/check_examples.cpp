// Runs the examples that stand in the rule files: what a rule must find, how it is reworded, and
// where it stays silent.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/linter.h"
#include "linter/rules/marked_text.h"
#include "linter/rules/rule.h"
#include "linter/rules/rule_set.h"

namespace personfirst {
namespace {

// The default packs and the rule's own one; the rule itself also when it is off by default.
LintOptions options_for(const Rule& rule) {
  LintOptions options;
  options.packs = {"core", "framing"};
  if (rule.pack != "core" && rule.pack != "framing") options.packs.push_back(rule.pack);
  options.enable = {rule.id};
  return options;
}

Document document_for(const Rule& rule, std::string_view format_name, std::string text) {
  Format format = Format::PlainText;
  (void)parse_format(format_name, format);  // the loader lets known names through only
  return make_document(rule.file, format, std::move(text), rule.language);
}

// "people/addict on “addict”; terms/clean on “clean”"
std::string list_findings(const Document& document, const std::vector<Finding>& findings) {
  std::string list;
  for (const Finding& finding : findings) {
    if (!list.empty()) list += "; ";
    list += finding.rule + " on “" + std::string(slice(document.text, finding.span)) + "”";
  }
  return list;
}

class RuleChecker {
 public:
  RuleChecker(const RuleSet& rules, const Rule& rule, std::vector<Error>& failures)
      : rules_(rules), rule_(rule), options_(options_for(rule)), failures_(failures) {}

  void check() {
    for (std::size_t i = 0; i < rule_.flag.size(); ++i) check_flag(rule_.flag[i], i);
    for (std::size_t i = 0; i < rule_.pass.size(); ++i) check_pass(rule_.pass[i], i);
    if (!fired_) fail("flag", "no example makes this rule fire");
  }

 private:
  void check_flag(const FlagExample& example, std::size_t index) {
    const std::string place = "flag[" + std::to_string(index) + "]";
    const auto marked = read_marks(example.in);
    if (!marked) return fail(place, "has ill-formed marks");
    const Document document = document_for(rule_, example.format, marked->text);
    const std::vector<Finding> findings = lint(rules_, document, options_).findings;

    std::vector<Finding> own;
    std::vector<Finding> others;
    std::vector<Span> spans;
    for (const Finding& finding : findings) {
      (finding.rule == rule_.id ? own : others).push_back(finding);
      if (finding.rule == rule_.id) spans.push_back(finding.span);
    }
    fired_ = fired_ || !own.empty();
    if (spans != marked->spans) {
      fail(place, "expected “" + example.in + "” but found “" + write_marks(marked->text, spans) +
                      "”" +
                      (others.empty() ? "" : " (and " + list_findings(document, others) + ")"));
      return;
    }
    if (!others.empty())
      return fail(place, "is found by another rule, too: " + list_findings(document, others));
    check_context(example, own, place);
    check_fix(example, document, own, place);
  }

  void check_context(const FlagExample& example, const std::vector<Finding>& own,
                     const std::string& place) {
    for (const Finding& finding : own) {
      if (to_string(finding.context) == example.context) continue;
      fail(place, "expected the context “" + example.context + "” but it is “" +
                      std::string(to_string(finding.context)) + "”");
    }
  }

  void check_fix(const FlagExample& example, const Document& document,
                 const std::vector<Finding>& own, const std::string& place) {
    const FixedText fixed = apply_fixes(document, own, FixLevel::AskFirst);
    if (!example.out) {
      if (fixed.applied != 0) fail(place, "has no “out”, yet is reworded to “" + fixed.text + "”");
      return;
    }
    if (fixed.text != *example.out) {
      fail(place, "expected the rewording “" + *example.out + "” but it is “" + fixed.text + "”");
      return;
    }
    const Document after = document_for(rule_, example.format, fixed.text);
    const std::vector<Finding> left = lint(rules_, after, options_).findings;
    if (!left.empty())
      fail(place, "is found again after its rewording: " + list_findings(after, left));
  }

  void check_pass(const PassExample& example, std::size_t index) {
    const Document document = document_for(rule_, example.format, example.in);
    std::vector<Finding> own = lint(rules_, document, options_).findings;
    std::erase_if(own, [&](const Finding& finding) { return finding.rule != rule_.id; });
    if (own.empty()) return;
    std::vector<Span> spans;
    for (const Finding& finding : own) spans.push_back(finding.span);
    fail("pass[" + std::to_string(index) + "]",
         "expected nothing but found “" + write_marks(document.text, spans) + "”");
  }

  void fail(const std::string& place, std::string what) {
    failures_.push_back({rule_.file + ": " + rule_.id + ": " + place, std::move(what)});
  }

  const RuleSet& rules_;
  const Rule& rule_;
  const LintOptions options_;
  std::vector<Error>& failures_;
  bool fired_ = false;
};

}  // namespace

std::vector<Error> check_examples(const RuleSet& rules, std::span<const std::string> only_files) {
  std::vector<Error> failures;
  std::vector<const RulePart*> as_loaded;
  for (const RulePart& part : rules.parts.rules) as_loaded.push_back(&part);
  std::ranges::sort(as_loaded, {}, &RulePart::place);
  for (const RulePart* part : as_loaded) {
    const Rule& rule = *part->rule;
    const bool is_wanted = only_files.empty() || std::find(only_files.begin(), only_files.end(),
                                                           rule.file) != only_files.end();
    if (is_wanted) RuleChecker(rules, rule, failures).check();
  }
  return failures;
}

}  // namespace personfirst
