// Where people find a stretch of a text that has no lines of its own: a paragraph of an office
// document, a slide, a page.
//
// Plain data; const once it is in a Document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

struct Place {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t begin = 0;        // in Document::text; a place reaches to the next one
  std::uint32_t group = 0;        // into Places::groups
  std::uint32_t paragraph = 0;    // in its group, from 1; 0: not counted
  std::uint32_t page = 0;         // from 1; 0: not known
  std::uint32_t heading = kNone;  // into Places::all: the nearest heading above
  std::string inside;             // "text box", "cell B3"; may be empty
};

// What paragraphs are counted in.
struct PlaceGroup {
  std::string file;  // in the package: "word/footnotes.xml"; may be empty
  std::string name;  // as people say it: "footnote 3", "slide 4"; empty: the document itself
};

struct Places {
  std::string format;  // "docx"
  std::vector<PlaceGroup> groups;
  std::vector<Place> all;  // sorted; the first begins at 0
};

// Null when there is none.
[[nodiscard]] const Place* place_at(const Places& places, std::uint32_t offset);

// "paragraph 12 (page 2)", "slide 4, notes, paragraph 1"; in one line.
[[nodiscard]] std::string name_of(const Places& places, const Place& place);

// The text of the heading that the place stands under, from the document's text; empty when there
// is none.
[[nodiscard]] std::string_view heading_of(const Places& places, const Place& place,
                                          std::string_view text);

}  // namespace personfirst
