// Findings for programs: personfirst's own JSON, version 1, described by json.schema.json.
#pragma once

#include <memory>
#include <string>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_json_renderer(
    const RenderSettings& settings);  // must outlive the renderer

// The arrays alone, as `personfirst batch` prints them. One line; ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string findings_to_json(const Document& document,
                                           std::span<const Finding> findings);
[[nodiscard]] std::string problems_to_json(const Document& document,
                                           std::span<const Problem> problems);

}  // namespace personfirst
