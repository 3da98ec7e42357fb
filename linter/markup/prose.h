// Prose: a paragraph, heading, table cell or caption as a reader sees it.
//
// Markup is gone, soft line breaks are a space, entities are decoded. The pieces are the exact way
// back to the source; a position is never searched for again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

enum class ProseKind {
  Paragraph,
  Heading,
  ListItem,
  TableCell,
  TableHeader,
  Caption,
  AltText,
  Metadata
};

// A run of prose that stands for a run of source.
//  - copied: byte for byte, offsets map one to one.
//  - replaced: as a whole (an entity, a soft break with its `> ` prefix); any part maps to all of
//    it. The source may be empty: a quotation mark that stands for <q>.
struct Piece {
  std::uint32_t prose_begin = 0;
  std::uint32_t prose_length = 0;
  std::uint32_t source_begin = 0;
  std::uint32_t source_length = 0;
  bool replaced = false;  // also where the lengths are equal: a line end that became a space

  [[nodiscard]] constexpr bool is_copied() const {
    return !replaced && prose_length == source_length;
  }
};

// What an edit must not bring in, since it means something else to the document's format.
struct EditLimits {
  std::string_view reserved;  // any of these bytes; of static storage
  bool ascii_only = false;
  bool no_edits = false;  // encoded text, official names
};

struct Prose {
  std::string text;           // UTF-8, may hold ill-formed bytes of the source
  std::vector<Piece> pieces;  // sorted, gapless in the prose
  ProseKind kind = ProseKind::Paragraph;
  bool in_block_quote = false;
  // In prose offsets, each sorted and disjoint:
  std::vector<Span> opaque;      // code, URLs, addresses, paths, identifiers: never judged
  std::vector<Span> struck;      // strike-through, deleted text
  std::vector<Span> emphasized;  // italics, bold (a title, a word as a word)
  // What a reader has just read as the lead-in to this. (A cell below "Avoid" mentions its words.)
  //  - table cell: its column's header; without header cells, the first row's cell
  //  - list item: the line before the list when that ends with `:`, is all bold or is an item of
  //    the outer list; else what introduces the enclosing list or cell; else the nearest heading
  //  - meaning in a definition list: its term
  //  - paragraph: in plain text, the line above that ends with `:`, if no blank line is between;
  //    else the nearest heading above
  // Empty when there is none, and for all other kinds.
  std::string introduced_by;
  std::string heading;  // the nearest heading above; empty for Metadata

  EditLimits limits;

  // Of both: the end of a line before a list, the start of the others. So that a long header over
  // many cells costs linear memory.
  static constexpr std::uint32_t kMaxContextBytes = 120;

  // The source bytes that a run of prose came from; markup between two pieces is inside, markup at
  // the ends is not.
  [[nodiscard]] Span to_source(Span in_prose) const;
  // True when the source run is the prose run, byte for byte: an edit there touches no markup.
  [[nodiscard]] bool is_contiguous(Span in_prose) const;
};

}  // namespace personfirst
