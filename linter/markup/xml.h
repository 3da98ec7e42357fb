// XML -> prose: DITA, DocBook, HL7 CDA, and XML of no vocabulary that is known here.
//
// The tokens of HTML, and elements known by their names: what is a block, what is code, what is not
// prose. An element that is not known is inline where text stands before it in its parent, else a
// block. In a CDA document only the narrative (<text>, <title>) and display names are prose, and
// display names are not edited: they belong to a code. What is in another language, by xml:lang, is
// not read.
//
// There is no tree, for the reasons in html.h: overlapping and unclosed elements cost a prose and
// no more, on any input, in linear time. tree-sitter's XML grammar gives a tree of tokens that this
// would have to walk in the same way, and stops at the first thing that is not well-formed.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_xml(std::string_view text, std::string_view language, Outline& outline,
              std::vector<Problem>& problems);

}  // namespace personfirst
