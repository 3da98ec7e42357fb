// JSON -> the prose in its strings.
//
// Read are the values that the configuration chooses (Document::values) and, in FHIR resources, the
// narrative (XHTML), texts, titles, descriptions and display names. A display name that stands
// beside a code is official and not edited. Any other JSON is data and not read.
//
// A scanner of our own, since none hands out what matters here: nlohmann-json's parsers, the event
// one too, give values without their places. Comments are allowed. Broken JSON is read as far as it
// goes. Linear in the text; what is nested deeper than kDeepest is passed over.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/markup/layer.h"
#include "linter/markup/outline.h"

namespace personfirst {

void read_json(std::string_view text, std::span<const std::string> values, Outline& outline);

// The text of a value, as a reader of it sees it: HTML where it has tags, else paragraphs.
void read_value(const Layer& value, EditLimits limits, Outline& outline);

// Appends what `\uD83D\uDE00`, `\n` and the like stand for; JSON's and YAML's. Behind the escape.
[[nodiscard]] std::uint32_t read_escape(std::string_view text, std::uint32_t at, std::uint32_t end,
                                        Layer& layer);

}  // namespace personfirst
