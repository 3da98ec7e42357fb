// Mention, not use: the word is spoken about.
//
// The cues are data (lexicon.json, "mention"); the shapes that they take part in are here: right
// beside the word, before a list of quoted words, over a list or a table column, as a label before
// a colon; and lists of quoted words.
#pragma once

#include "linter/engine/conditions.h"

namespace personfirst {

[[nodiscard]] bool is_mention(const CompiledLanguage& language, const Scene& scene);

}  // namespace personfirst
