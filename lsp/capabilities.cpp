#include "lsp/capabilities.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "linter/linter.h"

namespace personfirst::lsp {
namespace {

bool holds(const Json* list, std::string_view value) {
  if (list == nullptr || !list->is_array()) return false;
  return std::any_of(list->begin(), list->end(), [&](const Json& item) {
    const auto* text = item.get_ptr<const Json::string_t*>();
    return text != nullptr && *text == value;
  });
}

// UTF-8 costs nothing; UTF-16 must always be understood; UTF-32 is for who offers only that.
ColumnUnit choose_unit(const Json* offered) {
  if (holds(offered, "utf-8")) return ColumnUnit::Utf8;
  if (holds(offered, "utf-16")) return ColumnUnit::Utf16;
  return holds(offered, "utf-32") ? ColumnUnit::Utf32 : ColumnUnit::Utf16;
}

std::string_view to_string(ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::Utf8:
      return "utf-8";
    case ColumnUnit::Utf32:
      return "utf-32";
    case ColumnUnit::Utf16:
      break;
  }
  return "utf-16";
}

void read_documents(const Json& all, ClientCapabilities& client) {
  const auto has = [&](std::initializer_list<std::string_view> path) { return bool_at(all, path); };
  const auto list = [&](std::initializer_list<std::string_view> path) { return find(all, path); };
  client.markdown_hover = holds(list({"textDocument", "hover", "contentFormat"}), "markdown");
  client.markdown_completion = holds(
      list({"textDocument", "completion", "completionItem", "documentationFormat"}), "markdown");
  client.code_action_literals =
      list({"textDocument", "codeAction", "codeActionLiteralSupport"}) != nullptr;
  client.code_action_data = has({"textDocument", "codeAction", "dataSupport"});
  client.code_action_resolve_edit =
      holds(list({"textDocument", "codeAction", "resolveSupport", "properties"}), "edit");
  client.is_preferred = has({"textDocument", "codeAction", "isPreferredSupport"});
  client.disabled_actions = has({"textDocument", "codeAction", "disabledSupport"});
  client.diagnostic_related_information =
      has({"textDocument", "publishDiagnostics", "relatedInformation"});
  client.diagnostic_code_description =
      has({"textDocument", "publishDiagnostics", "codeDescriptionSupport"});
  client.diagnostic_data = has({"textDocument", "publishDiagnostics", "dataSupport"});
  client.diagnostic_version = has({"textDocument", "publishDiagnostics", "versionSupport"});
  client.pull_diagnostics = list({"textDocument", "diagnostic"}) != nullptr;
  client.document_link_tooltip = has({"textDocument", "documentLink", "tooltipSupport"});
  client.notebooks = list({"notebookDocument", "synchronization"}) != nullptr;
}

void read_workspace(const Json& all, ClientCapabilities& client) {
  const auto has = [&](std::initializer_list<std::string_view> path) { return bool_at(all, path); };
  client.document_changes = has({"workspace", "workspaceEdit", "documentChanges"});
  client.create_files =
      holds(find(all, {"workspace", "workspaceEdit", "resourceOperations"}), "create");
  client.diagnostic_refresh = has({"workspace", "diagnostics", "refreshSupport"});
  client.work_done_progress = has({"window", "workDoneProgress"});
  client.show_document = has({"window", "showDocument", "support"});
  client.watched_files_registration =
      has({"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  client.configuration = has({"workspace", "configuration"});
  client.configuration_registration =
      has({"workspace", "didChangeConfiguration", "dynamicRegistration"});
  client.workspace_folders = has({"workspace", "workspaceFolders"});
  client.apply_edit = has({"workspace", "applyEdit"});
}

Json code_action_provider(const ClientCapabilities& client) {
  Json kinds = Json::array({"quickfix", "source.fixAll.personfirst"});
  if (!client.code_action_literals) return true;
  return {{"codeActionKinds", std::move(kinds)},
          {"resolveProvider", client.code_action_resolve_edit}};
}

Json server_capabilities(const ClientCapabilities& client) {
  constexpr int kIncremental = 2;
  Json capabilities = {
      {"positionEncoding", to_string(client.unit)},
      {"textDocumentSync",
       {{"openClose", true}, {"change", kIncremental}, {"save", {{"includeText", false}}}}},
      {"codeActionProvider", code_action_provider(client)},
      {"hoverProvider", true},
      {"completionProvider",
       {{"triggerCharacters", Json::array({"\"", "/"})}, {"resolveProvider", false}}},
      {"documentLinkProvider", {{"resolveProvider", false}}},
      {"executeCommandProvider",
       {{"commands", Json::array({command::kLintWorkspace, command::kRestart, command::kShowRule,
                                  command::kReport, command::kApplyFix})},
        {"workDoneProgress", true}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
  };
  if (client.pull_diagnostics) {
    capabilities["diagnosticProvider"] = {{"identifier", kServerName},
                                          {"interFileDependencies", false},
                                          {"workspaceDiagnostics", true},
                                          {"workDoneProgress", true}};
  }
  if (client.notebooks) {
    const Json cell = {{"language", "markdown"}};
    const Json selector = {{"cells", Json::array({cell})}};
    capabilities["notebookDocumentSync"] = {{"notebookSelector", Json::array({selector})}};
  }
  return capabilities;
}

}  // namespace

ClientCapabilities read_capabilities(const Json& params) {
  ClientCapabilities client;
  if (const Json* all = find(params, "capabilities")) {
    client.unit = choose_unit(find(*all, {"general", "positionEncodings"}));
    read_documents(*all, client);
    read_workspace(*all, client);
  }
  if (const Json* options = find(params, "initializationOptions"))
    client.rule_url = string_at(*options, "ruleUrl").value_or("");
  return client;
}

Json initialize_result(const ClientCapabilities& client) {
  return {{"capabilities", server_capabilities(client)},
          {"serverInfo", {{"name", "personfirst-lsp"}, {"version", version()}}}};
}

}  // namespace personfirst::lsp
