// What a reader sees over a finding: why it is one, what to write instead, who says so, and how to
// keep it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "linter/suppress.h"
#include "lsp/convert.h"
#include "lsp/features.h"
#include "lsp/markdown.h"
#include "lsp/placed.h"
#include "lsp/wording.h"

namespace personfirst::lsp {
namespace {

constexpr std::size_t kMostSources = 5;

void add_sources(const Knowledge& knowledge, const std::vector<std::string>& ids, Page& page) {
  std::size_t shown = 0;
  for (const std::string& id : ids) {
    const Source* source = find_source(knowledge, id);
    if (source == nullptr) continue;
    if (shown == 0) page.label("Sources");
    if (++shown > kMostSources) break;
    page.linked_item(described(*source), source->url);
  }
}

void add_finding(const Knowledge& knowledge, const Finding& finding, Page& page) {
  page.strong(finding.message);
  if (!finding.fixes.empty()) page.label("Instead");
  for (const Fix& fix : finding.fixes) page.item(menu_title(fix));
  if (!finding.note.empty()) page.labelled("Why", finding.note);
  if (finding.context != Context::Prose) page.paragraph(context_note(finding.context));
  add_sources(knowledge, finding.sources, page);
  const RuleInfo* rule = find_rule(knowledge, finding.rule);
  if (rule == nullptr) return;
  page.with_code("Rule ", rule->id,
                 rule->about_words
                     ? ". To keep it here, use the quick fix that ignores it; to allow it "
                       "everywhere, add the words to “allow” in " +
                           std::string(kConfigFileName) + "."
                     : ".");
}

Json answer(const ClientCapabilities& client, const Document& document, std::string text,
            Span span) {
  return {
      {"contents",
       {{"kind", client.markdown_hover ? "markdown" : "plaintext"}, {"value", std::move(text)}}},
      {"range", to_range(document, client.unit, span)}};
}

bool touches(Span span, std::uint32_t offset) { return span.begin <= offset && offset <= span.end; }

// Comments are found by reading the whole document: only when one may be near.
bool may_be_in_directive(std::string_view text, std::uint32_t offset) {
  constexpr std::uint32_t kReach = 4096;
  constexpr std::string_view kDirective = "personfirst-";
  const std::uint32_t begin = offset - std::min(offset, kReach);
  return text.substr(begin, offset - begin).find(kDirective) != std::string_view::npos;
}

}  // namespace

Json hover(const Knowledge& knowledge, const ClientCapabilities& client, const Snapshot& snapshot,
           const Json& params) {
  const Document& document = *snapshot.document;
  const Json* position = find(params, "position");
  if (position == nullptr) return nullptr;
  const auto offset = to_offset(document, client.unit, *position);
  if (!offset) return nullptr;

  const std::vector<Placed> touching = findings_touching(snapshot, {*offset, *offset});
  if (!touching.empty()) {
    const Placed& placed = touching.front();
    Page page(client.markdown_hover);
    add_finding(knowledge, *placed.finding, page);
    return answer(client, document, page.take(), placed.span());
  }
  if (!may_be_in_directive(document.text, *offset)) return nullptr;
  for (const DirectiveWord& word : directive_words(document)) {
    if (!touches(word.span, *offset) || find_rule(knowledge, word.text) == nullptr) continue;
    return answer(client, document, explain(knowledge, word.text, client.markdown_hover),
                  word.span);
  }
  return nullptr;
}

}  // namespace personfirst::lsp
