// Office documents: Word, PowerPoint, Excel, OpenDocument and EPUB files -> text, and changes back
// into Word files.
//
// Bytes in, values out: no files, no clock. What is read is bounded, whatever the bytes say of
// themselves. The `where` of all errors is empty: the caller knows the document's name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding.h"
#include "linter/result.h"
#include "linter/text/document.h"

namespace personfirst {

enum class FileKind {
  Other,      // as far as this layer can tell
  Zip,        // perhaps an office document
  OldOffice,  // .doc, .xls, .ppt; and what is encrypted
  Pdf,
};
// By the first bytes; names say nothing.
[[nodiscard]] FileKind kind_of_file(std::string_view bytes);
// Does the name end as those of documents that this layer reads?
[[nodiscard]] bool has_office_ending(std::string_view file_name);

struct OfficeText {
  Document document;  // its text is made for people to read: a paragraph a line, a blank line
                      // between two; places and structure are set
  bool can_be_fixed = false;    // by change_office()
  bool is_document = true;      // false: a zip file of another kind, and nothing was read
  std::vector<Span> commented;  // what our own comments in it speak of, sorted
};

// Of a file that is Zip or OldOffice.
[[nodiscard]] Result<OfficeText> read_office(std::string name, std::string_view bytes,
                                             std::string language);

// One change, made whole or not at all. Spans are in the text that read_office() made of the same
// bytes.
struct OfficeChange {
  std::vector<Edit> edits;           // sorted, disjoint, also from change to change; may be empty
  Span commented;                    // what the comment is about
  std::vector<std::string> comment;  // its paragraphs; empty: none
};

// Who changes, and when: the library has no clock.
struct OfficeAuthor {
  std::string name = "personfirst";
  std::string date;  // "2026-01-02T03:04:05Z"
};

enum class NotChanged : std::uint8_t {
  Done,      // nothing was left out
  Crossing,  // the words stand on both sides of a field, a picture, a note or the like
  NoPlace,   // no change, or no comment, can be put there
};

struct ChangedOffice {
  std::string bytes;
  std::vector<NotChanged> edits, comments;  // one of each change, in order
};

// Tracked changes and comments, for people to accept or not. All parts that are not concerned keep
// their bytes.
[[nodiscard]] Result<ChangedOffice> change_office(std::string_view bytes,
                                                  const std::vector<OfficeChange>& changes,
                                                  const OfficeAuthor& author);

}  // namespace personfirst
