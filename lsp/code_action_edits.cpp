#include "lsp/code_action_edits.h"

#include <array>
#include <utility>

#include "linter/suppress.h"
#include "lsp/convert.h"
#include "lsp/placed.h"
#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

constexpr std::array<std::pair<Plan::Kind, std::string_view>, 5> kPlanNames{
    {{Plan::Kind::FixRule, "fixRule"},
     {Plan::Kind::FixSafe, "fixSafe"},
     {Plan::Kind::Ignore, "ignore"},
     {Plan::Kind::Allow, "allow"},
     {Plan::Kind::SwitchOff, "switchOff"}}};

Result<DocumentEdit> nothing_to_do(std::string why) {
  return tl::make_unexpected(Error{"", std::move(why)});
}

Result<DocumentEdit> fix_many(const ClientCapabilities& client, const Snapshot& snapshot,
                              const Plan& plan) {
  const bool safe_only = plan.kind == Plan::Kind::FixSafe;
  const std::vector<Edit> edits =
      first_fixes(all_findings(snapshot), [&](const Placed& placed, const Fix& fix) {
        return safe_only ? fix.applicability == Applicability::Automatic
                         : placed.finding->rule == plan.what;
      });
  if (edits.empty()) return nothing_to_do("Nothing is left to change here");
  return document_edit(client, snapshot, edits);
}

Result<DocumentEdit> ignore(const ClientCapabilities& client, const Snapshot& snapshot,
                            const Plan& plan) {
  for (const Placed& placed : findings_touching(snapshot, plan.span)) {
    if (placed.finding->rule != plan.what) continue;
    if (const auto edit = suppression_edit(*snapshot.document, finding_of(placed)))
      return document_edit(client, snapshot, {*edit});
    return nothing_to_do("No comment can stand here");
  }
  return nothing_to_do("Nothing is left to ignore here");
}

Result<DocumentEdit> change_config(const ClientCapabilities& client, const Snapshot& snapshot,
                                   const Plan& plan) {
  const Document config =
      make_document(snapshot.config_path, Format::PlainText, snapshot.config_text);
  const Result<std::vector<Edit>> edits = plan.kind == Plan::Kind::Allow
                                              ? add_to_list(config.text, "allow", plan.what)
                                              : set_rule_level(config.text, plan.what, "off");
  if (!edits) return tl::make_unexpected(edits.error());
  if (edits->empty()) return nothing_to_do("The project’s configuration says so already");
  DocumentEdit edit;
  edit.uri = uri_of_path(snapshot.config_path);
  edit.version = snapshot.config_version;
  edit.create = snapshot.config_text.empty();
  edit.text_edits = to_text_edits(config, client.unit, *edits);
  return edit;
}

}  // namespace

DocumentEdit document_edit(const ClientCapabilities& client, const Snapshot& snapshot,
                           const std::vector<Edit>& edits) {
  return {snapshot.uri, snapshot.version, false,
          to_text_edits(*snapshot.document, client.unit, edits)};
}

bool can_edit_config(const ClientCapabilities& client, const Snapshot& snapshot) {
  if (snapshot.config_path.empty()) return false;
  const bool can_create =
      client.code_action_literals && client.document_changes && client.create_files;
  return !snapshot.config_text.empty() || snapshot.config_version || can_create;
}

Result<DocumentEdit> carry_out(const ClientCapabilities& client, const Snapshot& snapshot,
                               const Plan& plan) {
  switch (plan.kind) {
    case Plan::Kind::FixRule:
    case Plan::Kind::FixSafe:
      return fix_many(client, snapshot, plan);
    case Plan::Kind::Ignore:
      return ignore(client, snapshot, plan);
    case Plan::Kind::Allow:
    case Plan::Kind::SwitchOff:
      if (!can_edit_config(client, snapshot))
        return nothing_to_do("The project’s configuration cannot be changed from here");
      return change_config(client, snapshot, plan);
  }
  return nothing_to_do("There is no such action");
}

Json to_workspace_edit(const ClientCapabilities& client, const DocumentEdit& edit) {
  if (!client.document_changes) return {{"changes", {{edit.uri, edit.text_edits}}}};
  Json changes = Json::array();
  if (edit.create && client.create_files && !edit.version) {
    changes.push_back(
        {{"kind", "create"}, {"uri", edit.uri}, {"options", {{"ignoreIfExists", true}}}});
  }
  const Json version = edit.version ? Json(*edit.version) : Json(nullptr);
  changes.push_back(
      {{"textDocument", {{"uri", edit.uri}, {"version", version}}}, {"edits", edit.text_edits}});
  return {{"documentChanges", std::move(changes)}};
}

Json to_data(const ClientCapabilities& client, const Snapshot& snapshot, const Plan& plan) {
  Json data = {{"uri", snapshot.uri}, {"what", plan.what}};
  for (const auto& [kind, name] : kPlanNames) {
    if (kind == plan.kind) data["plan"] = name;
  }
  if (plan.kind == Plan::Kind::Ignore)
    data["range"] = to_range(*snapshot.document, client.unit, plan.span);
  return data;
}

bool is_plan(const Json& data) {
  return string_at(data, "uri") && string_at(data, "what") && string_at(data, "plan");
}

std::optional<Plan> plan_of(const ClientCapabilities& client, const Snapshot& snapshot,
                            const Json& data) {
  if (!is_plan(data)) return std::nullopt;
  Plan plan;
  plan.what = *string_at(data, "what");
  if (const Json* range = find(data, "range"))
    plan.span = to_span(*snapshot.document, client.unit, *range).value_or(Span());
  for (const auto& [kind, name] : kPlanNames) {
    plan.kind = kind;
    if (name == *string_at(data, "plan")) return plan;
  }
  return std::nullopt;
}

}  // namespace personfirst::lsp
