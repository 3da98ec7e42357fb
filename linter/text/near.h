// Which of some names was probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

// At most five, closest first; names that are too far away are left out.
[[nodiscard]] std::vector<std::string> near_names(std::string_view meant,
                                                  std::span<const std::string> names);

}  // namespace personfirst
