// Rules as bytes that compress well, for programs that are sent before each use: how the shipped
// rules stand in the WebAssembly module. packed.h is faster to read.
//
// All that stands in one field of the rules follows each other, texts apart from numbers. What can
// be derived in no time is left out: pairs of words stand for their hashes. Examples are a part of
// their own, for those who ask.
//
// Not a format for exchange: the bytes fit the program that they were built into, and no other. The
// build tool writes them (compact_writer.h).
#pragma once

#include <string_view>

#include "linter/result.h"
#include "linter/rules/rule.h"

namespace personfirst {

// `examples` may be empty: rules without examples. Error for bytes whose structure does not hold.
[[nodiscard]] Result<RuleData> from_compact(std::string_view rules, std::string_view examples);

}  // namespace personfirst
