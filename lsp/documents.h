// The documents that the client has open, as it last told them. Only texts and versions; what is
// found in them is the business of linting.h. Server's thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/json.h"
#include "lsp/linting.h"
#include "lsp/workspace.h"

namespace personfirst::lsp {

struct OpenDocument {
  std::string uri;
  std::string path;         // of the notebook for its cells; empty when it is no file
  std::string language_id;  // the client's name for the format
  std::string notebook;     // the notebook's URI for cells
  bool is_prose = true;     // false: kept, never linted (code cells, JSON)
  std::optional<std::int32_t> version;

  std::shared_ptr<const Document> text;  // never null
  DocumentSettings settings;
  std::uint64_t revision = 0;  // counts changes of text and settings
  LintState lint;
};
using OpenDocumentPtr = std::shared_ptr<OpenDocument>;

class Documents {
 public:
  // Takes the place of one with the same URI.
  void add(OpenDocumentPtr document) { by_uri_[document->uri] = std::move(document); }
  void remove(const std::string& uri) { by_uri_.erase(uri); }
  [[nodiscard]] OpenDocumentPtr find(std::string_view uri) const;
  [[nodiscard]] OpenDocumentPtr find_path(std::string_view path) const;  // no cells
  [[nodiscard]] const std::map<std::string, OpenDocumentPtr, std::less<>>& all() const {
    return by_uri_;
  }

 private:
  std::map<std::string, OpenDocumentPtr, std::less<>> by_uri_;
};

// What a languageId of the protocol is read as; a file's name decides when the id says nothing.
[[nodiscard]] Format format_of_language(std::string_view language_id, std::string_view path);

// A text as the client counts in it: unlike make_document(), a byte order mark stays, because the
// client counts it too.
[[nodiscard]] std::shared_ptr<const Document> make_text(std::string name, Format format,
                                                        std::string text, std::string language);
// The same text with other settings.
[[nodiscard]] std::shared_ptr<const Document> with_settings(const Document& document, Format format,
                                                            const std::string& language,
                                                            const std::vector<std::string>& values);

// After the content changes of didChange, one after the other. Null when one of them is malformed:
// then none counts. Costs one copy of the text and what the changes are long.
[[nodiscard]] std::shared_ptr<const Document> apply_changes(const Document& before, ColumnUnit unit,
                                                            const Json& changes);

}  // namespace personfirst::lsp
