// Completion where names matter: keys, rules, packs and wordings in a project's configuration, and
// rules in the comments that suppress them. What fits what is typed is the client's to say.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "lsp/config_place.h"
#include "lsp/config_words.h"
#include "lsp/convert.h"
#include "lsp/features.h"
#include "lsp/markdown.h"

namespace personfirst::lsp {
namespace {

// CompletionItemKind
int kind_number(ConfigWord::Kind kind) {
  switch (kind) {
    case ConfigWord::Kind::Key:
      return 10;  // Property
    case ConfigWord::Kind::Rule:
      return 18;  // Reference
    case ConfigWord::Kind::Word:
      return 12;  // Value
    case ConfigWord::Kind::Literal:
      return 14;  // Keyword
  }
  return 1;
}

struct Insertion {
  std::string text;
  std::string filter;  // what the client compares with the replaced text
};

Json to_documentation(const ClientCapabilities& client, const std::string& text) {
  if (!client.markdown_completion) return {{"kind", "plaintext"}, {"value", text}};
  Page page(true);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    page.paragraph(std::string_view(text).substr(begin, end - begin));
    begin = end + 2;
  }
  return {{"kind", "markdown"}, {"value", page.take()}};
}

Json to_item(const ClientCapabilities& client, const ConfigWord& word, const Json& range,
             Insertion insertion) {
  Json item = {{"label", word.text},
               {"kind", kind_number(word.kind)},
               {"filterText", std::move(insertion.filter)},
               {"textEdit", {{"range", range}, {"newText", std::move(insertion.text)}}}};
  if (!word.detail.empty()) item["detail"] = word.detail;
  if (!word.documentation.empty())
    item["documentation"] = to_documentation(client, word.documentation);
  return item;
}

Json to_list(Json items) {
  if (items.empty()) return nullptr;
  return {{"isIncomplete", false}, {"items", std::move(items)}};
}

bool is_config(const Snapshot& snapshot) {
  const std::string& name = snapshot.path.empty() ? snapshot.uri : snapshot.path;
  return name.ends_with(kConfigFileName);
}

Json complete_config(const Knowledge& knowledge, const ClientCapabilities& client,
                     const Document& document, std::uint32_t cursor) {
  const ConfigPlace place = find_config_place(document.text, cursor);
  const Json range = to_range(document, client.unit, place.word);
  Json items = Json::array();
  for (const ConfigWord& word : config_words(knowledge, place)) {
    const bool literal = word.kind == ConfigWord::Kind::Literal;
    if (literal && place.in_quotes) continue;
    const std::string quoted = dump(word.text);
    std::string text = literal ? word.text : quoted;
    if (place.is_key && !place.colon_follows) text += ": ";
    items.push_back(
        to_item(client, word, range, {std::move(text), place.in_quotes ? quoted : word.text}));
  }
  return to_list(std::move(items));
}

bool is_directive_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '/' || c == '*';
}

// The word at the cursor, when it is one of those that a directive names. A directive is being
// written here, so the comment round it need not be whole yet; only its line is looked at.
std::optional<Span> word_of_directive(std::string_view text, std::uint32_t cursor,
                                      std::uint32_t line_begin) {
  const std::string_view before = text.substr(line_begin, cursor - line_begin);
  std::size_t at = std::string_view::npos;
  for (const std::string_view directive : {"personfirst-disable", "personfirst-enable"}) {
    const std::size_t found = before.rfind(directive);
    if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) at = found;
  }
  if (at == std::string_view::npos) return std::nullopt;
  while (at < before.size() && is_directive_byte(before[at])) ++at;
  const std::string_view what = before.substr(at);
  // In the directive's own name, in quoted text, in the reason, or behind the comment.
  if (what.empty() || what.find('"') != std::string_view::npos ||
      what.find("--") != std::string_view::npos)
    return std::nullopt;
  Span word{cursor, cursor};
  while (word.begin > line_begin + at && is_directive_byte(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && is_directive_byte(text[word.end]) &&
         text.substr(word.end, 2) != "--")
    ++word.end;
  return word;
}

Json complete_directive(const Knowledge& knowledge, const ClientCapabilities& client,
                        const Document& document, std::uint32_t cursor) {
  if (document.format == Format::PlainText) return nullptr;  // has no comments
  const std::uint32_t line =
      document.lines().to_line_column(document.text, cursor, ColumnUnit::Utf8).line;
  const auto word = word_of_directive(document.text, cursor, document.lines().line_begin(line));
  if (!word) return nullptr;
  const Json range = to_range(document, client.unit, *word);
  Json items = Json::array();
  for (const ConfigWord& rule : rule_words(knowledge))
    items.push_back(to_item(client, rule, range, {rule.text, rule.text}));
  return to_list(std::move(items));
}

}  // namespace

Json completion(const Knowledge& knowledge, const ClientCapabilities& client,
                const Snapshot& snapshot, const Json& params) {
  const Json* position = find(params, "position");
  if (position == nullptr) return nullptr;
  const auto cursor = to_offset(*snapshot.document, client.unit, *position);
  if (!cursor) return nullptr;
  return is_config(snapshot) ? complete_config(knowledge, client, *snapshot.document, *cursor)
                             : complete_directive(knowledge, client, *snapshot.document, *cursor);
}

}  // namespace personfirst::lsp
