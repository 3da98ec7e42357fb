// Pattern::walk(), walk_back() and walk_from().
#include "linter/rules/pattern.h"
#include "linter/rules/pattern_walker.h"

namespace personfirst {

Walked Pattern::walk(std::string_view text, Beside beside, std::uint32_t& steps) const {
  if (beside == Beside::No) return walk_from(text, 0, steps);
  PatternWalker walker(text, false, steps);
  return walker.run(*root_, walker.skip_beside("\"')*"));
}

Walked Pattern::walk_from(std::string_view text, std::size_t begin, std::uint32_t& steps) const {
  Reached from;
  from.add(begin);
  return PatternWalker(text, false, steps).run(*root_, from);
}

Walked Pattern::walk_back(std::string_view text, std::uint32_t& steps) const {
  PatternWalker walker(text, true, steps);
  return walker.run(*root_, walker.skip_beside("\"'(*"));
}

}  // namespace personfirst
