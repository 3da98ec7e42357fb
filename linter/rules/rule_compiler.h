// One rule, or what all rules of a language share, compiled: for rule_set.cpp alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "linter/result.h"
#include "linter/rules/edge_table.h"
#include "linter/rules/rule_set.h"

namespace personfirst {

// Whether what is compiled is known to be right; if not, the first thing that is wrong is told.
enum class Checked { No, Yes };

// An error's `where` is the field: "unless[2]". The lexicon must outlive the language, which may
// not move any more.
[[nodiscard]] Result<void> compile_language(CompiledLanguage& language, const Lexicon& lexicon);
// Rule and language must outlive what is made of them.
[[nodiscard]] Result<std::unique_ptr<CompiledRule>> compile_rule(const Rule& rule,
                                                                 const CompiledLanguage& language,
                                                                 Checked checked);

// By key: what an EdgeTable is made of.
using EdgeNotes = std::map<std::uint64_t, EdgeMask>;
void note_edges(const CompiledLanguage& language, EdgeNotes& notes);
void note_edges(const CompiledRule& compiled, EdgeNotes& notes);

// "[2]"
[[nodiscard]] std::string index(std::size_t i);
// An error comes with the end of its place; who calls puts the beginning before it.
[[nodiscard]] Result<void> in(std::string_view place, Result<void> done);

}  // namespace personfirst
