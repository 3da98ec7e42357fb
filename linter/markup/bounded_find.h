// Finds what closes a run (`}}`, `?>`) within so many bytes of its start, again and again from
// later and later starts.
//
// Remembers where it has already found nothing, so that a text of many openings and no closing
// costs linear time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace personfirst {

class BoundedFind {
 public:
  explicit constexpr BoundedFind(std::string_view needle) : needle_(needle) {}

  // The offset behind the needle when it lies within `most` bytes from `from`; else 0.
  std::uint32_t end_of_next(std::string_view text, std::uint32_t from, std::uint32_t most) {
    const std::size_t stop = std::min<std::size_t>(text.size(), std::size_t{from} + most);
    const std::size_t start = std::max(from, none_before_);
    if (start >= stop) return 0;
    const std::size_t found = text.substr(0, stop).find(needle_, start);
    if (found != std::string_view::npos) return static_cast<std::uint32_t>(found + needle_.size());
    // The needle may begin in the last bytes looked at.
    none_before_ =
        static_cast<std::uint32_t>(std::max(start, stop - std::min(stop, needle_.size() - 1)));
    return 0;
  }

 private:
  std::string_view needle_;
  std::uint32_t none_before_ = 0;
};

}  // namespace personfirst
