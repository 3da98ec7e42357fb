// A rule in full: what it says, why, what to write instead, who says so.
#include "lsp/features.h"
#include "lsp/markdown.h"
#include "lsp/wording.h"

namespace personfirst::lsp {
namespace {

void add_instead(const RuleInfo& rule, Page& page) {
  if (rule.suggestions.empty() && rule.advice.empty()) return;
  page.label("Instead");
  for (const std::string& suggestion : rule.suggestions) page.item(suggestion);
  if (!rule.advice.empty()) page.item(rule.advice);
}

// "One [[word]]." -> "One word."
std::string without_marks(std::string text) {
  for (const std::string_view mark : {"[[", "]]"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  }
  return text;
}

void add_examples(const RuleInfo& rule, Page& page) {
  constexpr std::size_t kMost = 5;
  if (rule.flag_examples.empty()) return;
  page.label("For example");
  for (std::size_t i = 0; i < rule.flag_examples.size() && i < kMost; ++i) {
    std::string line = without_marks(rule.flag_examples[i]);
    if (i < rule.fixed_examples.size() && !rule.fixed_examples[i].empty())
      line += " → " + rule.fixed_examples[i];
    page.item(line);
  }
}

}  // namespace

std::string explanation_url(const Knowledge& knowledge, const ClientCapabilities& client,
                            const std::string& rule) {
  const RuleInfo* info = find_rule(knowledge, rule);
  if (info == nullptr) return {};
  if (!client.rule_url.empty()) {
    constexpr std::string_view kRule = "{rule}";
    std::string url = client.rule_url;
    if (const std::size_t at = url.find(kRule); at != std::string::npos)
      url.replace(at, kRule.size(), rule);
    return url;
  }
  for (const std::string& id : info->sources) {
    const Source* source = find_source(knowledge, id);
    if (source != nullptr && !source->url.empty()) return source->url;
  }
  return {};
}

std::string explain(const Knowledge& knowledge, const std::string& rule, bool markdown) {
  const RuleInfo* info = find_rule(knowledge, rule);
  if (info == nullptr) return {};
  Page page(markdown);
  page.heading(info->id);
  page.strong(general_message(*info));
  page.paragraph("Level: " + std::string(to_string(info->severity)) + ". Pack: " + info->pack +
                 (info->on_by_default ? "." : ". Off until a project selects it."));
  if (!info->note.empty()) page.labelled("Why", info->note);
  add_instead(*info, page);
  add_examples(*info, page);
  if (!info->sources.empty()) page.label("Sources");
  for (const std::string& id : info->sources) {
    const Source* source = find_source(knowledge, id);
    if (source == nullptr) continue;
    page.linked_item(described(*source), source->url);
  }
  if (info->about_words) {
    page.with_code("To keep it in one place, put the comment ",
                   "personfirst-disable-next-line " + info->id + " -- your reason",
                   " on the line before.");
  }
  page.with_code("To switch the rule off, write ", "\"rules\": { \"" + info->id + "\": \"off\" }",
                 " into " + std::string(kConfigFileName) + ".");
  return page.take();
}

}  // namespace personfirst::lsp
