// What the server answers about one document: pure functions of a snapshot, on any thread.
//
// `params` are the request's, checked only as far as the dispatcher needs; a function that cannot
// use them returns null (the protocol's "nothing here").
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lsp/json.h"
#include "lsp/snapshot.h"

namespace personfirst::lsp {

// The diagnostics of one document as the protocol writes them. Keeps what sections look like, so
// that only changed ones are written anew; one for each open document, one call at a time.
class DiagnosticsWriter {
 public:
  DiagnosticsWriter(const Knowledge& knowledge, ClientCapabilities client);
  ~DiagnosticsWriter();
  DiagnosticsWriter(DiagnosticsWriter&&) noexcept;
  DiagnosticsWriter& operator=(DiagnosticsWriter&&) noexcept;
  // A JSON array. Changes with the text, the findings and their places, and with nothing else.
  [[nodiscard]] std::string write(const Snapshot& snapshot);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// textDocument/codeAction: an array of CodeAction (or Command, for clients without literals).
[[nodiscard]] Json code_actions(const Knowledge&, const ClientCapabilities&, const Snapshot&,
                                const Json& params);
// codeAction/resolve: the action with its edit; the snapshot is of the document that the action's
// data names, null when that is closed.
[[nodiscard]] Json resolve_code_action(const Knowledge&, const ClientCapabilities&, const Snapshot*,
                                       const Json& action);
// The document that an unresolved action belongs to; empty when its data are not ours.
[[nodiscard]] std::string document_of_action(const Json& action);

[[nodiscard]] Json hover(const Knowledge&, const ClientCapabilities&, const Snapshot&,
                         const Json& params);
[[nodiscard]] Json document_links(const Knowledge&, const ClientCapabilities&, const Snapshot&,
                                  const Json& params);
// Also for configuration files (by their path), whose snapshot has no sections.
[[nodiscard]] Json completion(const Knowledge&, const ClientCapabilities&, const Snapshot&,
                              const Json& params);

// Where a rule is explained: ClientCapabilities::rule_url, or the rule's first source.
[[nodiscard]] std::string explanation_url(const Knowledge&, const ClientCapabilities&,
                                          const std::string& rule);
// What "explain" shows: Markdown, or plain text. Empty when there is no such rule.
[[nodiscard]] std::string explain(const Knowledge&, const std::string& rule, bool markdown);
// The report command's answer for findings by document: Markdown.
struct DocumentFindings {
  std::string uri;
  std::vector<Finding> findings;
};
[[nodiscard]] std::string report(const Knowledge&, std::span<const DocumentFindings> documents);

}  // namespace personfirst::lsp
