// What can fail for a reason that a user should read (rules, configuration, files). A document
// never fails.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace personfirst {

struct Error {
  std::string where;  // file, then place in it: "rules/en/people.json: people/addict: patterns[2]"
  std::string what;   // one sentence, no full stop
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline std::string to_string(const Error& error) {
  return error.where + ": " + error.what;
}

}  // namespace personfirst
