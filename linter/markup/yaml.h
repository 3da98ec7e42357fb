// YAML -> the prose in the values that the configuration chooses (Document::values).
//
// Plain, quoted and block scalars below block mappings and lists, by their indentation. A full
// parser gives values without their places; what this does not know (anchors' copies, collections
// in brackets) costs a finding, never a wrong place. Linear in the text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

void read_yaml(std::string_view text, std::span<const std::string> values, Outline& outline);

}  // namespace personfirst
