// Which cells belong to which open notebook, and which of them are prose. The cells' texts are
// documents like others. Server's thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/json.h"

namespace personfirst::lsp {

struct NotebookCell {
  std::string uri;
  bool is_prose = false;  // a Markdown cell, not a code cell
};

struct Notebook {
  std::string uri;
  std::vector<NotebookCell> cells;
};

// NotebookCell[] of the protocol; nothing when it is malformed.
[[nodiscard]] std::optional<std::vector<NotebookCell>> read_cells(const Json& cells);

class Notebooks {
 public:
  void add(Notebook notebook) { by_uri_[notebook.uri] = std::move(notebook); }
  void remove(const std::string& uri) { by_uri_.erase(uri); }
  [[nodiscard]] Notebook* find(std::string_view uri);

 private:
  std::map<std::string, Notebook, std::less<>> by_uri_;
};

// The change of the array of cells. False when it is malformed or does not fit: then nothing
// happened.
[[nodiscard]] bool splice(Notebook& notebook, const Json& array_change);
// New kinds of cells that are there.
void update_cells(Notebook& notebook, const std::vector<NotebookCell>& cells);
[[nodiscard]] const NotebookCell* find_cell(const Notebook& notebook, std::string_view uri);

}  // namespace personfirst::lsp
