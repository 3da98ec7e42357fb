// An RE2 of a Regex, or of one of its patterns: for the files behind regex.h, and no others.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>

#include "linter/rules/regex.h"

namespace personfirst {

struct CompiledRegex {
  std::unique_ptr<const re2::RE2> re2;  // null when it cannot be had
  std::string error;

  [[nodiscard]] bool matches(std::string_view text) const {
    return re2 &&
           re2->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
  }
};

// `re2` is wrapped as the place asks for.
[[nodiscard]] CompiledRegex compile_regex(Regex::Place place, const std::string& re2);

}  // namespace personfirst
