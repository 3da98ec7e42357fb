// Reads a document section by section, so that what an edit has not touched need not be read again.
//
// A section is a run of whole lines that begins where a block of prose can begin. What one section
// hands on to the next is an EntryState: reading goes on from there as if everything before had
// been read. Where the sections begin depends on the text near by, so that they are the same again
// after an edit.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/extract.h"
#include "linter/markup/html_prose.h"
#include "linter/markup/markdown.h"
#include "linter/markup/markdown_links.h"
#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

// What stands before a section, as far as its prose depends on it.
struct EntryState {
  OutlineState outline;
  HtmlState html;              // of HTML
  bool in_plain_list = false;  // of plain text
  bool after_blank = true;     // of plain text: a blank line, or nothing at all
  friend bool operator==(const EntryState&, const EntryState&) = default;
};

struct ReadSection {
  Span span;                 // in the text
  std::uint32_t reach = 0;   // prose and leaving state depend on text before this offset only
  std::uint32_t origin = 0;  // add it to the offsets in `extracted` to get offsets in the text
  Extracted extracted;
  std::shared_ptr<const EntryState> leaving;
  bool has_own_heading = false;  // else leaving->outline.heading is the entry's
  MarkdownLoad load;
  PartLinksPtr links;    // of Markdown
  bool is_clear = true;  // else the document must be read as a whole
};

// Depends on all text that follows.
inline constexpr std::uint32_t kReachesEnd = 0xFFFFFFFF;

class SectionReader {
 public:
  virtual ~SectionReader() = default;
  // Goes on at `begin`, which must be 0 or the beginning of a section of this very text, with what
  // stood before it.
  virtual void start(std::uint32_t begin, std::shared_ptr<const EntryState> entry) = 0;
  // Reads the section that begins there; false at the end of the text. Then goes on behind it.
  bool next(ReadSection& section) { return next_wanted(section, {}); }
  // The same, but other prose is left out.
  virtual bool next_wanted(ReadSection& section, const WantsProse& wants) = 0;
};

// Where sections may end, of all the places where they could.
struct CutWishes {
  // Where sections begin that could be kept; sorted. Those in the unchanged end of an edited text
  // are where reading it again can stop.
  std::span<const std::uint32_t> anchors;
  bool only_anchors = false;  // to read the same sections again
};

// What Markdown says elsewhere. Both may be changed between two sections.
struct LinkSurroundings {
  const LinkTable* table = nullptr;                 // null: none
  const std::set<std::string>* referred = nullptr;  // labels of definitions whose titles show
};

// All views must outlive the reader. `html` is for Format::Html, `links` for Markdown.
[[nodiscard]] std::unique_ptr<SectionReader> make_section_reader(Format format,
                                                                 std::string_view text,
                                                                 const HtmlText& html,
                                                                 CutWishes wishes,
                                                                 const LinkSurroundings& links);

// Are there sections of documents of this format?
[[nodiscard]] constexpr bool can_be_cut(Format format) {
  return format == Format::PlainText || format == Format::Markdown || format == Format::Html;
}

}  // namespace personfirst
