// A report for people who do not use a terminal: one page that holds all it needs, without scripts,
// for screens of any size, for paper and for screen readers.
//
// It shows findings in their sentences, what to write instead, why and who says so, and how many
// there are by topic, rule and document. Counts are exact; past kHtmlFindings the findings
// themselves are left out, so that memory stays bounded and the page can be read.
#pragma once

#include <cstddef>
#include <memory>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

inline constexpr std::size_t kHtmlFindings = 2000;

[[nodiscard]] std::unique_ptr<const Renderer> make_html_renderer(
    const RenderSettings& settings);  // must outlive the renderer

}  // namespace personfirst
