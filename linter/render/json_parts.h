// What the JSON formats share. For .cpp files of this folder alone: it brings nlohmann-json along.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "linter/render/json_writer.h"
#include "linter/render/positions.h"
#include "linter/render/renderer.h"

namespace personfirst {

using Json = nlohmann::ordered_json;

// One line; ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] inline std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Where findings and their edits stand. An edit mostly replaces just what was found, and so do all
// its alternatives: a span that is asked for again is not written again. One for each document and
// thread.
class JsonSpans {
 public:
  explicit JsonSpans(const Document& document) : positions_(document) {}

  // "start" and "end". Good until the next call.
  [[nodiscard]] std::string_view members(Span span);
  [[nodiscard]] Positions& positions() { return positions_; }

 private:
  Positions positions_;
  Span span_;
  std::string text_;  // of span_; empty: of none yet
};

// In the words of json.schema.json.
[[nodiscard]] Json totals_to_json(const Totals& totals);
void add_finding(const Document& document, const Finding& finding, JsonSpans& spans,
                 JsonMembers& members, std::string& out);  // the same output as the members'
[[nodiscard]] Json problem_to_json(const Problem& problem, Positions& positions);

}  // namespace personfirst
