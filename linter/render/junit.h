// JUnit's XML, as test reporters read it: a suite a document, a failure for every finding that
// would fail the run, the others as the output of a test that passed. Columns in characters,
// from 1.
#pragma once

#include <memory>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_junit_renderer(
    const RenderSettings& settings);  // must outlive the renderer

}  // namespace personfirst
