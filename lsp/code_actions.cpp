// The menu for a finding: what to write instead, best first; the same for the whole file; how to
// keep it; and why it is one.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/action_scope.h"
#include "lsp/code_action_edits.h"
#include "lsp/convert.h"
#include "lsp/diagnostic.h"
#include "lsp/features.h"
#include "lsp/wording.h"

namespace personfirst::lsp {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll.personfirst";
constexpr std::string_view kApplyFix = "personfirst.applyFix";
constexpr std::string_view kShowRule = "personfirst.showRule";

// What a menu says of a fix that the linter will not make by itself.
std::string_view why_by_hand(Context context) {
  switch (context) {
    case Context::Prose:
      return "The words round this need a rewording by hand";
    case Context::Quotation:
      return "These are somebody’s own words in a quotation";
    case Context::SelfLabel:
      return "People may name themselves as they like";
  }
  return {};
}

// Words that mean the same in a list of allowed phrases as in the document: nothing that may be
// markup.
bool is_plain_phrase(std::string_view text) {
  constexpr std::size_t kMost = 100;
  if (text.empty() || text.size() > kMost) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == ' ' || c == '\n' || c == '\r' || c == '\'' || c == '-';
  });
}

class Menu {
 public:
  Menu(const Knowledge& knowledge, const ClientCapabilities& client, const Snapshot& snapshot)
      : knowledge_(knowledge), client_(client), snapshot_(snapshot) {}

  void add_fixes(const Asked& asked, bool alone) {
    const Finding& finding = *asked.finding.finding;
    const std::string prefix = alone ? "" : "“" + short_text(words_of(asked)) + "”: ";
    bool first = true;
    for (const Fix& fix : finding.fixes) {
      if (fix.edits.empty()) continue;
      Json action = new_action(prefix + (alone ? menu_title(fix) : fix.title), asked);
      // Editors apply a preferred action without asking ("auto fix"). So only what is right
      // whatever the text means may be one, and only as the best alternative.
      if (client_.is_preferred && first && fix.applicability == Applicability::Automatic)
        action["isPreferred"] = true;
      add(std::move(action), document_edit(client_, snapshot_, edits_of(asked.finding, fix)));
      first = false;
    }
    if (first) add_by_hand(asked);
  }

  // Each finding of this rule as by its own first alternative, also one that is only offered:
  // whoever picks this has read what it is about, and picked it for all.
  void add_fix_rule(const Asked& asked) {
    const std::string& rule = asked.finding.finding->rule;
    std::size_t count = 0;
    for (const LintedSection& section : snapshot_.sections) {
      for (const Finding& finding : section.result->findings)
        count += finding.rule == rule && has_edits(finding) ? 1 : 0;
    }
    if (count < 2) return;
    Json action =
        new_action("Fix all " + std::to_string(count) + " “" + rule + "” in this file", asked);
    add_planned(std::move(action), {Plan::Kind::FixRule, rule});
  }

  void add_fix_safe() {
    for (const LintedSection& section : snapshot_.sections) {
      for (const Finding& finding : section.result->findings) {
        const auto first = std::find_if(finding.fixes.begin(), finding.fixes.end(),
                                        [](const Fix& fix) { return !fix.edits.empty(); });
        if (first == finding.fixes.end() || first->applicability != Applicability::Automatic)
          continue;
        Json action = {{"title", "Apply all safe rewordings in this file"}, {"kind", kFixAll}};
        return add_planned(std::move(action), {Plan::Kind::FixSafe, ""});
      }
    }
  }

  void add_ignore(const Asked& asked) {
    if (!is_about_words(asked)) return;
    const std::string words = short_text(words_of(asked));
    if (snapshot_.document->format != Format::PlainText) {
      add_planned(new_action("Ignore “" + words + "” here", asked),
                  {Plan::Kind::Ignore, asked.finding.finding->rule, asked.finding.span()});
    }
    if (is_plain_phrase(words_of(asked)) && can_edit_config(client_, snapshot_)) {
      add_planned(new_action("Allow “" + words + "” in this project", asked),
                  {Plan::Kind::Allow, words});
    }
  }

  void add_switch_off(const Asked& asked) {
    if (!is_known(asked) || !can_edit_config(client_, snapshot_)) return;
    const std::string& rule = asked.finding.finding->rule;
    add_planned(new_action("Switch “" + rule + "” off in this project", asked),
                {Plan::Kind::SwitchOff, rule});
  }

  void add_explain(const Asked& asked) {
    if (!is_known(asked)) return;
    const std::string& rule = asked.finding.finding->rule;
    const std::string title = "Explain “" + rule + "”";
    Json command = {{"title", title}, {"command", kShowRule}, {"arguments", Json::array({rule})}};
    if (!client_.code_action_literals) {
      actions_.push_back(std::move(command));
      return;
    }
    Json action = new_action(title, asked);
    action["command"] = std::move(command);
    actions_.push_back(std::move(action));
  }

  [[nodiscard]] Json take() { return std::move(actions_); }

 private:
  static bool has_edits(const Finding& finding) {
    return std::any_of(finding.fixes.begin(), finding.fixes.end(),
                       [](const Fix& fix) { return !fix.edits.empty(); });
  }

  [[nodiscard]] std::string_view words_of(const Asked& asked) const {
    return slice(snapshot_.document->text, asked.finding.span());
  }
  [[nodiscard]] bool is_known(const Asked& asked) const {
    return find_rule(knowledge_, asked.finding.finding->rule) != nullptr;
  }
  // Not about a suppression, which cannot itself be suppressed.
  [[nodiscard]] bool is_about_words(const Asked& asked) const {
    const RuleInfo* rule = find_rule(knowledge_, asked.finding.finding->rule);
    return rule != nullptr && rule->about_words;
  }

  [[nodiscard]] Json new_action(std::string title, const Asked& asked) const {
    Json diagnostic = asked.diagnostic != nullptr
                          ? *asked.diagnostic
                          : to_diagnostic(knowledge_, client_, *snapshot_.document, asked.finding);
    return {{"title", std::move(title)},
            {"kind", kQuickFix},
            {"diagnostics", Json::array({std::move(diagnostic)})}};
  }

  // Shown so that a reader sees why there is nothing to pick.
  void add_by_hand(const Asked& asked) {
    const Finding& finding = *asked.finding.finding;
    if (!client_.disabled_actions || !client_.code_action_literals || finding.fixes.empty()) return;
    Json action = new_action(menu_title(finding.fixes.front()), asked);
    action["disabled"] = {{"reason", why_by_hand(finding.context)}};
    actions_.push_back(std::move(action));
  }

  void add(Json action, const DocumentEdit& edit) {
    if (client_.code_action_literals) {
      action["edit"] = to_workspace_edit(client_, edit);
      actions_.push_back(std::move(action));
    } else if (client_.apply_edit && !edit.create) {
      const Json version = edit.version ? Json(*edit.version) : Json(nullptr);
      actions_.push_back({{"title", action["title"]},
                          {"command", kApplyFix},
                          {"arguments", Json::array({edit.uri, version, edit.text_edits})}});
    }
  }

  // With its edit on demand, where the client can ask for it.
  void add_planned(Json action, const Plan& plan) {
    if (client_.code_action_literals && client_.code_action_data &&
        client_.code_action_resolve_edit) {
      action["data"] = to_data(client_, snapshot_, plan);
      actions_.push_back(std::move(action));
      return;
    }
    // A comment is tried by reading all of the document again, some times over.
    constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
    if (plan.kind == Plan::Kind::Ignore && snapshot_.document->text.size() > kMostBytes) return;
    if (const auto edit = carry_out(client_, snapshot_, plan)) add(std::move(action), *edit);
  }

  const Knowledge& knowledge_;
  const ClientCapabilities& client_;
  const Snapshot& snapshot_;
  Json actions_ = Json::array();
};

// The first finding of each rule.
std::vector<Asked> one_a_rule(const std::vector<Asked>& asked) {
  std::vector<Asked> first;
  for (const Asked& one : asked) {
    const bool known = std::any_of(first.begin(), first.end(), [&](const Asked& other) {
      return other.finding.finding->rule == one.finding.finding->rule;
    });
    if (!known) first.push_back(one);
  }
  return first;
}

}  // namespace

Json code_actions(const Knowledge& knowledge, const ClientCapabilities& client,
                  const Snapshot& snapshot, const Json& params) {
  Menu menu(knowledge, client, snapshot);
  if (wants_kind(params, kQuickFix)) {
    const std::vector<Asked> asked = asked_findings(snapshot, client.unit, params);
    const std::vector<Asked> rules = one_a_rule(asked);
    for (const Asked& one : asked) menu.add_fixes(one, asked.size() == 1);
    for (const Asked& one : rules) menu.add_fix_rule(one);
    for (const Asked& one : asked) menu.add_ignore(one);
    for (const Asked& one : rules) menu.add_switch_off(one);
    for (const Asked& one : rules) menu.add_explain(one);
  }
  if (wants_kind(params, kFixAll)) menu.add_fix_safe();
  Json actions = menu.take();
  if (actions.size() > 1 && applies_all_actions(snapshot, client.unit, params))
    return Json::array({std::move(actions.front())});
  return actions;
}

std::string document_of_action(const Json& action) {
  const Json* data = find(action, "data");
  if (data == nullptr || !is_plan(*data)) return {};
  return std::string(string_at(*data, "uri").value_or(""));
}

Json resolve_code_action(const Knowledge&, const ClientCapabilities& client,
                         const Snapshot* snapshot, const Json& action) {
  const Json* data = find(action, "data");
  if (data == nullptr || !is_plan(*data) || find(action, "edit") != nullptr) return action;
  Json resolved = action;
  Result<DocumentEdit> edit = tl::make_unexpected(Error{"", "The document is not open any more"});
  if (snapshot != nullptr) {
    const auto plan = plan_of(client, *snapshot, *data);
    if (!plan) return action;
    edit = carry_out(client, *snapshot, *plan);
  }
  if (edit) {
    resolved["edit"] = to_workspace_edit(client, *edit);
  } else if (client.disabled_actions) {
    resolved["disabled"] = {{"reason", edit.error().what}};
  }
  return resolved;
}

}  // namespace personfirst::lsp
