// A report in GitHub-flavoured Markdown, for the summary of a workflow's step or for a comment.
//
// A step's summary holds a megabyte, so the report stops well before and says so.
#pragma once

#include <memory>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_markdown_renderer(
    const RenderSettings& settings);  // must outlive the renderer

}  // namespace personfirst
