// HTML as a flat run of tokens: tags, text, and what is skipped (comments, scripts). Follows
// browsers where it is cheap.
//
// Linear in the text and without recursion on any input. Whatever is cut short still ends
// somewhere: a tag without `>` ends before the next `<`, a comment without `-->` at the end, as
// browsers do.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace personfirst {

enum class HtmlTokenKind { Text, StartTag, EndTag, Skipped };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::Text;
  Span span;
  Span name;              // of a tag
  bool is_closed = true;  // false: its end is missing
};

class HtmlTokens {
 public:
  // By ", then by ': a quotation mark that opens an attribute's value is not closed anywhere.
  using NoMoreQuotes = std::array<bool, 2>;

  HtmlTokens(std::string_view markup, Span range, NoMoreQuotes no_more_quotes = {})
      : markup_(markup), at_(range.begin), end_(range.end), no_more_quotes_(no_more_quotes) {}

  // XML has no elements whose content is no markup.
  void read_as_xml() { is_xml_ = true; }

  // False at the end of the range. A token may reach past the range's end, never past the text's.
  bool next(HtmlToken& token);

  [[nodiscard]] std::uint32_t at() const { return at_; }
  [[nodiscard]] bool in_raw_text() const { return !raw_end_.empty(); }
  [[nodiscard]] const NoMoreQuotes& no_more_quotes() const { return no_more_quotes_; }

 private:
  HtmlToken read_text();
  HtmlToken read_tag();
  HtmlToken read_declaration();
  HtmlToken read_raw_text();
  [[nodiscard]] std::uint32_t find(std::string_view needle, std::uint32_t from) const;

  std::string_view markup_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::string_view raw_end_;  // "</script" while in a script
  NoMoreQuotes no_more_quotes_{};
  bool is_xml_ = false;
};

// The name of a tag, at most 24 bytes of it, in lower case.
struct TagName {
  std::array<char, 24> bytes{};
  std::uint8_t size = 0;
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};
[[nodiscard]] TagName lower_name(std::string_view markup, Span name);

struct HtmlAttribute {
  Span name;
  Span value;  // without quotes
};

// The attributes of a tag, in order. `tag` is all of it, from `<` on.
void read_attributes(std::string_view markup, Span tag, std::vector<HtmlAttribute>& attributes);

}  // namespace personfirst
