#include "linter/finding.h"

namespace personfirst {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::Hint:
      return "hint";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return {};
}

std::string_view to_string(Applicability applicability) {
  switch (applicability) {
    case Applicability::DisplayOnly:
      return "display-only";
    case Applicability::AskFirst:
      return "ask-first";
    case Applicability::Automatic:
      return "automatic";
  }
  return {};
}

std::string_view to_string(Context context) {
  switch (context) {
    case Context::Prose:
      return "prose";
    case Context::Quotation:
      return "quotation";
    case Context::SelfLabel:
      return "self-label";
  }
  return {};
}

}  // namespace personfirst
