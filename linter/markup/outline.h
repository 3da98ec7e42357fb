// The prose and the comments found so far, and what introduces what: headings, lead-ins of lists,
// column headers of tables.
//
// A reader tells it where lists and tables begin and end, and adds prose in any order; the outline
// fills in Prose::heading and Prose::introduced_by. One outline a document; readers hand it on to
// each other (HTML in Markdown). Memory is linear in the text: a context is kept once and cut to
// Prose::kMaxContextBytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/markup/comment.h"
#include "linter/markup/prose.h"

namespace personfirst {

// As much of a text as is kept in Prose::introduced_by and Prose::heading.
[[nodiscard]] std::string_view first_context_bytes(std::string_view text);

// What an outline remembers between two prose, by value: reading can go on from it in another
// outline.
struct OutlineState {
  enum class LineBefore : std::uint8_t { None, Heading, Text };
  struct Table {
    std::vector<std::string> headers;
    std::string introduced_by;
    std::uint32_t column = 0;
    std::uint32_t next_column = 0;
    bool header_cell = false;
    bool first_row = true;
    bool row_open = false;
    friend bool operator==(const Table&, const Table&) = default;
  };

  std::string heading;  // the nearest one above
  LineBefore line_before = LineBefore::None;
  std::string line_before_text;    // for LineBefore::Text
  std::vector<std::string> lists;  // what introduces the open lists, innermost last
  std::vector<Table> tables;
  std::vector<bool> list_is_inner;
  friend bool operator==(const OutlineState&, const OutlineState&) = default;
};

class Outline {
 public:
  Outline() = default;
  explicit Outline(const OutlineState& state);

  // Drops prose without text.
  void add(Prose&& prose);
  // Prose that stands nowhere in particular: no heading, no lead-in.
  void add_apart(Prose&& prose) {
    if (!prose.text.empty()) prose_.push_back(std::move(prose));
  }
  // What another outline has filled in stays.
  void add_as_is(Prose&& prose) { prose_.push_back(std::move(prose)); }

  void open_list();
  // What introduces the innermost open list.
  [[nodiscard]] std::string_view lead_of_list() const {
    return contexts_[lists_.empty() ? 0 : lists_.back()];
  }
  void open_item();
  void close_list();

  void open_table();
  void close_table();
  void open_row();
  void open_cell(bool is_header, std::uint32_t columns_wide = 1);

  void add_comment(const Comment& comment) { comments_.push_back(comment); }
  // Code blocks, and other stretches of Markdown that are not Markdown.
  void add_not_markdown(Span span) { not_markdown_.push_back(span); }

  // In document order. What follows is read in the same surroundings.
  [[nodiscard]] std::vector<Prose> take();

  [[nodiscard]] OutlineState state() const;
  // The nearest one above what follows.
  [[nodiscard]] std::string_view heading() const { return contexts_[heading_]; }
  // The same, when nothing is to follow.
  [[nodiscard]] std::string take_heading() { return std::move(contexts_[heading_]); }
  // Has there been a heading since the outline was made?
  [[nodiscard]] bool has_own_heading() const { return has_own_heading_; }
  void forget_own_heading() { has_own_heading_ = false; }
  [[nodiscard]] std::vector<Comment> take_comments();
  [[nodiscard]] const std::vector<Span>& not_markdown() const { return not_markdown_; }

 private:
  using ContextId = std::uint32_t;  // into contexts_; 0 is the empty one
  struct Table {
    std::vector<ContextId> headers;  // by column
    ContextId introduced_by = 0;     // what introduces a list in a cell without a column header
    std::uint32_t column = 0;        // of the open cell
    std::uint32_t next_column = 0;
    bool header_cell = false;
    bool first_row = true;
    bool row_open = false;
  };

  using LineBefore = OutlineState::LineBefore;

  static std::vector<std::string> first_contexts();
  ContextId remember(std::string_view text);
  [[nodiscard]] ContextId lead_in();
  [[nodiscard]] ContextId header_of_open_cell() const;
  void add_cell(Prose& prose);

  std::vector<Prose> prose_;
  std::vector<Comment> comments_;
  std::vector<Span> not_markdown_;
  std::vector<std::string> contexts_ = first_contexts();
  std::vector<ContextId> lists_;  // innermost last
  std::vector<Table> tables_;
  // Which of the two is inner, when a list stands in a cell or a table in an item.
  std::vector<bool> list_is_inner_;
  ContextId heading_ = 0;
  bool has_own_heading_ = false;
  LineBefore line_before_ =
      LineBefore::None;           // the prose just before, when it can introduce a list
  std::string line_before_text_;  // its last bytes
};

}  // namespace personfirst
