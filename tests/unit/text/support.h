// What the tests of linter/text share: marked spans, and random bytes that are rich in trouble.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

struct Marked {
  std::string text;
  std::vector<Span> spans;
};

// "a [[b]] c" -> "a b c" and the span of "b".
inline Marked unmark(std::string_view marked) {
  Marked result;
  for (std::size_t i = 0; i < marked.size();) {
    const std::string_view two = marked.substr(i, 2);
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (two == "[[") {
      result.spans.push_back({here, here});
      i += 2;
    } else if (two == "]]") {
      result.spans.back().end = here;
      i += 2;
    } else {
      result.text += marked[i++];
    }
  }
  return result;
}

// "a b c" and the span of "b" -> "a [[b]] c".
inline std::string mark(std::string text, const std::vector<Span>& spans) {
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    text.insert(span->end, "]]");
    text.insert(span->begin, "[[");
  }
  return text;
}

// Whole characters of every length, halves of them, line ends, and plain random bytes.
inline std::string random_text(std::mt19937& random, std::size_t pieces) {
  static constexpr std::array<std::string_view, 24> kPieces = {"a",
                                                               "Word ",
                                                               ". ",
                                                               "\n",
                                                               "\r",
                                                               "\r\n",
                                                               "\t",
                                                               "\xC3\xA9",
                                                               "\xE2\x80\xA8",
                                                               "\xE4\xB8\xAD",
                                                               "\xF0\x9F\x98\x80",
                                                               "\xF0\x9F",
                                                               "\xE2\x80",
                                                               "\xC3",
                                                               "\x80",
                                                               "\xBF",
                                                               "\xED\xA0\x80",
                                                               "\xF4\x90\x80\x80",
                                                               "\xC0\x80",
                                                               "\xFF",
                                                               "\xCC\x81",
                                                               "plain ASCII text ",
                                                               "Dr. ",
                                                               "\xC2\xAD"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    const auto choice = random() % (kPieces.size() + 4);
    if (choice < kPieces.size()) {
      text += kPieces[choice];
    } else {
      text += static_cast<char>(random() & 0xFFU);
    }
  }
  return text;
}

}  // namespace personfirst
