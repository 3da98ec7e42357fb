// Spans in tests are marked [[like this]] and never counted by hand. Header only, so that every
// layer's tests can use it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst::testing {

struct Marked {
  std::string text;  // without the marks
  std::vector<Span> spans;
};

// "an [[addict]]" -> {"an addict", {{3, 9}}}
[[nodiscard]] inline Marked unmark(std::string_view marked) {
  Marked result;
  std::uint32_t begin = 0;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (marked.substr(at).starts_with("[[")) {
      begin = here;
      ++at;
    } else if (marked.substr(at).starts_with("]]")) {
      result.spans.push_back(Span{begin, here});
      ++at;
    } else {
      result.text += marked[at];
    }
  }
  return result;
}

// The inverse, for sorted spans that do not overlap.
[[nodiscard]] inline std::string mark(std::string_view text, const std::vector<Span>& spans) {
  std::string result;
  std::size_t done = 0;
  for (const auto& span : spans) {
    result += text.substr(done, span.begin - done);
    result += "[[";
    result += text.substr(span.begin, span.end - span.begin);
    result += "]]";
    done = span.end;
  }
  result += text.substr(done);
  return result;
}

}  // namespace personfirst::testing
