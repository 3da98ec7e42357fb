// Subtitles (SubRip, WebVTT) -> prose.
//
// The lines of a cue are one paragraph; a sentence that goes on in the next cue goes on in the
// prose. Between two cues there is a gap of markup, so that no edit ever spans one. A line that
// begins with a dash is another speaker's. Linear in the text.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_subtitles(std::string_view text, Format format, Outline& outline);

}  // namespace personfirst
