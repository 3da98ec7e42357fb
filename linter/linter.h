// The facade: what the command line, the language server and the tests call.
//
// Pure functions from values to values: no files, no clock, no environment, no locale, no globals.
// A RuleSet is const after load_rules() and may be shared by any number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding.h"
#include "linter/options.h"
#include "linter/result.h"
#include "linter/text/document.h"

namespace personfirst {

class RuleSet;

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::string year;  // may be empty
  std::string url;
};

// What people may read about a rule: the only face of a rule outside linter/rules and
// linter/engine.
struct RuleInfo {
  std::string id;
  std::string language;
  std::string pack;
  std::string topic;
  Severity severity = Severity::Warning;
  bool on_by_default = true;
  bool about_words = true;  // false: about the comments of suppress.h
  std::string message;      // with {match} still in it
  std::string note;
  std::string advice;                    // may be empty
  std::vector<std::string> suggestions;  // as shown to people, singular
  std::vector<std::string> sources;
  std::vector<std::string>
      flag_examples;  // with [[the span]] marked; empty unless examples were loaded
  std::vector<std::string>
      fixed_examples;  // as long as flag_examples; empty strings where nothing is fixed
  std::vector<std::string> pass_examples;
};

struct RuleFile {
  std::string name;  // for error messages
  std::string json;
};

struct RuleSetDeleter {
  void operator()(const RuleSet* rules) const;
};
using RuleSetPtr = std::unique_ptr<const RuleSet, RuleSetDeleter>;

enum class LoadExamples { No, Yes };

// The shipped rules (embedded in the binary) and the user's own files after them. A shipped file
// that is handed in again, by a path that ends like "rules/en/people.json", takes the place of the
// built-in copy. Error: the first thing that is wrong, with file, rule, field and reason.
[[nodiscard]] Result<RuleSetPtr> load_rules(std::span<const RuleFile> own_files = {},
                                            LoadExamples examples = LoadExamples::No);

[[nodiscard]] std::vector<RuleInfo> list_rules(const RuleSet& rules);              // sorted by id
[[nodiscard]] bool has_language(const RuleSet& rules, std::string_view language);  // rules for it
[[nodiscard]] std::vector<Source> list_sources(const RuleSet& rules);              // sorted by id

// Runs the rules' own examples; one entry a failure: "rule id: what is wrong". Needs
// LoadExamples::Yes. `only_files`: names as in RuleFile::name; empty means all.
[[nodiscard]] std::vector<Error> check_examples(const RuleSet& rules,
                                                std::span<const std::string> only_files = {});

// A finding that a comment in the document silenced.
struct Suppressed {
  Finding finding;
  Span directive;      // the comment's
  std::string reason;  // as written; may be empty
};

struct LintResult {
  std::vector<Finding> findings;       // sorted by (span, rule id); spans do not overlap
  std::vector<Suppressed> suppressed;  // sorted likewise
  std::vector<Problem> problems;       // of decoding and markup
};

// An error only for options that name an unknown pack or a glob that fits no rule.
[[nodiscard]] Result<void> check_options(const RuleSet& rules, const LintOptions& options);

[[nodiscard]] LintResult lint(const RuleSet& rules, const Document& document,
                              const LintOptions& options);

// Given a part of what lint() finds. False: the rest is not wanted.
using TakePart = std::function<bool(LintResult part, bool is_last)>;

// A part has about as many findings as this, or less.
inline constexpr std::size_t kFindingsInPart = 512;

// lint() for documents with more findings than one wants to keep: hands them on while it finds
// them. The parts, one after the other, are what lint() gives; the problems are in the first, and
// there is always a last one. Where a comment may silence findings (suppress.h), all come at once.
void lint_in_parts(const RuleSet& rules, const Document& document, const LintOptions& options,
                   const TakePart& take);

enum class FixLevel { Automatic, AskFirst };  // AskFirst: the first alternative that has edits, too

// The fix of each finding that apply_fixes() applies, for those who write it elsewhere; null where
// it applies none. The edits of all of them are sorted and disjoint.
[[nodiscard]] std::vector<const Fix*> fixes_to_apply(std::span<const Finding> findings,
                                                     FixLevel level);

struct FixedText {
  std::string text;
  std::size_t applied = 0;
};

// Applies the first fitting alternative of each finding. Edits that overlap an earlier one are left
// out.
[[nodiscard]] FixedText apply_fixes(const Document& document, std::span<const Finding> findings,
                                    FixLevel level);

// lint() and apply_fixes() until nothing changes; ends because a fixed text is not flagged again
// (and after 8 rounds).
[[nodiscard]] FixedText fix_document(const RuleSet& rules, const Document& document,
                                     const LintOptions& options, FixLevel level);

[[nodiscard]] std::string_view version();

}  // namespace personfirst
