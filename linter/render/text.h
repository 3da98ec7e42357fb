// Findings for people at a terminal, in the manner of modern compilers.
//
//     docs/intro.md:3:4: warning: what is said about the words. [topic/rule]
//       3 | So these words stand there.
//         |    ^~~~~~~~~~~
//         = help: use “other words”
#pragma once

#include <memory>
#include <string>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

[[nodiscard]] std::unique_ptr<const Renderer> make_text_renderer(
    const RenderSettings& settings, bool color);  // must outlive the renderer

// "3 errors, 2 warnings, 1 hint in 2 files (5 checked)", without a line end.
[[nodiscard]] std::string summary_line(const Totals& totals, std::uint64_t known = 0);

}  // namespace personfirst
