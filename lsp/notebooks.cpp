#include "lsp/notebooks.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace personfirst::lsp {
namespace {

constexpr std::int64_t kMarkup = 1;  // NotebookCellKind

}  // namespace

std::optional<std::vector<NotebookCell>> read_cells(const Json& cells) {
  if (!cells.is_array()) return std::nullopt;
  std::vector<NotebookCell> read;
  for (const Json& cell : cells) {
    const auto uri = string_at(cell, "document");
    const auto kind = int_at(cell, "kind");
    if (!uri || !kind) return std::nullopt;
    read.push_back({std::string(*uri), *kind == kMarkup});
  }
  return read;
}

Notebook* Notebooks::find(std::string_view uri) {
  const auto found = by_uri_.find(uri);
  return found == by_uri_.end() ? nullptr : &found->second;
}

bool splice(Notebook& notebook, const Json& array_change) {
  const auto size = static_cast<std::int64_t>(notebook.cells.size());
  const auto start = int_at(array_change, "start");
  const auto deleted = int_at(array_change, "deleteCount");
  if (!start || !deleted || *start < 0 || *start > size || *deleted < 0) return false;
  std::vector<NotebookCell> added;
  if (const Json* cells = find(array_change, "cells"); cells != nullptr && !cells->is_null()) {
    auto read = read_cells(*cells);
    if (!read) return false;
    added = std::move(*read);
  }
  const auto from = notebook.cells.begin() + static_cast<std::ptrdiff_t>(*start);
  const auto to = from + static_cast<std::ptrdiff_t>(std::min(*deleted, size - *start));
  notebook.cells.insert(notebook.cells.erase(from, to), std::make_move_iterator(added.begin()),
                        std::make_move_iterator(added.end()));
  return true;
}

void update_cells(Notebook& notebook, const std::vector<NotebookCell>& cells) {
  for (const NotebookCell& changed : cells) {
    for (NotebookCell& cell : notebook.cells) {
      if (cell.uri == changed.uri) cell.is_prose = changed.is_prose;
    }
  }
}

const NotebookCell* find_cell(const Notebook& notebook, std::string_view uri) {
  const auto found = std::find_if(notebook.cells.begin(), notebook.cells.end(),
                                  [&](const NotebookCell& cell) { return cell.uri == uri; });
  return found == notebook.cells.end() ? nullptr : &*found;
}

}  // namespace personfirst::lsp
