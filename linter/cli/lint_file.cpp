#include "linter/cli/lint_file.h"

#include <algorithm>
#include <new>
#include <string_view>
#include <utility>

#include "linter/cli/document_report.h"
#include "linter/cli/fix_counted.h"
#include "linter/cli/office_file.h"
#include "linter/cli/sift.h"
#include "linter/files/files.h"
#include "linter/files/git.h"
#include "linter/text/decode.h"

namespace personfirst {
namespace {

constexpr std::string_view kStandardInput = "-";

struct Input {
  std::string name;
  std::string bytes;
  std::optional<FileStamp> stamp;  // nothing: standard input
};

const ChangedFile* changed_file(const LintJob& job, const Target& target) {
  return job.changes == nullptr ? nullptr : job.changes->find(target.path);
}

Result<Input> read_input(const LintJob& job, const Target& target) {
  if (target.path == kStandardInput) {
    std::string name = job.stdin_name.empty() ? "<stdin>" : job.stdin_name;
    Result<std::string> bytes = read_standard_input(name);
    if (!bytes) return tl::unexpected(bytes.error());
    return Input{std::move(name), *std::move(bytes), {}};
  }
  if (const ChangedFile* changed = changed_file(job, target); changed && changed->bytes)
    return Input{target.path, *changed->bytes, {}};
  Result<FileContents> contents = read_file(target.path);
  if (!contents) return tl::unexpected(contents.error());
  return Input{target.path, std::move(contents->bytes), contents->stamp};
}

// The difference is shown in the file's own bytes where these are UTF-8, so that it can be applied.
Result<std::string> diff_of(const Document& document, const Encoding& encoding,
                            const std::string& fixed) {
  const std::string mark =
      encoding.byte_order_mark && encoding.charset == "UTF-8" ? "\xEF\xBB\xBF" : "";
  return unified_diff(document.name, mark + document.text, mark + fixed);
}

Error no_memory(const Target& target) {
  return {target.path, "there is not enough memory to check it"};
}

class OneFile {
 public:
  OneFile(const LintJob& job, const Target& target, const GiveOutcome& give)
      : job_(job), target_(target), give_(give) {}

  LintOutcome run() {
    if (target_.error) return failed(*target_.error);
    if (const Result<void> configured = configure(); !configured) return failed(configured.error());
    const bool left_out = job_.force_exclude && !configured_.settings.included;
    if (left_out && !is_filter()) return std::move(outcome_);
    Result<Input> input = read_input(job_, target_);
    if (!input) return failed(input.error());
    input_ = *std::move(input);
    outcome_.bytes = input_.bytes.size();
    if (!left_out && is_office_file(input_.name, input_.bytes)) return run_office();
    if (looks_binary(input_.bytes) && !left_out) {
      return target_.named ? failed({input_.name, "a binary file, not text"}) : std::move(outcome_);
    }

    const bool echo = is_filter();
    if (left_out) {
      outcome_.text = std::move(input_.bytes);
      return std::move(outcome_);
    }
    Decoded decoded = decode(echo ? input_.bytes : std::move(input_.bytes));
    if (decoded.text.size() > kFileLimit) return failed(too_large(input_.name));
    const Encoding encoding = decoded.encoding;
    const Settings& settings = configured_.settings;
    Document document =
        make_document(input_.name, settings.format.value_or(format_of_name(input_.name)),
                      std::move(decoded), settings.language);
    document.values = settings.values;

    bool wrote = false;
    if (job_.fix) wrote = fix(document, encoding);
    if (echo && !wrote && !outcome_.error) outcome_.text = std::move(input_.bytes);
    render(document, echo || job_.diff);
    return std::move(outcome_);
  }

 private:
  Result<void> configure() {
    const bool standard_input = target_.path == kStandardInput;
    Result<FileSettings> found =
        job_.project.settings(standard_input ? job_.stdin_name : target_.path);
    if (!found) return tl::unexpected(found.error());
    configured_ = *std::move(found);
    if (job_.require_reason) configured_.settings.options.require_reason = true;
    return {};
  }

  // Text in, fixed text out.
  [[nodiscard]] bool is_filter() const {
    return (job_.fix || job_.comment) && !job_.diff && target_.path == kStandardInput;
  }

  LintOutcome failed(Error error) {
    outcome_.error = std::move(error);
    return std::move(outcome_);
  }

  // A document that is no text.
  LintOutcome run_office() {
    const OfficeRequest request{.rules = *configured_.rules,
                                .settings = configured_.settings,
                                .fix = job_.fix,
                                .comment = job_.comment,
                                .baseline = known_before()};
    Result<OfficeResult> checked = check_office_file(request, input_.name, input_.bytes);
    if (!checked) return failed(checked.error());
    if (!checked->is_document) {
      return target_.named ? failed({input_.name, "a binary file, not text"}) : std::move(outcome_);
    }
    fixed_changes_ = ChangedFile{.is_whole = true, .lines = {}, .bytes = {}};
    if (job_.diff) {
      Result<std::string> diff = unified_diff(input_.name, checked->before, checked->document.text);
      if (!diff) return failed(diff.error());
      outcome_.text = *std::move(diff);
    } else if (checked->changed) {
      const Result<void> done = write_bytes(*checked->changed);
      if (!done) return failed(done.error());
      outcome_.tally.totals.fixed_files = checked->applied > 0 ? 1 : 0;
      outcome_.tally.totals.applied = checked->applied;
    } else if (is_filter()) {
      outcome_.text = std::move(input_.bytes);
    }
    render(checked->document, is_filter() || job_.diff);
    return std::move(outcome_);
  }

  // True when the fixed text went where it belongs; `document` then holds it, unless it went into a
  // diff only.
  bool fix(Document& document, const Encoding& encoding) {
    CountedFix counted = fix_counted(*configured_.rules, document, configured_.settings.options,
                                     *job_.fix, changed_file(job_, target_), known_before());
    FixedText& fixed = counted.fixed;
    if (fixed.applied == 0 || fixed.text == document.text) return false;
    const Result<void> done =
        job_.diff ? print_diff(document, encoding, fixed.text) : write(encoding, fixed.text);
    if (!done) {
      outcome_.error = done.error();
      return false;
    }
    if (job_.diff) return true;
    fixed_changes_ = std::move(counted.changed);
    outcome_.tally.totals.fixed_files = 1;
    outcome_.tally.totals.applied = fixed.applied;
    document = with_text(document, std::move(fixed.text));
    return true;
  }

  Result<void> print_diff(const Document& document, const Encoding& encoding,
                          const std::string& fixed) {
    Result<std::string> diff = diff_of(document, encoding, fixed);
    if (!diff) return tl::unexpected(diff.error());
    outcome_.text = *std::move(diff);
    return {};
  }

  Result<void> write(const Encoding& encoding, const std::string& fixed) {
    std::optional<std::string> bytes = encode(fixed, encoding);
    if (!bytes) {
      return tl::unexpected(Error{
          input_.name, "not rewritten: the new words cannot be written in " + encoding.charset});
    }
    return write_bytes(*std::move(bytes));
  }

  Result<void> write_bytes(std::string bytes) {
    if (input_.stamp) return replace_file(target_.path, *input_.stamp, bytes);
    outcome_.text = std::move(bytes);
    return {};
  }

  [[nodiscard]] const Baseline* known_before() const {
    return target_.path == kStandardInput ? nullptr : job_.baseline;
  }

  // `silently`: standard output holds something else.
  void render(const Document& document, bool silently) {
    DocumentReport report(job_, document, *configured_.rules, silently, give_);
    try {
      lint_into(report, document);
    } catch (const std::bad_alloc&) {
      if (!report.began()) throw;
      // What went out is to be whole, though it is not all.
      static_cast<void>(report.add(LintResult(), {}, true));
      outcome_.error = no_memory(target_);
    }
    report.finish(outcome_);
  }

  void lint_into(DocumentReport& report, const Document& document) {
    const LintOptions& options = configured_.settings.options;
    const ChangedFile* changed = fixed_changes_ ? &*fixed_changes_ : changed_file(job_, target_);
    const bool all_count = changed == nullptr && known_before() == nullptr && !job_.write_baseline;
    if (all_count && report.may_come_in_parts()) {
      lint_in_parts(
          *configured_.rules, document, options,
          [&](const LintResult& part, bool is_last) { return report.add(part, {}, is_last); });
      return;
    }
    LintResult result = lint(*configured_.rules, document, options);
    Sifted sifted = sift(document, result, changed, known_before(), job_.write_baseline);
    outcome_.compared = std::move(sifted.compared);
    result.findings = std::move(sifted.findings);
    report.add_all(result, sifted.known);
  }

  const LintJob& job_;
  const Target& target_;
  FileSettings configured_;
  Input input_;
  std::optional<ChangedFile> fixed_changes_;  // when the fixed text took the document's place
  const GiveOutcome& give_;
  LintOutcome outcome_;
};

}  // namespace

LintOutcome lint_target(const LintJob& job, const Target& target, const GiveOutcome& give) {
  try {
    return OneFile(job, target, give).run();
  } catch (const std::bad_alloc&) {  // what this file had taken is free again: others may fit
    LintOutcome outcome;
    outcome.error = no_memory(target);
    return outcome;
  }
}

}  // namespace personfirst
