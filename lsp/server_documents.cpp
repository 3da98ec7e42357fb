// Documents and notebooks: opening, changing, saving, closing.
#include <utility>

#include "lsp/server_impl.h"
#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::optional<std::int32_t> version_of(const Json& object) {
  const auto version = int_at(object, "version");
  if (!version || *version < INT32_MIN || *version > INT32_MAX) return std::nullopt;
  return static_cast<std::int32_t>(*version);
}

const Json& member(const Json& object, std::string_view key) {
  static const Json null;
  const Json* found = find(object, key);
  return found == nullptr ? null : *found;
}

// Of a list that may be missing or none.
const Json& items(const Json& object, std::string_view key) {
  static const Json none = Json::array();
  const Json& list = member(object, key);
  return list.is_array() ? list : none;
}

// A cell's format is not its notebook's.
Format format_of(const OpenDocument& document) {
  if (!document.notebook.empty()) return format_of_language(document.language_id, "");
  return document.settings.settings->format.value_or(
      format_of_language(document.language_id, document.path));
}

// Editors open it for completion; nobody writes prose in it. Other JSON has none unless a
// configuration says which of its values are.
bool is_data(const OpenDocument& document) { return name_of(document.path) == kConfigFileName; }

}  // namespace

void Server::Impl::did_open(const Json& params) {
  if (const OpenDocumentPtr document = open(member(params, "textDocument"), nullptr))
    linting_.text_changed(document);
}

OpenDocumentPtr Server::Impl::open(const Json& item, const Notebook* notebook) {
  const auto uri = string_at(item, "uri");
  const auto text = string_at(item, "text");
  if (!uri || !text) {
    log("a document without URI or text was not opened");
    return nullptr;
  }
  if (const OpenDocumentPtr before = documents_.find(*uri)) {
    log("a document was opened twice: the newer text counts");
    linting_.close(*before);
  }
  auto document = std::make_shared<OpenDocument>();
  document->uri = *uri;
  document->path = path_of_uri(notebook == nullptr ? *uri : std::string_view(notebook->uri));
  document->language_id = string_at(item, "languageId").value_or("");
  document->version = version_of(item);
  if (notebook != nullptr) {
    const NotebookCell* cell = find_cell(*notebook, *uri);
    document->notebook = notebook->uri;
    document->is_prose = cell == nullptr ? document->language_id == "markdown" : cell->is_prose;
  } else {
    document->is_prose = !is_data(*document);
  }
  document->settings = workspace_.settings_of(document->path);
  document->text = make_text(document->uri, format_of(*document), std::string(*text),
                             document->settings.settings->language);
  apply_settings(*document);
  documents_.add(document);
  clear_scanned(document->uri);
  return document;
}

void Server::Impl::apply_settings(OpenDocument& document) {
  document.settings = workspace_.settings_of(document.path);
  const Format format = format_of(document);
  const std::string& language = document.settings.settings->language;
  const std::vector<std::string>& values = document.settings.settings->values;
  if (document.text->format == format && document.text->language == language &&
      document.text->values == values)
    return;
  document.text = with_settings(*document.text, format, language, values);
}

void Server::Impl::did_change(const Json& params) {
  change(member(params, "textDocument"), member(params, "contentChanges"));
}

bool Server::Impl::change(const Json& identifier, const Json& changes) {
  const OpenDocumentPtr document = documents_.find(string_at(identifier, "uri").value_or(""));
  if (!document) {
    log("a change of a document that is not open was ignored");
    return false;
  }
  auto text = apply_changes(*document->text, client_.unit, changes);
  if (!text) {
    log("a malformed change of a document was ignored");
    return false;
  }
  document->text = std::move(text);
  if (const auto version = version_of(identifier)) document->version = version;
  linting_.text_changed(document);
  return true;
}

void Server::Impl::did_save(const Json& params) {
  const Json& identifier = member(params, "textDocument");
  const std::string path = path_of_uri(string_at(identifier, "uri").value_or(""));
  if (path.empty() || !workspace_.concerns(path)) return;
  workspace_.reload();
  settings_changed();
}

void Server::Impl::did_close(const Json& params) {
  const auto uri = string_at(member(params, "textDocument"), "uri");
  if (!uri || !documents_.find(*uri)) return log("a document that is not open was not closed");
  close(std::string(*uri));
}

void Server::Impl::close(const std::string& uri) {
  const OpenDocumentPtr document = documents_.find(uri);
  if (!document) return;
  documents_.remove(uri);
  linting_.close(*document);
  if (!client_.pull_diagnostics) publish(uri, std::nullopt, "[]");
}

// ---- notebooks ----

void Server::Impl::notebook_did_open(const Json& params) {
  const Json& item = member(params, "notebookDocument");
  const auto uri = string_at(item, "uri");
  auto cells = read_cells(member(item, "cells"));
  if (!uri || !cells) return log("a notebook without URI or cells was not opened");
  Notebook notebook{std::string(*uri), std::move(*cells)};
  notebooks_.add(notebook);
  for (const Json& text : items(params, "cellTextDocuments")) {
    if (const OpenDocumentPtr document = open(text, &notebook)) linting_.text_changed(document);
  }
}

void Server::Impl::notebook_did_change(const Json& params) {
  const auto uri = string_at(member(params, "notebookDocument"), "uri");
  Notebook* notebook = uri ? notebooks_.find(*uri) : nullptr;
  if (notebook == nullptr) return log("a change of a notebook that is not open was ignored");
  if (const Json* cells = find(params, {"change", "cells"})) change_cells(*notebook, *cells);
}

void Server::Impl::change_cells(Notebook& notebook, const Json& cells) {
  if (const Json* structure = find(cells, "structure")) {
    if (!splice(notebook, member(*structure, "array")))
      log("a malformed change of a notebook's cells was ignored");
    for (const Json& cell : items(*structure, "didClose")) {
      if (const auto uri = string_at(cell, "uri")) close(std::string(*uri));
    }
    for (const Json& cell : items(*structure, "didOpen")) {
      if (const OpenDocumentPtr document = open(cell, &notebook)) linting_.text_changed(document);
    }
  }
  if (const auto kinds = read_cells(member(cells, "data"))) {
    update_cells(notebook, *kinds);
    refresh_cells(notebook);
  }
  for (const Json& text : items(cells, "textContent"))
    change(member(text, "document"), member(text, "changes"));
}

// A code cell may have become a Markdown cell, or the other way round.
void Server::Impl::refresh_cells(const Notebook& notebook) {
  for (const NotebookCell& cell : notebook.cells) {
    const OpenDocumentPtr document = documents_.find(cell.uri);
    if (!document || document->is_prose == cell.is_prose) continue;
    document->is_prose = cell.is_prose;
    if (cell.is_prose && document->text->format == Format::PlainText) {
      document->language_id = "markdown";
      apply_settings(*document);
    }
    linting_.settings_changed(document);
  }
}

void Server::Impl::notebook_did_save(const Json& /*params*/) {}

void Server::Impl::notebook_did_close(const Json& params) {
  const auto uri = string_at(member(params, "notebookDocument"), "uri");
  const Notebook* notebook = uri ? notebooks_.find(*uri) : nullptr;
  if (notebook == nullptr) return log("a notebook that is not open was not closed");
  for (const NotebookCell& cell : notebook->cells) close(cell.uri);
  for (const Json& text : items(params, "cellTextDocuments")) {
    if (const auto cell = string_at(text, "uri")) close(std::string(*cell));
  }
  notebooks_.remove(std::string(*uri));
}

}  // namespace personfirst::lsp
