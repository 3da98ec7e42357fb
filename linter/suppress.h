// Suppressions: comments in a document that say "not here", in the comment syntax of its format.
//
//   <!-- personfirst-disable-next-line people/addict -- the film's title -->
//   personfirst-disable [what...] [-- reason]      until the matching -enable or the end
//   personfirst-enable [what...]
//   personfirst-disable-line, -disable-next-line, -disable-file
//
// `what`: rule ids, globs over them, or "quoted text" that a finding's text must equal in any case;
// nothing means everything. lint() obeys them; what it left out is in LintResult::suppressed, and a
// directive that is unused, misspelt or names no rule is a finding of its own (rules
// "suppression/unused", "suppression/unknown", "suppression/needs-reason"). Plain text has no
// comments; there the configuration's "allow" list serves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/linter.h"

namespace personfirst {

// The edit that silences one finding where it stands, in the document's comment syntax and with its
// line ends and indentation; nothing for formats without comments.
[[nodiscard]] std::optional<Edit> suppression_edit(const Document& document,
                                                   const Finding& finding);

// The rule ids and globs that directives name, for links and completion. Sorted by span.
struct DirectiveWord {
  Span span;
  std::string text;
};
[[nodiscard]] std::vector<DirectiveWord> directive_words(const Document& document);

}  // namespace personfirst
