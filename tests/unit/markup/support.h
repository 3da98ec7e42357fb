// What the tests of this layer share: extraction from a string, prose as a line of text, and what
// must hold of any prose.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/markup/extract.h"
#include "tests/support/marked.h"

namespace personfirst::testing {

[[nodiscard]] inline Extracted extract_from(Format format, std::string text) {
  Document document;
  document.format = format;
  document.text = std::move(text);
  return extract(document);
}

[[nodiscard]] inline std::string_view name_of(ProseKind kind) {
  constexpr std::string_view kNames[] = {"Paragraph",   "Heading", "ListItem", "TableCell",
                                         "TableHeader", "Caption", "AltText",  "Metadata"};
  return kNames[static_cast<std::size_t>(kind)];
}

// "ListItem: text"; "> " in front when it stands in a block quote; opaque text is marked [[so]].
[[nodiscard]] inline std::string line_of(const Prose& prose) {
  std::string line(name_of(prose.kind));
  if (prose.in_block_quote) line.insert(0, "> ");
  return line + ": " + mark(prose.text, prose.opaque);
}

[[nodiscard]] inline std::vector<std::string> lines_of(const Extracted& extracted) {
  std::vector<std::string> lines;
  for (const Prose& prose : extracted.prose) lines.push_back(line_of(prose));
  return lines;
}

inline void expect_spans_inside(const std::vector<Span>& spans, const Prose& prose) {
  std::uint32_t end = 0;
  for (const Span span : spans) {
    EXPECT_GE(span.begin, end) << prose.text;
    EXPECT_GT(span.end, span.begin) << prose.text;
    EXPECT_LE(span.end, prose.text.size()) << prose.text;
    end = span.end;
  }
}

// The promises of prose.h.
inline void expect_sound(const Prose& prose, std::string_view source) {
  EXPECT_FALSE(prose.text.empty());
  std::uint32_t in_prose = 0;
  std::uint32_t in_source = 0;
  for (const Piece& piece : prose.pieces) {
    ASSERT_EQ(piece.prose_begin, in_prose) << "a gap in: " << prose.text;
    ASSERT_GT(piece.prose_length, 0U);
    ASSERT_GE(piece.source_begin, in_source) << "pieces out of order in: " << prose.text;
    ASSERT_LE(std::size_t{piece.source_begin} + piece.source_length, source.size());
    if (piece.is_copied()) {
      ASSERT_EQ(prose.text.substr(piece.prose_begin, piece.prose_length),
                source.substr(piece.source_begin, piece.source_length));
    }
    in_prose += piece.prose_length;
    in_source = piece.source_begin + piece.source_length;
  }
  EXPECT_EQ(in_prose, prose.text.size());
  EXPECT_LE(prose.introduced_by.size(), Prose::kMaxContextBytes);
  EXPECT_LE(prose.heading.size(), Prose::kMaxContextBytes);
  expect_spans_inside(prose.opaque, prose);
  expect_spans_inside(prose.struck, prose);
  expect_spans_inside(prose.emphasized, prose);
}

inline void expect_sound(const Extracted& extracted, std::string_view source) {
  std::uint32_t begin = 0;
  for (const Prose& prose : extracted.prose) {
    expect_sound(prose, source);
    EXPECT_GE(prose.pieces.front().source_begin, begin) << "not in document order: " << prose.text;
    begin = prose.pieces.front().source_begin;
  }
  for (const Problem& problem : extracted.problems) {
    EXPECT_FALSE(problem.code.empty());
    EXPECT_LE(problem.span.end, source.size());
  }
}

}  // namespace personfirst::testing
