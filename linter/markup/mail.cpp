#include "linter/markup/mail.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "linter/markup/html.h"
#include "linter/markup/layer.h"
#include "linter/markup/plain_text.h"
#include "linter/markup/text_lines.h"
#include "linter/markup/western.h"

namespace personfirst {
namespace {

constexpr int kDeepest = 16;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string lower_text(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// The bytes that a run of escapes stands for, as UTF-8, each character with its place.
class BytesToLayer {
 public:
  BytesToLayer(bool is_utf8, Layer& layer) : is_utf8_(is_utf8), layer_(layer) {}

  void add(unsigned char byte, Span place) {
    if (byte < 0x80) {
      finish();
      layer_.replace(place, std::string(1, static_cast<char>(byte)));
      return;
    }
    if (!is_utf8_) {
      layer_.replace(place, utf8_of_western(byte));
      return;
    }
    constexpr unsigned char kLead = 0xC0;
    if ((byte & kLead) == kLead) finish();
    if (waiting_.empty()) place_ = place;
    waiting_ += static_cast<char>(byte);
    place_.end = place.end;
    const auto first = static_cast<unsigned char>(waiting_[0]);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (waiting_.size() >= length) finish();
  }
  void finish() {
    if (!waiting_.empty()) layer_.replace(place_, waiting_);
    waiting_.clear();
  }

 private:
  bool is_utf8_;
  Layer& layer_;
  std::string waiting_;
  Span place_;
};

void decode_quoted_printable(std::string_view text, Span range, bool is_utf8, Layer& layer) {
  BytesToLayer bytes(is_utf8, layer);
  std::uint32_t run = range.begin;
  for (std::uint32_t i = range.begin; i < range.end;) {
    if (text[i] != '=') {
      ++i;
      continue;
    }
    if (i > run) {
      bytes.finish();
      layer.copy(text, {run, i});
    }
    std::uint32_t behind = i + 1;
    while (behind < range.end && (text[behind] == ' ' || text[behind] == '\t')) ++behind;
    const int high = i + 2 < range.end ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low >= 0) {
      behind = i + 3;
      bytes.add(static_cast<unsigned char>(high * 16 + low), {i, behind});
    } else if (behind >= range.end || text[behind] == '\r' || text[behind] == '\n') {  // goes on
      if (behind < range.end && text[behind] == '\r') ++behind;
      if (behind < range.end && text[behind] == '\n') ++behind;
    } else {
      behind = i + 1;
      layer.copy(text, {i, behind});
    }
    run = i = behind;
  }
  bytes.finish();
  layer.copy(text, {run, range.end});
}

void decode_base64(std::string_view text, Span range, bool is_utf8, Layer& layer) {
  BytesToLayer bytes(is_utf8, layer);
  std::uint32_t bits = 0;
  int count = 0;
  std::uint32_t begin = range.begin;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const int digit = base64_digit(text[i]);
    if (digit < 0) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) {
      begin = i;
      continue;
    }
    count -= 8;
    const auto byte = static_cast<unsigned char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
    bits &= (1U << static_cast<unsigned>(count)) - 1;
    if (byte != '\r') bytes.add(byte, {begin, i + 1});
    begin = i + 1;
  }
  bytes.finish();
}

// The headers of a part that matter here.
struct Headers {
  std::string type = "text/plain";  // in lower case
  std::string charset = "utf-8";
  std::string boundary;
  std::string encoding;
  bool is_attachment = false;
  Span subject;
  std::uint32_t body = 0;
};

// `name=value` or `name="value"` in a header.
std::string_view parameter(std::string_view header, std::string_view lower_header,
                           std::string_view name) {
  std::size_t at = 0;
  while ((at = lower_header.find(name, at)) != std::string_view::npos) {
    const std::size_t equals = at + name.size();
    const bool fits = equals < header.size() && header[equals] == '=' &&
                      (at == 0 || header[at - 1] == ';' || is_space(header[at - 1]));
    at = equals;
    if (!fits) continue;
    std::string_view value = header.substr(equals + 1);
    if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
    return value.substr(0, value.find_first_of("; \t\r\n"));
  }
  return {};
}

class MailReader {
 public:
  MailReader(std::string_view text, Outline& outline, std::vector<Problem>& problems)
      : text_(text), outline_(outline), problems_(problems) {}

  void read_entity(Span range, int depth) {
    const Headers headers = read_headers(range);
    if (!headers.subject.empty()) add_subject(headers.subject);
    const Span body{headers.body, range.end};
    if (headers.is_attachment) return;
    if (headers.type.starts_with("multipart/")) {
      if (depth < kDeepest && !headers.boundary.empty()) read_parts(body, headers.boundary, depth);
    } else if (headers.type == "message/rfc822") {
      if (depth < kDeepest) read_entity(body, depth + 1);
    } else if (headers.type == "text/plain" || headers.type == "text/html") {
      read_text(body, headers);
    }
  }

 private:
  [[nodiscard]] Headers read_headers(Span range) const {
    Headers headers;
    TextLines lines(text_, range);
    TextLine line;
    while (lines.next(line)) {
      headers.body = line.next;
      if (line.is_blank()) return headers;
      Span value = line.span;
      while (!lines.at_end() && lines.peek().indent > 0 && !lines.peek().is_blank()) {
        lines.next(line);
        value.end = line.span.end;
        headers.body = line.next;
      }
      read_header(value, headers);
    }
    headers.body = range.end;
    return headers;
  }

  void read_header(Span line, Headers& headers) const {
    const std::string_view whole = slice(text_, line);
    const std::size_t colon = whole.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = lower_text(whole.substr(0, colon));
    std::size_t begin = colon + 1;
    while (begin < whole.size() && is_space(whole[begin])) ++begin;
    const std::string_view value = whole.substr(begin);
    const std::string lower_value = lower_text(value);
    if (name == "subject") {
      headers.subject = {line.begin + static_cast<std::uint32_t>(begin), line.end};
    } else if (name == "content-transfer-encoding") {
      headers.encoding = lower_value.substr(0, lower_value.find_first_of("; \t"));
    } else if (name == "content-disposition") {
      headers.is_attachment = lower_value.starts_with("attachment");
    } else if (name == "content-type") {
      headers.type = lower_value.substr(0, lower_value.find_first_of("; \t\r\n"));
      headers.boundary = parameter(value, lower_value, "boundary");
      const std::string_view charset = parameter(lower_value, lower_value, "charset");
      if (!charset.empty()) headers.charset = charset;
    }
  }

  void read_parts(Span body, const std::string& boundary, int depth) {
    const std::string mark = "--" + boundary;
    TextLines lines(text_, body);
    TextLine line;
    std::uint32_t part = 0;
    while (lines.next(line)) {
      const std::string_view shown = slice(text_, line.span);
      if (!shown.starts_with(mark)) continue;
      const bool is_last = shown == mark + "--";
      if (!is_last && shown != mark) continue;
      if (part != 0) read_entity({part, line.span.begin}, depth + 1);
      part = is_last ? 0 : line.next;
      if (is_last) return;
    }
    if (part == 0) return;
    problems_.push_back({"unclosed-markup", "a part of the message is cut off", {part, part}});
    read_entity({part, body.end}, depth + 1);
  }

  void read_text(Span body, const Headers& headers) {
    const bool is_utf8 = headers.charset == "utf-8" || headers.charset == "us-ascii";
    Layer layer;
    EditLimits limits;
    if (headers.encoding == "base64") {
      decode_base64(text_, body, is_utf8, layer);
      limits.no_edits = true;
    } else if (headers.encoding == "quoted-printable") {
      decode_quoted_printable(text_, body, is_utf8, layer);
      limits = {"=\r\n", true, false};
    } else {
      layer.copy(text_, body);
    }
    Outline inner;
    const std::string_view text = layer.text();
    if (headers.type == "text/html") {
      read_html(text, inner, problems_of_parts_);
    } else {
      read_plain_text(text, {0, static_cast<std::uint32_t>(text.size())}, inner);
    }
    layer.hand_on(inner, limits, outline_);
  }

  // With encoded words: =?utf-8?Q?caf=C3=A9?=
  void add_subject(Span subject) {
    Layer layer;
    bool encoded = false;
    for (std::uint32_t i = subject.begin; i < subject.end;) {
      const std::uint32_t word = read_encoded_word({i, subject.end}, layer);
      encoded = encoded || word != 0;
      if (word != 0) {
        i = word;
      } else if (is_space(text_[i])) {
        const std::uint32_t begin = i;
        while (i < subject.end && is_space(text_[i])) ++i;
        const bool between = encoded && text_.substr(i, 2) == "=?";
        if (!between) layer.replace({begin, i}, " ");
      } else {
        const std::uint32_t begin = i++;
        while (i < subject.end && !is_space(text_[i]) && text_[i] != '=') ++i;
        layer.copy(text_, {begin, i});
      }
    }
    ProseBuilder builder(layer.text());
    builder.copy({0, static_cast<std::uint32_t>(layer.text().size())});
    Prose prose = builder.take(ProseKind::Heading);
    layer.lay_over(prose);
    prose.limits = {"\r\n", true, encoded};
    outline_.add(std::move(prose));
  }

  // Behind it, or 0.
  std::uint32_t read_encoded_word(Span rest, Layer& layer) const {
    const std::string_view text = slice(text_, rest);
    constexpr std::size_t kLongest = 100;
    if (!text.starts_with("=?")) return 0;
    const std::size_t charset_end = text.substr(0, kLongest).find('?', 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
        text[charset_end + 2] != '?')
      return 0;
    const std::size_t begin = charset_end + 3;
    const std::size_t end = text.substr(0, kLongest).find("?=", begin);
    if (end == std::string_view::npos) return 0;
    const std::string charset = lower_text(text.substr(2, charset_end - 2));
    const bool is_utf8 = charset == "utf-8" || charset == "us-ascii";
    const Span inside{rest.begin + static_cast<std::uint32_t>(begin),
                      rest.begin + static_cast<std::uint32_t>(end)};
    if (lower(text[charset_end + 1]) == 'b') {
      decode_base64(text_, inside, is_utf8, layer);
    } else {
      std::uint32_t run = inside.begin;
      for (std::uint32_t i = inside.begin; i < inside.end; ++i) {
        if (text_[i] != '_') continue;
        decode_quoted_printable(text_, {run, i}, is_utf8, layer);
        layer.replace({i, i + 1}, " ");
        run = i + 1;
      }
      decode_quoted_printable(text_, {run, inside.end}, is_utf8, layer);
    }
    return inside.end + 2;
  }

  std::string_view text_;
  Outline& outline_;
  std::vector<Problem>& problems_;
  std::vector<Problem> problems_of_parts_;  // their places are not the message's
};

}  // namespace

void read_mail(std::string_view text, Outline& outline, std::vector<Problem>& problems) {
  MailReader(text, outline, problems).read_entity({0, static_cast<std::uint32_t>(text.size())}, 0);
}

}  // namespace personfirst
