// GitHub's workflow commands: lines that a workflow's log turns into annotations.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
//
// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a
// word. So no more are printed, and the last notice says how many there are. The whole list fits
// the step's summary: --output markdown="$GITHUB_STEP_SUMMARY".
#pragma once

#include <cstddef>
#include <memory>

#include "linter/render/renderer.h"

namespace personfirst {

inline constexpr std::size_t kGitHubLimit = 10;  // of each level

[[nodiscard]] std::unique_ptr<const Renderer> make_github_renderer();

}  // namespace personfirst
