// Ill-formed UTF-8, as problems to tell the owner of the text. For those who make documents.
#pragma once

#include <string_view>
#include <vector>

#include "linter/text/document.h"

namespace personfirst {

// One "ill-formed-utf8" problem a run of ill-formed bytes; at most 20, of which the last tells how
// many more there are.
[[nodiscard]] std::vector<Problem> ill_formed_problems(std::string_view text);

}  // namespace personfirst
