#include "linter/rule_message.h"

namespace personfirst {

std::string message_for(const Rule& rule, std::string_view match) {
  constexpr std::string_view kSlot = "{match}";
  const std::string_view text = rule.message;
  std::string message;
  message.reserve(text.size() + match.size());
  std::size_t copied = 0;
  for (std::size_t at = text.find(kSlot); at != std::string_view::npos;
       at = text.find(kSlot, copied)) {
    message.append(text, copied, at - copied);
    message += match;
    copied = at + kSlot.size();
  }
  message.append(text, copied);
  return message;
}

}  // namespace personfirst
