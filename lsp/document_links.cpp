// From the rule ids in suppression comments to where the rules are explained.
#include <nlohmann/json.hpp>

#include "linter/suppress.h"
#include "lsp/convert.h"
#include "lsp/features.h"
#include "lsp/wording.h"

namespace personfirst::lsp {

Json document_links(const Knowledge& knowledge, const ClientCapabilities& client,
                    const Snapshot& snapshot, const Json&) {
  Json links = Json::array();
  for (const DirectiveWord& word : directive_words(*snapshot.document)) {
    const RuleInfo* rule = find_rule(knowledge, word.text);
    if (rule == nullptr) continue;
    std::string target = explanation_url(knowledge, client, rule->id);
    if (target.empty()) continue;
    Json link = {{"range", to_range(*snapshot.document, client.unit, word.span)},
                 {"target", std::move(target)}};
    if (client.document_link_tooltip) link["tooltip"] = general_message(*rule);
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace personfirst::lsp
