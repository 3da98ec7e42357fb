#include "linter/office/docx_change.h"

#include <algorithm>
#include <utility>

#include "linter/office/docx_comments.h"
#include "linter/office/docx_read.h"
#include "linter/office/docx_runs.h"
#include "linter/office/xml_part.h"

namespace personfirst {
namespace {

NotChanged check_edits(const DocxRuns& runs, const OfficeChange& change) {
  for (const Edit& edit : change.edits) {
    const NotChanged why = runs.check_change(edit.span);
    if (why != NotChanged::Done) return why;
  }
  return NotChanged::Done;
}

// All that the change touches, so that a comment holds both the old words and the new ones.
Span commented_span(const OfficeChange& change, bool with_edits) {
  Span span = change.commented;
  if (!with_edits) return span;
  for (const Edit& edit : change.edits) {
    span.begin = std::min(span.begin, edit.span.begin);
    span.end = std::max(span.end, edit.span.end);
  }
  return span;
}

class DocxChanger {
 public:
  DocxChanger(DocxModel& model, const std::vector<OfficeChange>& changes,
              const OfficeAuthor& author)
      : changes_(changes), runs_(model, author) {}

  void run() {
    decide();
    // Cuts first, while every place is still where the text says.
    for (std::size_t i = 0; i < changes_.size(); ++i) cut(i);
    for (std::size_t i = 0; i < changes_.size(); ++i) comment(i);
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      if (edits[i] != NotChanged::Done) continue;
      for (const Edit& edit : changes_[i].edits) runs_.replace(edit);
    }
  }

  [[nodiscard]] bool is_changed(std::size_t part) const { return runs_.is_changed(part); }

  std::vector<NotChanged> edits, comments;
  std::vector<DocxComment> new_comments;

 private:
  void decide() {
    for (const OfficeChange& change : changes_) {
      edits.push_back(check_edits(runs_, change));
      const bool with_edits = edits.back() == NotChanged::Done;
      comments.push_back(change.comment.empty()
                             ? NotChanged::Done
                             : runs_.check_comment(commented_span(change, with_edits)));
    }
  }

  [[nodiscard]] bool is_commented(std::size_t i) const {
    return !changes_[i].comment.empty() && comments[i] == NotChanged::Done;
  }

  void cut(std::size_t i) {
    if (edits[i] == NotChanged::Done) {
      for (const Edit& edit : changes_[i].edits) {
        runs_.cut(edit.span.begin);
        runs_.cut(edit.span.end);
      }
    }
    if (!is_commented(i)) return;
    const Span span = commented_span(changes_[i], edits[i] == NotChanged::Done);
    runs_.cut(span.begin);
    runs_.cut(span.end);
  }

  void comment(std::size_t i) {
    if (!is_commented(i)) return;
    const std::uint32_t id = runs_.new_id();
    runs_.add_comment(commented_span(changes_[i], edits[i] == NotChanged::Done), id);
    new_comments.push_back({id, changes_[i].comment});
  }

  const std::vector<OfficeChange>& changes_;
  DocxRuns runs_;
};

}  // namespace

Result<ChangedOffice> change_docx(ZipPackage& package, const std::string& main_part,
                                  const std::vector<OfficeChange>& changes,
                                  const OfficeAuthor& author) {
  Result<DocxModel> model = read_docx(package, main_part, author.name);
  if (!model) return tl::unexpected(model.error());
  DocxChanger changer(*model, changes, author);
  changer.run();
  std::vector<PackagePart> written;
  for (std::size_t i = 0; i < model->parts.size(); ++i) {
    if (changer.is_changed(i))
      written.push_back({model->parts[i]->name, to_bytes(*model->parts[i])});
  }
  if (!changer.new_comments.empty()) {
    const Result<void> done = add_comments(package, *model, changer.new_comments, author, written);
    if (!done) return tl::unexpected(done.error());
  }
  Result<std::string> bytes = package.with(written);
  if (!bytes) return tl::unexpected(bytes.error());
  return ChangedOffice{*std::move(bytes), std::move(changer.edits), std::move(changer.comments)};
}

}  // namespace personfirst
