// SARIF 2.1.0, for code scanning and for viewers. Lines and columns from 1, columns in UTF-16 code
// units, as the file itself says. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
#pragma once

#include <memory>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_sarif_renderer(
    const RenderSettings& settings);  // must outlive the renderer

}  // namespace personfirst
