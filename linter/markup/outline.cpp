#include "linter/markup/outline.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kMaxColumns = 256;  // further columns have no header

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string_view last_bytes(std::string_view text) {
  if (text.size() <= Prose::kMaxContextBytes) return text;
  std::size_t begin = text.size() - Prose::kMaxContextBytes;
  while (begin < text.size() && is_continuation(text[begin])) ++begin;
  return text.substr(begin);
}

bool all_emphasized(const Prose& prose) {
  return prose.emphasized.size() == 1 && prose.emphasized[0].begin == 0 &&
         prose.emphasized[0].end + 1 >= prose.text.size();  // "**Avoid**:"
}

bool is_line(ProseKind kind) {
  return kind == ProseKind::Paragraph || kind == ProseKind::Heading ||
         kind == ProseKind::ListItem || kind == ProseKind::TableCell ||
         kind == ProseKind::TableHeader;
}

}  // namespace

std::string_view first_context_bytes(std::string_view text) {
  if (text.size() <= Prose::kMaxContextBytes) return text;
  std::size_t size = Prose::kMaxContextBytes;
  while (size > 0 && is_continuation(text[size])) --size;
  return text.substr(0, size);
}

// With room for those of a region.
std::vector<std::string> Outline::first_contexts() {
  constexpr std::size_t kFew = 6;
  std::vector<std::string> contexts;
  contexts.reserve(kFew);
  contexts.emplace_back();
  return contexts;
}

Outline::Outline(const OutlineState& state)
    : list_is_inner_(state.list_is_inner),
      line_before_(state.line_before),
      line_before_text_(state.line_before_text) {
  constexpr std::size_t kFew = 4;  // in a region
  prose_.reserve(kFew);
  heading_ = remember(state.heading);
  for (const std::string& list : state.lists) lists_.push_back(remember(list));
  for (const OutlineState::Table& table : state.tables) {
    Table& added = tables_.emplace_back();
    for (const std::string& header : table.headers)
      added.headers.push_back(header.empty() ? 0 : remember(header));
    added.introduced_by = remember(table.introduced_by);
    added.column = table.column;
    added.next_column = table.next_column;
    added.header_cell = table.header_cell;
    added.first_row = table.first_row;
    added.row_open = table.row_open;
  }
}

OutlineState Outline::state() const {
  OutlineState state;
  state.heading = contexts_[heading_];
  state.line_before = line_before_;
  if (line_before_ == LineBefore::Text) state.line_before_text = line_before_text_;
  for (const ContextId list : lists_) state.lists.push_back(contexts_[list]);
  for (const Table& table : tables_) {
    OutlineState::Table& added = state.tables.emplace_back();
    for (const ContextId header : table.headers) added.headers.push_back(contexts_[header]);
    added.introduced_by = contexts_[table.introduced_by];
    added.column = table.column;
    added.next_column = table.next_column;
    added.header_cell = table.header_cell;
    added.first_row = table.first_row;
    added.row_open = table.row_open;
  }
  state.list_is_inner = list_is_inner_;
  return state;
}

Outline::ContextId Outline::remember(std::string_view text) {
  contexts_.emplace_back(text);
  return static_cast<ContextId>(contexts_.size() - 1);
}

Outline::ContextId Outline::lead_in() {
  if (line_before_ == LineBefore::Heading) return heading_;
  if (line_before_ == LineBefore::Text) return remember(line_before_text_);
  if (!list_is_inner_.empty()) {
    return list_is_inner_.back() ? lists_.back() : header_of_open_cell();
  }
  return heading_;
}

void Outline::open_list() {
  lists_.push_back(lead_in());
  list_is_inner_.push_back(true);
  line_before_ = LineBefore::None;
}

void Outline::open_item() { line_before_ = LineBefore::None; }

void Outline::close_list() {
  if (lists_.empty()) return;
  lists_.pop_back();
  const auto inner = std::find(list_is_inner_.rbegin(), list_is_inner_.rend(), true);
  list_is_inner_.erase(std::next(inner).base());
  line_before_ = LineBefore::None;
}

void Outline::open_table() {
  tables_.emplace_back();
  tables_.back().introduced_by = lead_in();
  list_is_inner_.push_back(false);
  line_before_ = LineBefore::None;
}

void Outline::close_table() {
  if (tables_.empty()) return;
  tables_.pop_back();
  const auto inner = std::find(list_is_inner_.rbegin(), list_is_inner_.rend(), false);
  list_is_inner_.erase(std::next(inner).base());
  line_before_ = LineBefore::None;
}

void Outline::open_row() {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  table.first_row = !table.row_open;
  table.row_open = true;
  table.next_column = 0;
}

void Outline::open_cell(bool is_header, std::uint32_t columns_wide) {
  line_before_ = LineBefore::None;
  if (tables_.empty()) return;
  Table& table = tables_.back();
  table.column = table.next_column;
  table.next_column =
      std::min(table.column + std::clamp(columns_wide, 1U, kMaxColumns), kMaxColumns);
  table.header_cell = is_header;
}

Outline::ContextId Outline::header_of_open_cell() const {
  if (tables_.empty()) return 0;
  const Table& table = tables_.back();
  const ContextId header = table.column < table.headers.size() ? table.headers[table.column] : 0;
  return header != 0 ? header : table.introduced_by;
}

void Outline::add_cell(Prose& prose) {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  const bool known = table.column < table.headers.size() && table.headers[table.column] != 0;
  if (!table.header_cell && known) prose.introduced_by = contexts_[table.headers[table.column]];
  if (known || table.column >= kMaxColumns || !(table.header_cell || table.first_row)) return;
  if (table.headers.size() <= table.column) table.headers.resize(table.column + 1);
  table.headers[table.column] = remember(first_context_bytes(prose.text));
}

void Outline::add(Prose&& prose) {
  if (prose.text.empty()) return;
  if (prose.kind != ProseKind::Metadata) prose.heading = contexts_[heading_];
  switch (prose.kind) {
    case ProseKind::Heading:
      heading_ = remember(first_context_bytes(prose.text));
      has_own_heading_ = true;
      break;
    case ProseKind::Paragraph:
      if (prose.introduced_by.empty()) prose.introduced_by = contexts_[heading_];
      break;
    case ProseKind::ListItem:
      if (prose.introduced_by.empty()) {
        prose.introduced_by = contexts_[lists_.empty() ? heading_ : lists_.back()];
      }
      break;
    case ProseKind::TableCell:
    case ProseKind::TableHeader:
      add_cell(prose);
      break;
    case ProseKind::Caption:
    case ProseKind::AltText:
    case ProseKind::Metadata:
      break;
  }
  if (is_line(prose.kind)) {
    const bool introduces = prose.kind == ProseKind::Heading || prose.kind == ProseKind::ListItem ||
                            prose.text.ends_with(':') || all_emphasized(prose);
    line_before_ = !introduces                        ? LineBefore::None
                   : prose.kind == ProseKind::Heading ? LineBefore::Heading
                                                      : LineBefore::Text;
    if (line_before_ == LineBefore::Text) line_before_text_.assign(last_bytes(prose.text));
  }
  prose_.push_back(std::move(prose));
}

std::vector<Prose> Outline::take() {
  const auto begin_of = [](const Prose& one) { return one.pieces.front().source_begin; };
  if (std::ranges::is_sorted(prose_, {}, begin_of)) return std::exchange(prose_, {});
  const auto source_begin = [&](std::size_t i) { return begin_of(prose_[i]); };
  std::vector<std::size_t> order(prose_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, source_begin);
  std::vector<Prose> sorted;
  sorted.reserve(prose_.size());
  for (const std::size_t i : order) sorted.push_back(std::move(prose_[i]));
  prose_.clear();
  return sorted;
}

std::vector<Comment> Outline::take_comments() {
  std::ranges::stable_sort(comments_, {}, [](const Comment& one) { return one.span.begin; });
  return std::exchange(comments_, {});
}

}  // namespace personfirst
