// One line of `personfirst batch`: a record in, an answer out, both JSON.
#pragma once

#include <string>

#include "linter/cli/line_reader.h"
#include "linter/cli/project.h"
#include "linter/linter.h"

namespace personfirst {

struct BatchAnswer {
  std::string json;  // one line, with its end; empty for an empty line
  bool bad = false;  // the record could not be read
};

// {"id", "text", "format"?, "language"?, "path"?} -> {"id", "findings", "problems"?} or {"id":
// null, "line", "error"}. Errors never repeat what the record says.
// The working folder's configuration holds, with what it says of "path"; the record's own format
// and language win. Not const, but any thread.
[[nodiscard]] BatchAnswer answer_record(Project& project, const Line& line);

}  // namespace personfirst
