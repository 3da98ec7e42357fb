// Office documents and PDF files: read, checked, and (Word alone) changed.
//
// No state: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/cli/baseline.h"
#include "linter/config/config.h"
#include "linter/linter.h"

namespace personfirst {

// By the bytes; a name that promises an office document counts, too, so that what is wrong with it
// is told.
[[nodiscard]] bool is_office_file(const std::string& name, std::string_view bytes);

struct OfficeRequest {
  const RuleSet& rules;
  const Settings& settings;
  std::optional<FixLevel> fix;
  bool comment = false;
  const Baseline* baseline = nullptr;  // what it knows is neither changed nor commented on
};

struct OfficeResult {
  bool is_document = true;             // false: a zip file of another kind
  std::string before;                  // its text before it was changed
  Document document;                   // as it is now; its problems tell what could not be done
  std::optional<std::string> changed;  // its bytes now, when they changed
  std::size_t applied = 0;             // rewordings
};

[[nodiscard]] Result<OfficeResult> check_office_file(const OfficeRequest& request,
                                                     const std::string& name,
                                                     std::string_view bytes);

}  // namespace personfirst
