// The Reviewdog Diagnostic Format, as one JSON object or one diagnostic a line. Columns are bytes
// of UTF-8, from 1. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
#pragma once

#include <memory>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

// `settings` must outlive the renderer.
[[nodiscard]] std::unique_ptr<const Renderer> make_rdjson_renderer(const RenderSettings& settings);
[[nodiscard]] std::unique_ptr<const Renderer> make_rdjsonl_renderer(const RenderSettings& settings);

}  // namespace personfirst
