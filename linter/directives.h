// What a comment tells the linter: `personfirst-disable-line people/* "old name" -- the law's
// title`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/comment.h"
#include "linter/text/span.h"

namespace personfirst {

enum class DirectiveKind { Disable, Enable, DisableLine, DisableNextLine, DisableFile, Unknown };

// A rule id, a glob over rule ids, or words of the document in quotation marks.
struct DirectiveTarget {
  Span span;  // with its quotation marks
  std::string text;
  bool is_quoted = false;
};

struct Directive {
  DirectiveKind kind = DirectiveKind::Unknown;
  Span comment;
  Span name;                             // "personfirst-disable-line"
  std::vector<DirectiveTarget> targets;  // none: everything
  std::string reason;
};

// Nothing for a comment that is about something else. A comment that was meant as a directive but
// is misspelt is one of an unknown kind.
[[nodiscard]] std::optional<Directive> read_directive(std::string_view document,
                                                      const Comment& comment);

// False: no comment of this text is a directive. Goes through the text once.
[[nodiscard]] bool may_hold_directives(std::string_view text);

// Those that a misspelt name may stand for, closest first.
[[nodiscard]] std::vector<std::string> near_directive_names(std::string_view misspelt);

[[nodiscard]] std::string directive_name(DirectiveKind kind);

}  // namespace personfirst
