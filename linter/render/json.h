// Findings for programs: personfirst's own JSON, version 1, described by json.schema.json.
//
// The pieces of one run are put together by the caller, so that a run over many files needs no more
// memory than one.
#pragma once

#include <memory>
#include <string>

#include "linter/render/renderer.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_json_renderer(std::string tool_version);

// The arrays alone, as `personfirst batch` prints them. One line; ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string findings_to_json(const Document& document,
                                           std::span<const Finding> findings);
[[nodiscard]] std::string problems_to_json(const Document& document,
                                           std::span<const Problem> problems);

}  // namespace personfirst
