// The writer's own words for themselves: "I'm an addict", "when I got clean".
#pragma once

#include "linter/engine/conditions.h"

namespace personfirst {

// A noun for a person is a self-label beside a cue (lexicon.json, "self_label"). A verb, state or
// phrase belongs to the nearest person before it in the sentence, or, where there is none, to the
// first one after it.
[[nodiscard]] bool is_self_label(const CompiledLanguage& language, const Scene& scene,
                                 PartOfSpeech part_of_speech);

}  // namespace personfirst
