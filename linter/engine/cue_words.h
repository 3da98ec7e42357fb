// A quick look for words of a few, in text that has not been folded: most text has none of them,
// and need not be.
#pragma once

#include <bitset>
#include <string_view>

#include "linter/rules/rule_set.h"

namespace personfirst {

class CueWords {
 public:
  void add(std::string_view lower) { shapes_.set(anchor_shape(lower)); }
  // "No" is certain: no token of the folded text is one of the words.
  [[nodiscard]] bool may_stand_in(std::string_view prose) const;

 private:
  std::bitset<kAnchorShapes> shapes_;
};

}  // namespace personfirst
