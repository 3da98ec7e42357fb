#include "linter/cli/office_file.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include "linter/cli/sift.h"
#include "linter/files/filter_program.h"
#include "linter/office/office.h"
#include "linter/render/phrases.h"

namespace personfirst {
namespace {

constexpr int kMaxRounds = 8;  // as fix_document() has it

// "2026-01-02T03:04:05Z": SOURCE_DATE_EPOCH, where builds have to be repeatable, or now.
std::string date_of_changes() {
  std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
    char* end = nullptr;
    const long long given = std::strtoll(epoch, &end, 10);
    if (*end == '\0' && given >= 0) seconds = static_cast<std::time_t>(given);
  }
  std::tm utc{};
  char text[32] = "";
  if (::gmtime_r(&seconds, &utc) != nullptr)
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

// ---- PDF ----

Result<OfficeResult> read_pdf(const OfficeRequest& request, const std::string& name,
                              std::string_view bytes) {
  Filtered filtered = run_filter({"pdftotext", "-q", "-enc", "UTF-8", "-", "-"}, bytes);
  switch (filtered.end) {
    case FilterEnd::Done:
      break;
    case FilterEnd::Missing:
      return tl::unexpected(Error{
          name, "PDF files are read by pdftotext, which is not here (Debian: poppler-utils)"});
    case FilterEnd::Failed:
      return tl::unexpected(
          Error{name, "pdftotext cannot read it: it may be damaged or encrypted"});
    case FilterEnd::TooMuch:
    case FilterEnd::TooLong:
      return tl::unexpected(Error{name, "not read: too large for pdftotext"});
  }
  auto places = std::make_shared<Places>();
  places->format = "pdf";
  places->groups.emplace_back();
  std::string text;
  std::uint32_t page = 0;
  std::size_t begin = 0;
  while (begin < filtered.output.size()) {
    const std::size_t end = std::min(filtered.output.find('\f', begin), filtered.output.size());
    Place place;
    place.begin = static_cast<std::uint32_t>(text.size());
    place.page = ++page;
    places->all.push_back(std::move(place));
    text += std::string_view(filtered.output).substr(begin, end - begin);
    text += "\n\n";
    begin = end + 1;
  }
  OfficeResult result;
  result.before = text;
  result.document =
      make_document(name, Format::PlainText, std::move(text), request.settings.language);
  result.document.places = std::move(places);
  if (request.fix || request.comment)
    result.document.problems.push_back({"not-fixed", "PDF files are never changed", {}});
  return result;
}

// ---- changes ----

std::vector<std::string> comment_on(const Finding& finding) {
  std::vector<std::string> paragraphs = {sentence(finding.message)};
  if (std::string advice = advice_line(finding); !advice.empty())
    paragraphs.push_back(std::move(advice));
  if (!finding.note.empty()) paragraphs.push_back(finding.note);
  return paragraphs;
}

bool is_commented(const OfficeText& text, Span span) {
  return std::ranges::any_of(text.commented, [&](Span known) { return known.contains(span); });
}

// Without the words that stay at its beginning and end: people are asked about what changes alone.
Edit trimmed(const Edit& edit, std::string_view text) {
  const std::string_view old = slice(text, edit.span);
  const std::size_t most = std::min(old.size(), edit.text.size());
  std::size_t before = 0;
  for (std::size_t i = 0; i < most && old[i] == edit.text[i]; ++i)
    if (old[i] == ' ') before = i + 1;
  std::size_t after = 0;
  for (std::size_t i = 1; i + before <= most; ++i) {
    const char c = old[old.size() - i];
    if (c != edit.text[edit.text.size() - i]) break;
    if (c == ' ') after = i;
  }
  Edit kept;
  kept.span = {edit.span.begin + static_cast<std::uint32_t>(before),
               edit.span.end - static_cast<std::uint32_t>(after)};
  kept.text = edit.text.substr(before, edit.text.size() - before - after);
  return kept;
}

// Rounds of reading, checking and changing, until there is nothing more to change.
class Changer {
 public:
  Changer(const OfficeRequest& request, const std::string& name, std::string_view bytes)
      : request_(request), name_(name), bytes_(bytes) {
    author_.date = date_of_changes();
  }

  Result<OfficeResult> run() {
    if (const Result<void> done = read(); !done) return tl::unexpected(done.error());
    result_.is_document = text_.is_document;
    result_.before = text_.document.text;
    const bool wants = request_.fix.has_value() || request_.comment;
    if (wants && text_.is_document && text_.can_be_fixed) {
      bool more = true;
      for (int round = 0; round < kMaxRounds && more; ++round) {
        const Result<void> done = change(round == 0, more);
        if (!done) return tl::unexpected(done.error());
      }
    } else if (wants && text_.is_document) {
      cannot_change();
    }
    result_.document = std::move(text_.document);
    result_.document.problems.insert(result_.document.problems.end(), notes_.begin(), notes_.end());
    return std::move(result_);
  }

 private:
  Result<void> read() {
    Result<OfficeText> text = read_office(name_, bytes_, request_.settings.language);
    if (!text) return tl::unexpected(Error{name_, text.error().what});
    text_ = *std::move(text);
    return {};
  }

  // `fixes`: of each finding the one to be applied, or null.
  struct Found {
    std::vector<Finding> findings;
    std::vector<const Fix*> fixes;
  };

  [[nodiscard]] Found find() const {
    Found found;
    LintResult result = lint(request_.rules, text_.document, request_.settings.options);
    found.findings =
        std::move(sift(text_.document, result, nullptr, request_.baseline, false).findings);
    if (request_.fix) {
      found.fixes = fixes_to_apply(found.findings, *request_.fix);
    } else {
      found.fixes.resize(found.findings.size());
    }
    return found;
  }

  void note(std::string code, std::string message, Span span = {}) {
    notes_.push_back({std::move(code), std::move(message), span});
  }

  void cannot_change() {
    const Found found = find();
    const auto n = static_cast<std::uint64_t>(
        std::ranges::count_if(found.fixes, [](const Fix* fix) { return fix != nullptr; }));
    const std::string kind = text_.document.places->format;
    if (n > 0) {
      note("not-fixed", "." + kind + " files are not changed by this program: " +
                            counted(n, "rewording is", "rewordings are") + " left to you");
    }
    if (request_.comment && !found.findings.empty())
      note("not-commented", "comments can be written into .docx files alone");
  }

  [[nodiscard]] std::vector<OfficeChange> wanted(const Found& found, bool with_comments) const {
    std::vector<OfficeChange> changes;
    for (std::size_t i = 0; i < found.findings.size(); ++i) {
      const Finding& finding = found.findings[i];
      OfficeChange& change = changes.emplace_back();
      if (found.fixes[i] != nullptr) {
        for (const Edit& edit : found.fixes[i]->edits)
          change.edits.push_back(trimmed(edit, text_.document.text));
      }
      change.commented = finding.span;
      if (with_comments && !is_commented(text_, finding.span)) change.comment = comment_on(finding);
    }
    return changes;
  }

  // `more`: another round may find something.
  Result<void> change(bool first, bool& more) {
    more = false;
    const std::vector<OfficeChange> changes = wanted(find(), request_.comment && first);
    const bool nothing = std::ranges::all_of(changes, [](const OfficeChange& change) {
      return change.edits.empty() && change.comment.empty();
    });
    if (nothing) return {};
    Result<ChangedOffice> changed = change_office(bytes_, changes, author_);
    if (!changed) return tl::unexpected(Error{name_, changed.error().what});
    const std::size_t applied = tell_edits(changes, *changed);
    const std::size_t comments = tell_comments(changes, *changed);
    if (applied + comments == 0) return {};
    more = applied > 0;
    result_.applied += applied;
    result_.changed = std::move(changed->bytes);
    bytes_ = *result_.changed;
    return read();
  }

  // How many were made. When none was, the text stays, and what stands in the way is told in it.
  std::size_t tell_edits(const std::vector<OfficeChange>& changes, const ChangedOffice& changed) {
    std::size_t made = 0;
    for (std::size_t i = 0; i < changes.size(); ++i)
      made += !changes[i].edits.empty() && changed.edits[i] == NotChanged::Done ? 1 : 0;
    for (std::size_t i = 0; made == 0 && i < changes.size(); ++i) {
      if (changes[i].edits.empty()) continue;
      note("not-fixed",
           changed.edits[i] == NotChanged::Crossing
               ? "not reworded: a field, note, picture or the like stands between the words"
               : "not reworded: the words stand where no change can be tracked",
           changes[i].commented);
    }
    return made;
  }

  std::size_t tell_comments(const std::vector<OfficeChange>& changes,
                            const ChangedOffice& changed) {
    std::size_t made = 0, without_place = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (changes[i].comment.empty()) continue;
      ++(changed.comments[i] == NotChanged::Done ? made : without_place);
    }
    if (made > 0) note("comments-added", counted(made, "comment was", "comments were") + " added");
    if (without_place > 0) {
      note("not-commented",
           counted(without_place, "finding has", "findings have") +
               " no comment: notes, headers, text boxes and comments can hold none");
    }
    return made;
  }

  const OfficeRequest& request_;
  const std::string& name_;
  std::string_view bytes_;
  OfficeText text_;
  OfficeAuthor author_;
  OfficeResult result_;
  std::vector<Problem> notes_;
};

}  // namespace

bool is_office_file(const std::string& name, std::string_view bytes) {
  return kind_of_file(bytes) != FileKind::Other || (has_office_ending(name) && !bytes.empty());
}

Result<OfficeResult> check_office_file(const OfficeRequest& request, const std::string& name,
                                       std::string_view bytes) {
  switch (kind_of_file(bytes)) {
    case FileKind::Pdf:
      return read_pdf(request, name, bytes);
    case FileKind::Other:
      return tl::unexpected(
          Error{name, "its name promises an office document, but it is none: please rename it"});
    case FileKind::Zip:
    case FileKind::OldOffice:
      break;
  }
  return Changer(request, name, bytes).run();
}

}  // namespace personfirst
