// What lint() finds. Plain data; spans are in Document::text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

enum class Severity { Hint, Warning, Error };
enum class Applicability { DisplayOnly, AskFirst, Automatic };  // --fix applies Automatic only
enum class Context { Prose, Quotation, SelfLabel };

struct Edit {
  Span span;
  std::string text;
};

// One way to reword. The fixes of a finding are alternatives, best first. DisplayOnly fixes are
// advice and have no edits.
struct Fix {
  std::string title;
  std::vector<Edit> edits;  // sorted, disjoint
  Applicability applicability = Applicability::AskFirst;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::Warning;
  Context context = Context::Prose;
  Span span;
  std::string message;
  std::string note;
  std::vector<std::string> sources;  // ids, see RuleInfo
  std::vector<Fix> fixes;
};

[[nodiscard]] std::string_view to_string(Severity severity);  // "hint" "warning" "error"
[[nodiscard]] std::string_view to_string(
    Applicability applicability);  // "display-only" "ask-first" "automatic"
[[nodiscard]] std::string_view to_string(Context context);  // "prose" "quotation" "self-label"

}  // namespace personfirst
