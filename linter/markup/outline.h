// The prose found so far, and what introduces what: headings, lead-ins of lists, column headers of
// tables.
//
// A reader tells it where lists and tables begin and end, and adds prose in any order; the outline
// fills in Prose::heading and Prose::introduced_by. One outline a document; readers hand it on to
// each other (HTML in Markdown). Memory is linear in the text: a context is kept once and cut to
// Prose::kMaxContextBytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/prose.h"

namespace personfirst {

// As much of a text as is kept in Prose::introduced_by and Prose::heading.
[[nodiscard]] std::string_view first_context_bytes(std::string_view text);

class Outline {
 public:
  // Drops prose without text.
  void add(Prose&& prose);

  void open_list();
  void open_item();
  void close_list();

  void open_table();
  void close_table();
  void open_row();
  void open_cell(bool is_header, std::uint32_t columns_wide = 1);

  // In document order.
  [[nodiscard]] std::vector<Prose> take();

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

  static constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);

  ContextId remember(std::string_view text);
  [[nodiscard]] ContextId lead_in();
  [[nodiscard]] ContextId header_of_open_cell() const;
  void add_cell(Prose& prose);

  std::vector<Prose> prose_;
  std::vector<std::string> contexts_{std::string()};
  std::vector<ContextId> lists_;  // innermost last
  std::vector<Table> tables_;
  // Which of the two is inner, when a list stands in a cell or a table in an item.
  std::vector<bool> list_is_inner_;
  ContextId heading_ = 0;
  std::size_t line_before_ = kNoLine;  // the prose just before, when it can introduce a list
};

}  // namespace personfirst
