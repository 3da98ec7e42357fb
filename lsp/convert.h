// Between the protocol's positions and ours: the only place of the server that asks LineIndex.
#pragma once

#include <optional>
#include <span>

#include "linter/finding.h"
#include "linter/text/document.h"
#include "lsp/json.h"

namespace personfirst::lsp {

// Nothing when `range` is no Range. A place past the end of a line or of the text counts as that
// end, as the specification says; a reversed range is turned round.
[[nodiscard]] std::optional<Span> to_span(const Document& document, ColumnUnit unit,
                                          const Json& range);
[[nodiscard]] std::optional<std::uint32_t> to_offset(const Document& document, ColumnUnit unit,
                                                     const Json& position);

[[nodiscard]] Json to_range(const Document& document, ColumnUnit unit, Span span);
[[nodiscard]] Json to_position(const Document& document, ColumnUnit unit, std::uint32_t offset);
[[nodiscard]] Json to_text_edits(const Document& document, ColumnUnit unit,
                                 std::span<const Edit> edits);

}  // namespace personfirst::lsp
