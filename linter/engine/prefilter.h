// May this text hold anything that a rule looks for? Most texts do not, and need not be parsed.
//
// Sound: "no" means that lint() finds nothing, whatever the markup. A word that markup, an entity
// or an invisible character may divide or spell differently makes the answer "yes".
#pragma once

#include <string_view>

#include "linter/text/document.h"

namespace personfirst {

struct CompiledLanguage;

// Comments that begin with it speak to the linter (linter/directives.h), so that a text with this
// word in it must be read.
inline constexpr std::string_view kDirectiveWord = "personfirst";

[[nodiscard]] bool may_hold_candidates(const CompiledLanguage& language, std::string_view text,
                                       Format format);

}  // namespace personfirst
