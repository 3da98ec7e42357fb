#include "linter/rule_message.h"

namespace personfirst {

std::string message_for(const Rule& rule, std::string_view match) {
  constexpr std::string_view kSlot = "{match}";
  std::string message = rule.message;
  for (std::size_t at = message.find(kSlot); at != std::string::npos;
       at = message.find(kSlot, at + match.size())) {
    message.replace(at, kSlot.size(), match);
  }
  return message;
}

}  // namespace personfirst
