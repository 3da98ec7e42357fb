#include "linter/rules/compiled_regex.h"

#include <utility>

namespace personfirst {
namespace {

// Folded text keeps bytes from 0x80 up for word characters alone (engine/fold.h), so an edge is a
// byte class.
constexpr const char* kOtherByte = "[^0-9A-Za-z_\\x80-\\xff]";

std::string wrap(Regex::Place place, const std::string& re2) {
  const std::string other = kOtherByte;
  switch (place) {
    case Regex::Place::Here:
      return "(" + re2 + ")(?:" + other + "|$)";
    case Regex::Place::End:
      return "(?:^|" + other + ")(" + re2 + ")[ -]?[\"'(*]*$";
    case Regex::Place::Start:
      return "^[\"')*]*[ -]?(" + re2 + ")(?:$|" + other + ")";
    case Regex::Place::Anywhere:
      return "(?:^|" + other + ")(" + re2 + ")(?:$|" + other + ")";
  }
  return {};
}

}  // namespace

CompiledRegex compile_regex(Regex::Place place, const std::string& re2) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(4 << 20);
  auto compiled = std::make_unique<const re2::RE2>(wrap(place, re2), options);
  if (!compiled->ok()) return {nullptr, compiled->error()};
  return {std::move(compiled), {}};
}

}  // namespace personfirst
