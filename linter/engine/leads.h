// What passages' headings and lead-ins say, found out once for all that stand below.
//
// Keeps the last ones: in a document those below one heading follow each other. Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/engine/surroundings.h"

namespace personfirst {

class Leads {
 public:
  // answer() of surroundings.h. Always of one language.
  [[nodiscard]] bool answer(const LeadQuestion& question, const CompiledLanguage& language,
                            const std::string& lead);

 private:
  struct Known {
    std::string lead;
    std::optional<Folded> folded;  // made for the first question
    std::vector<std::pair<LeadQuestion, bool>> answers;
  };
  Known& about(const std::string& lead);

  std::array<Known, 2> known_;  // a heading and a lead-in
  std::size_t next_ = 0;        // gives way
};

}  // namespace personfirst
