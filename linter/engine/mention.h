// Mention, not use: the word is spoken about.
//
// The cues are data (lexicon.json, "mention"); the shapes that they take part in are here: right
// beside the word, before a list of quoted words, over a list or a table column, as a label before
// a colon; and lists of quoted words.
#pragma once

#include <string_view>

#include "linter/engine/conditions.h"

namespace personfirst {

// A heading or lead-in below which words are spoken about.
[[nodiscard]] bool is_cue_line(const CompiledLanguage& language, std::string_view lower);

[[nodiscard]] bool is_mention(const CompiledLanguage& language, const Scene& scene);

}  // namespace personfirst
