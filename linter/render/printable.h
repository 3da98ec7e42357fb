// Text of a document made safe to show: in a terminal, in XML, on a page.
//
// A document may hold anything. Escape sequences, characters that reverse the writing direction and
// ill-formed bytes become U+FFFD, line ends become a space, a tab becomes four spaces.
#pragma once

#include <string>
#include <string_view>

namespace personfirst {

[[nodiscard]] std::string printable(std::string_view text);

}  // namespace personfirst
