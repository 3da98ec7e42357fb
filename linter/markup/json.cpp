#include "linter/markup/json.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "linter/markup/html.h"
#include "linter/markup/plain_text.h"
#include "linter/markup/value_path.h"
#include "linter/text/utf8.h"

namespace personfirst {
namespace {

constexpr std::size_t kDeepest = 256;
constexpr EditLimits kLimits{"\"\\\r\n\t", false, false};
constexpr EditLimits kOfficial{"", false, true};

// Keys of FHIR whose strings are written for people.
bool is_text_of_fhir(std::string_view key) {
  constexpr std::string_view kKeys[] = {"text",    "title",      "subtitle", "description",
                                        "purpose", "usage",      "comment",  "patientInstruction",
                                        "summary", "conclusion", "details",  "contentString"};
  return std::ranges::find(kKeys, key) != std::end(kKeys);
}

// The hexadecimal digits in [begin, begin + size); false when there are not so many.
bool read_hex(std::string_view text, std::size_t begin, std::size_t size, char32_t& value) {
  if (begin + size > text.size()) return false;
  value = 0;
  for (std::size_t i = begin; i < begin + size; ++i) {
    const char c = text[i];
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return false;
    }
  }
  return true;
}

class JsonReader {
 public:
  JsonReader(std::string_view text, std::span<const std::string> values, Outline& outline)
      : text_(text),
        values_(values),
        is_fhir_(text.find("\"resourceType\"") != std::string_view::npos),
        outline_(outline) {}

  void read() {
    if (values_.empty() && !is_fhir_) return;
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t i = 0; i < size;) {
      switch (text_[i]) {
        case '"':
          i = see_string(i);
          continue;
        case '/':
          i = see_comment(i);
          continue;
        case '{':
        case '[':
          open(text_[i] == '{');
          break;
        case '}':
        case ']':
          close();
          break;
        case ',':
          if (!open_.empty()) open_.back().key_is_next = open_.back().is_object;
          break;
        default:
          break;
      }
      ++i;
    }
    while (!open_.empty()) close();
  }

 private:
  struct Open {
    bool is_object = false;
    bool key_is_next = false;
    bool has_code = false;
    std::string_view key;
    std::vector<Span> displays;
  };

  void open(bool is_object) {
    if (open_.size() >= kDeepest) {
      ++too_deep_;
      return;
    }
    open_.push_back({is_object, is_object, false, {}, {}});
  }

  void close() {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (open_.empty()) return;
    const Open closed = std::move(open_.back());
    open_.pop_back();
    for (const Span span : closed.displays) add(span, closed.has_code ? kOfficial : kLimits);
  }

  std::uint32_t see_string(std::uint32_t at) {
    std::uint32_t end = at + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    end = std::min(end, static_cast<std::uint32_t>(text_.size()));
    const Span inside{at + 1, end};
    const auto behind = std::min(end + 1, static_cast<std::uint32_t>(text_.size()));
    if (too_deep_ > 0) return behind;
    if (!open_.empty() && open_.back().key_is_next) {
      open_.back().key_is_next = false;
      open_.back().key = slice(text_, inside);
      if (open_.back().key == "system" || open_.back().key == "code") open_.back().has_code = true;
    } else {
      see_value(inside);
    }
    return behind;
  }

  void see_value(Span inside) {
    if (inside.empty()) return;
    if (!values_.empty()) {
      keys_.clear();
      for (const Open& one : open_) keys_.push_back(one.is_object ? one.key : "*");
      if (values_.fits(keys_)) return add(inside, kLimits);
    }
    if (!is_fhir_ || open_.empty() || !open_.back().is_object) return;
    const std::string_view key = open_.back().key;
    if (key == "display") {
      open_.back().displays.push_back(inside);
    } else if (is_text_of_fhir(key) || (key == "div" && parent_key() == "text")) {
      add(inside, kLimits);
    }
  }

  [[nodiscard]] std::string_view parent_key() const {
    return open_.size() < 2 ? std::string_view() : open_[open_.size() - 2].key;
  }

  void add(Span inside, EditLimits limits) {
    Layer layer;
    std::uint32_t run = inside.begin;
    for (std::uint32_t i = inside.begin; i < inside.end;) {
      if (text_[i] != '\\') {
        ++i;
        continue;
      }
      layer.copy(text_, {run, i});
      run = i = read_escape(text_, i, inside.end, layer);
    }
    layer.copy(text_, {run, inside.end});
    read_value(layer, limits, outline_);
  }

  std::uint32_t see_comment(std::uint32_t at) {
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    if (next == '/') {
      const auto end =
          static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", at), text_.size()));
      outline_.add_comment(make_comment(text_, {at, end}, 2, 0));
      return end;
    }
    if (next != '*') return at + 1;
    const std::size_t close = text_.find("*/", at + 2);
    if (close == std::string_view::npos) return static_cast<std::uint32_t>(text_.size());
    const auto end = static_cast<std::uint32_t>(close + 2);
    outline_.add_comment(make_comment(text_, {at, end}, 2, 2));
    return end;
  }

  std::string_view text_;
  ValuePaths values_;
  bool is_fhir_;
  Outline& outline_;
  std::vector<Open> open_;
  std::vector<std::string_view> keys_;
  std::size_t too_deep_ = 0;
};

}  // namespace

std::uint32_t read_escape(std::string_view text, std::uint32_t at, std::uint32_t end,
                          Layer& layer) {
  if (at + 1 >= end) return end;
  const std::uint32_t behind = at + 2;
  const char c = text[at + 1];
  const std::uint32_t digits = c == 'u' ? 4 : c == 'U' ? 8 : c == 'x' ? 2 : 0;
  char32_t value = 0;
  const std::string_view inside = text.substr(0, end);
  if (digits > 0 && read_hex(inside, behind, digits, value)) {
    std::uint32_t after = behind + digits;
    char32_t low = 0;
    constexpr char32_t kHighest = 0xDBFF;
    if (value >= 0xD800 && value <= kHighest && inside.substr(after, 2) == "\\u" &&
        read_hex(inside, after + 2, 4, low) && low >= 0xDC00 && low <= 0xDFFF) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
      after += 6;
    }
    const bool valid = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    std::string utf8;
    append_utf8(valid ? value : kReplacementCharacter, utf8);
    layer.replace({at, after}, utf8);
    return after;
  }
  switch (c) {
    case 'n':
    case 'r':
      layer.replace({at, behind}, "\n");
      break;
    case 't':
    case 'b':
    case 'f':
      layer.replace({at, behind}, " ");
      break;
    default:
      layer.replace({at, behind}, text.substr(at + 1, 1));
      break;
  }
  return behind;
}

void read_value(const Layer& value, EditLimits limits, Outline& outline) {
  Outline inner;
  const std::string_view text = value.text();
  if (text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos) {
    std::vector<Problem> ignored;  // of a fragment in data
    read_html(text, inner, ignored);
  } else {
    read_plain_text(text, {0, static_cast<std::uint32_t>(text.size())}, inner);
  }
  value.hand_on(inner, limits, outline);
}

void read_json(std::string_view text, std::span<const std::string> values, Outline& outline) {
  JsonReader(text, values, outline).read();
}

}  // namespace personfirst
