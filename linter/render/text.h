// Findings for people at a terminal, in the manner of modern compilers.
//
//     docs/intro.md:3:4: warning: what is said about the words. [topic/rule]
//       3 | So these words stand there.
//         |    ^~~~~~~~~~~
//         = help: use “other words”
#pragma once

#include <memory>

#include "linter/render/renderer.h"

namespace personfirst {

struct TextStyle {
  bool color = false;
  bool only_findings = false;  // no problems, no summary
};

[[nodiscard]] std::unique_ptr<const Renderer> make_text_renderer(TextStyle style);

// "3 errors, 2 warnings, 1 hint in 2 files (5 checked)", without a line end.
[[nodiscard]] std::string summary_line(const Totals& totals);

}  // namespace personfirst
