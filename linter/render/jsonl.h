// JSON, one object a line, for programs that read as it comes: a "run", then for each document its
// "finding" and "problem" lines, then a "summary". Described by jsonl.schema.json.
#pragma once

#include <memory>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_jsonl_renderer(
    const RenderSettings& settings);  // must outlive the renderer

}  // namespace personfirst
