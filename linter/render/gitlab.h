// GitLab's Code Quality report: a JSON array. Lines and columns from 1, columns in characters.
// https://docs.gitlab.com/ci/testing/code_quality/
#pragma once

#include <memory>

#include "linter/render/renderer.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_gitlab_renderer();

}  // namespace personfirst
