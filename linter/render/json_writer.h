// JSON, written straight into the output: for findings and files, of which a report may hold
// thousands.
//
// nlohmann-json builds a tree of each first and takes 5 to 9 microseconds a finding, more than
// finding it; this takes less than one. Everything else of a report is left to the library, and so
// are texts with ill-formed UTF-8. Both give the same bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace personfirst {

// In quotation marks; ill-formed UTF-8 becomes U+FFFD.
void append_json(std::string_view text, std::string& out);
void append_json(std::uint32_t number, std::string& out);

// The members of an object, in the order of the calls. The braces are the caller's.
class JsonMembers {
 public:
  // `first`: no other member stands before these.
  explicit JsonMembers(std::string& out, bool first = true) : out_(out), first_(first) {}

  // What is appended to the output next is the member's value. Names are literals that need no
  // escapes.
  template <std::size_t kSize>
  void name(const char (&name)[kSize]) {
    constexpr std::size_t kLength = kSize - 1;  // without its NUL
    std::array<char, kLength + 4> text{};
    text[0] = ',';
    text[1] = '"';
    std::copy_n(name, kLength, text.begin() + 2);
    text[kLength + 2] = '"';
    text[kLength + 3] = ':';
    const std::size_t begin = first_ ? 1 : 0;
    out_.append(text.data() + begin, text.size() - begin);
    first_ = false;
  }
  template <std::size_t kSize, typename Value>
  void add(const char (&member)[kSize], const Value& value) {
    name(member);
    append_json(value, out_);
  }

 private:
  std::string& out_;
  bool first_;
};

}  // namespace personfirst
