// Bytes of Windows-1252, which Latin 1 in mails and RTF means as well -> UTF-8.
#pragma once

#include <string>

namespace personfirst {

[[nodiscard]] std::string utf8_of_western(unsigned char byte);

}  // namespace personfirst
