#include "lsp/convert.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace personfirst::lsp {
namespace {

// A natural number; those that no document reaches count as the greatest.
std::optional<std::uint32_t> natural_at(const Json& object, std::string_view key) {
  constexpr std::int64_t kGreatest = std::numeric_limits<std::uint32_t>::max();
  const std::optional<std::int64_t> number = int_at(object, key);
  if (!number || *number < 0) return std::nullopt;
  return static_cast<std::uint32_t>(std::min(*number, kGreatest));
}

}  // namespace

std::optional<std::uint32_t> to_offset(const Document& document, ColumnUnit unit,
                                       const Json& position) {
  const auto line = natural_at(position, "line");
  const auto column = natural_at(position, "character");
  if (!line || !column) return std::nullopt;
  return document.lines().to_offset(document.text, {*line, *column}, unit);
}

std::optional<Span> to_span(const Document& document, ColumnUnit unit, const Json& range) {
  const Json* start = find(range, "start");
  const Json* end = find(range, "end");
  if (start == nullptr || end == nullptr) return std::nullopt;
  const auto from = to_offset(document, unit, *start);
  const auto to = to_offset(document, unit, *end);
  if (!from || !to) return std::nullopt;
  return Span{std::min(*from, *to), std::max(*from, *to)};
}

Json to_position(const Document& document, ColumnUnit unit, std::uint32_t offset) {
  const LineColumn at = document.lines().to_line_column(document.text, offset, unit);
  return {{"line", at.line}, {"character", at.column}};
}

Json to_range(const Document& document, ColumnUnit unit, Span span) {
  return {{"start", to_position(document, unit, span.begin)},
          {"end", to_position(document, unit, span.end)}};
}

Json to_text_edits(const Document& document, ColumnUnit unit, std::span<const Edit> edits) {
  Json all = Json::array();
  for (const Edit& edit : edits)
    all.push_back({{"range", to_range(document, unit, edit.span)}, {"newText", edit.text}});
  return all;
}

}  // namespace personfirst::lsp
