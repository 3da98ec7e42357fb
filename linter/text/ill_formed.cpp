#include "linter/text/ill_formed.h"

#include <cstdint>
#include <string>

#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr std::size_t kMaxProblems = 20;
constexpr std::uint32_t kMaxBytesShown = 4;

std::string describe(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string message =
      bytes.size() == 1 ? "this byte is not UTF-8:" : "these bytes are not UTF-8:";
  for (const char byte : bytes.substr(0, kMaxBytesShown)) {
    const auto value = static_cast<unsigned char>(byte);
    message += {' ', kHex[value >> 4U], kHex[value & 15U]};
  }
  if (bytes.size() > kMaxBytesShown) message += " ...";
  return message;
}

}  // namespace

std::vector<Problem> ill_formed_problems(std::string_view text) {
  std::vector<Problem> problems;
  std::size_t more = 0;
  for (std::uint32_t begin = find_ill_formed(text); begin < text.size();) {
    std::uint32_t end = begin + 1;
    std::uint32_t next = find_ill_formed(text, end);
    while (next == end && end < text.size()) next = find_ill_formed(text, ++end);
    if (problems.size() < kMaxProblems) {
      problems.push_back({"ill-formed-utf8", describe(slice(text, {begin, end})), {begin, end}});
    } else {
      ++more;
    }
    begin = next;
  }
  if (more > 0)
    problems.back().message += " (and " + std::to_string(more) + " more like it further down)";
  return problems;
}

}  // namespace personfirst
