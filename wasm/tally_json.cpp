#include "wasm/tally_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "lsp/json.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

struct Field {
  const char* name;
  std::uint64_t Totals::*value;
};
constexpr std::array<Field, 8> kTotals = {{{"files", &Totals::files},
                                           {"filesWithFindings", &Totals::files_with_findings},
                                           {"errors", &Totals::errors},
                                           {"warnings", &Totals::warnings},
                                           {"hints", &Totals::hints},
                                           {"problems", &Totals::problems},
                                           {"fixedFiles", &Totals::fixed_files},
                                           {"applied", &Totals::applied}}};

Json counts_to_json(const Counts& counts) {
  return {{"errors", counts.errors}, {"warnings", counts.warnings}, {"hints", counts.hints}};
}

std::uint64_t count_at(const Json& json, std::string_view key) {
  const auto value = lsp::int_at(json, key);
  return value && *value > 0 ? static_cast<std::uint64_t>(*value) : 0;
}

Counts read_counts(const Json& json) {
  return {count_at(json, "errors"), count_at(json, "warnings"), count_at(json, "hints")};
}

}  // namespace

Json to_json(const Tally& tally) {
  Json totals = Json::object();
  for (const Field& field : kTotals) totals[field.name] = tally.totals.*field.value;
  Json rules = Json::object();
  for (const auto& [id, counts] : tally.rules) rules[id] = counts_to_json(counts);
  Json documents = Json::array();
  for (const DocumentCounts& document : tally.documents) {
    documents.push_back({{"name", document.name}, {"counts", counts_to_json(document.counts)}});
  }
  return {{"totals", std::move(totals)},
          {"rules", std::move(rules)},
          {"documents", std::move(documents)},
          {"suppressed", tally.suppressed},
          {"known", tally.known}};
}

Json to_json(const Rendered& piece) {
  return {{"text", piece.text}, {"aside", piece.aside}, {"findings", piece.findings}};
}

std::optional<Tally> read_tally(const Json& json) {
  const Json* totals = lsp::find(json, "totals");
  const Json* rules = lsp::find(json, "rules");
  const Json* documents = lsp::find(json, "documents");
  if (totals == nullptr || rules == nullptr || !rules->is_object() || documents == nullptr)
    return std::nullopt;
  Tally tally;
  for (const Field& field : kTotals) tally.totals.*field.value = count_at(*totals, field.name);
  for (const auto& rule : rules->items()) tally.rules[rule.key()] = read_counts(rule.value());
  for (const Json& document : *documents) {
    const auto name = lsp::string_at(document, "name");
    const Json* counts = lsp::find(document, "counts");
    if (!name || counts == nullptr) return std::nullopt;
    tally.documents.push_back({std::string(*name), read_counts(*counts)});
  }
  tally.suppressed = count_at(json, "suppressed");
  tally.known = count_at(json, "known");
  return tally;
}

std::optional<Rendered> read_piece(const Json& json) {
  const auto text = lsp::string_at(json, "text");
  if (!text) return std::nullopt;
  return Rendered{std::string(*text), std::string(lsp::string_at(json, "aside").value_or("")),
                  static_cast<std::size_t>(count_at(json, "findings"))};
}

}  // namespace personfirst::wasm
