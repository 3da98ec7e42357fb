// One line of `personfirst batch`: a record in, an answer out, both JSON.
#pragma once

#include <string>

#include "linter/cli/line_reader.h"
#include "linter/linter.h"

namespace personfirst {

struct BatchAnswer {
  std::string json;  // one line, with its end; empty for an empty line
  bool bad = false;  // the record could not be read
};

// {"id", "text", "format"?, "language"?, "path"?} -> {"id", "findings", "problems"?} or {"id":
// null, "line", "error"}. Errors never repeat what the record says.
[[nodiscard]] BatchAnswer answer_record(const RuleSet& rules, const LintOptions& options,
                                        const Line& line);

}  // namespace personfirst
