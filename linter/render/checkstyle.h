// Checkstyle's XML, which many review tools read. Lines and columns from 1, columns in characters.
#pragma once

#include <memory>

#include "linter/render/renderer.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_checkstyle_renderer();

}  // namespace personfirst
