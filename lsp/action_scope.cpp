#include "lsp/action_scope.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "lsp/convert.h"
#include "lsp/diagnostic.h"

namespace personfirst::lsp {
namespace {

constexpr std::int64_t kAutomaticTrigger = 2;
constexpr std::size_t kMostKnown = 1000;  // of a request's diagnostics; no menu needs so many

struct Known {
  Span span;
  std::string_view rule;
  const Json* diagnostic = nullptr;
};

std::vector<Known> our_diagnostics(const Document& document, ColumnUnit unit, const Json& params) {
  std::vector<Known> known;
  const Json* diagnostics = find(params, {"context", "diagnostics"});
  if (diagnostics == nullptr || !diagnostics->is_array()) return known;
  for (const Json& diagnostic : *diagnostics) {
    const auto rule = string_at(diagnostic, "code");
    const Json* range = find(diagnostic, "range");
    if (!rule || range == nullptr) continue;
    if (string_at(diagnostic, "source").value_or(kDiagnosticSource) != kDiagnosticSource) continue;
    if (known.size() == kMostKnown) break;
    if (const auto span = to_span(document, unit, *range))
      known.push_back({*span, *rule, &diagnostic});
  }
  return known;
}

// A client that counts positions a little differently still means the finding that its diagnostic
// overlaps.
const Json* diagnostic_of(const Placed& placed, const std::vector<Known>& known) {
  const auto found = std::find_if(known.begin(), known.end(), [&placed](const Known& one) {
    return one.rule == placed.finding->rule && one.span.overlaps(placed.span());
  });
  return found == known.end() ? nullptr : found->diagnostic;
}

bool is_or_is_above(std::string_view wanted, std::string_view kind) {
  return wanted.empty() || kind == wanted ||
         (kind.starts_with(wanted) && kind[wanted.size()] == '.');
}

}  // namespace

std::vector<Asked> asked_findings(const Snapshot& snapshot, ColumnUnit unit, const Json& params) {
  std::vector<Asked> asked;
  const Document& document = *snapshot.document;
  const Json* range = find(params, "range");
  const auto span = range == nullptr ? std::nullopt : to_span(document, unit, *range);
  if (!span) return asked;
  const std::vector<Known> known = our_diagnostics(document, unit, params);

  const std::vector<Placed> touching = findings_touching(snapshot, *span);
  const auto add = [&asked](const Placed& placed, const Json* diagnostic) {
    if (asked.size() < kMostAsked) asked.push_back({placed, diagnostic});
  };
  // Those that the client names, when it names any of these.
  for (std::size_t i = 0; i < touching.size() && asked.size() < kMostAsked; ++i) {
    if (const Json* diagnostic = diagnostic_of(touching[i], known)) add(touching[i], diagnostic);
  }
  if (asked.empty()) {
    for (const Placed& placed : touching) add(placed, nullptr);
  }
  // The cursor is at none, but the client named those of the line.
  for (std::size_t i = 0; touching.empty() && i < known.size(); ++i) {
    for (const Placed& placed : findings_touching(snapshot, known[i].span)) {
      if (diagnostic_of(placed, {known[i]}) != nullptr) add(placed, known[i].diagnostic);
    }
  }
  return asked;
}

bool applies_all_actions(const Snapshot& snapshot, ColumnUnit unit, const Json& params) {
  const Document& document = *snapshot.document;
  const Json* range = find(params, "range");
  const auto span = range == nullptr ? std::nullopt : to_span(document, unit, *range);
  const Json* context = find(params, "context");
  return span && span->begin == 0 && span->end == document.text.size() && context != nullptr &&
         find(*context, "triggerKind") == nullptr && find(*context, "only") == nullptr &&
         our_diagnostics(document, unit, params).size() == 1;
}

bool wants_kind(const Json& params, std::string_view kind) {
  const Json* only = find(params, {"context", "only"});
  if (only == nullptr || !only->is_array()) {
    const Json* context = find(params, "context");
    const bool by_itself =
        context != nullptr && int_at(*context, "triggerKind") == kAutomaticTrigger;
    return !by_itself || !is_or_is_above("source", kind);
  }
  return std::any_of(only->begin(), only->end(), [&](const Json& wanted) {
    const auto* name = wanted.get_ptr<const Json::string_t*>();
    return name != nullptr && is_or_is_above(*name, kind);
  });
}

}  // namespace personfirst::lsp
