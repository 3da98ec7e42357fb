// One open document at one version, with its findings: what the features (code actions, hover, ...)
// are asked about. Immutable and shared; spans are byte offsets into document->text; positions are
// in the client's unit.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/config/config.h"
#include "linter/edited_document.h"
#include "linter/linter.h"

namespace personfirst::lsp {

struct Snapshot {
  std::string uri;
  std::string path;  // absolute, empty for documents that are no file (untitled:)
  std::int32_t version = 0;
  std::shared_ptr<const Document> document;
  std::vector<LintedSection> sections;  // of exactly this version
  std::shared_ptr<const Settings> settings;
  std::string config_path;  // the nearest .personfirst.json; where one would be made when there is
                            // none; may be empty
  std::string
      config_text;  // its text, an open buffer's before the disk's; empty when there is none
  std::optional<std::int32_t> config_version;  // when it is open in the client
};

// What a client can do, as far as an answer depends on it.
struct ClientCapabilities {
  ColumnUnit unit = ColumnUnit::Utf16;
  bool document_changes = false;  // WorkspaceEdit.documentChanges with versions
  bool create_files = false;      // resourceOperations has "create"
  bool markdown_hover = false;
  bool markdown_completion = false;
  bool code_action_literals = false;      // else commands are answered
  bool code_action_data = false;          // dataSupport
  bool code_action_resolve_edit = false;  // resolveSupport has "edit"
  bool is_preferred = false;
  bool disabled_actions = false;
  bool diagnostic_related_information = false;
  bool diagnostic_code_description = false;
  bool diagnostic_data = false;
  bool diagnostic_version = false;
  bool pull_diagnostics = false;
  bool diagnostic_refresh = false;
  bool work_done_progress = false;
  bool show_document = false;
  bool watched_files_registration = false;
  bool configuration = false;  // workspace/configuration
  bool configuration_registration = false;
  bool workspace_folders = false;
  bool apply_edit = false;
  bool document_link_tooltip = false;
  bool notebooks = false;
  // From initializationOptions.ruleUrl: where {rule} is explained; empty: the rule's first source.
  std::string rule_url;
};

// What does not change between edits. Outlives every snapshot.
struct Knowledge {
  const RuleSet* rules = nullptr;
  std::vector<RuleInfo> rule_infos;  // sorted by id
  std::vector<Source> sources;       // sorted by id
};

}  // namespace personfirst::lsp
