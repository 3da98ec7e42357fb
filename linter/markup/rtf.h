// Rich Text Format -> prose.
//
// Groups, control words and escapes (\'e9, \u8217?); what belongs to destinations that are not text
// (fonts, styles, pictures, field instructions) is passed over. Headers, footers and footnotes are
// prose of their own; headings are known by their outline level. The result of a merge field is a
// placeholder. Linear in the text; groups may be as deep as they like.
#pragma once

#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

void read_rtf(std::string_view text, Outline& outline);

}  // namespace personfirst
