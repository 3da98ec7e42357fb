#include "lsp/framing.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace personfirst::lsp {
namespace {

constexpr std::string_view kLengthField = "content-length";
constexpr std::string_view kTypeField = "content-type";
// So much is set aside for a body at once, which costs nothing before bytes come; a longer one
// grows with its bytes.
constexpr std::uint64_t kReserve = 32 * 1024 * 1024;
// A length and the blanks round it; while searching, a longer line is no field of ours.
constexpr std::size_t kLongestLength = 64;

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// The characters of a field's name, as in HTTP.
bool is_name(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    const char lower = to_lower(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

tl::expected<std::uint64_t, FramingError> parse_length(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit))
    return tl::unexpected(FramingError::BadLength);
  std::uint64_t length = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), length);
  if (parsed.ec != std::errc() || length > kBodyLimit)
    return tl::unexpected(FramingError::TooLarge);
  return length;
}

bool is_utf8(std::string_view content_type) {
  constexpr std::string_view kCharset = "charset=";
  const std::string type = to_lower(content_type);
  const std::size_t at = type.find(kCharset);
  if (at == std::string::npos) return true;
  std::string_view charset = std::string_view(type).substr(at + kCharset.size());
  charset = trim(charset.substr(0, charset.find(';')));
  if (charset.size() >= 2 && charset.front() == '"' && charset.back() == '"')
    charset = charset.substr(1, charset.size() - 2);
  return charset == "utf-8" || charset == "utf8";
}

}  // namespace

std::string_view to_string(FramingError error) {
  switch (error) {
    case FramingError::BadHeader:
      return "a header line is not \"name: value\"";
    case FramingError::HeaderTooLong:
      return "the header is too long";
    case FramingError::NoLength:
      return "a header has no Content-Length";
    case FramingError::BadLength:
      return "Content-Length is not a length";
    case FramingError::TooLarge:
      return "the message is too large";
    case FramingError::UnknownCharset:
      return "the message is not in UTF-8";
    case FramingError::CutShort:
      return "the input ends inside a message";
  }
  return "the header cannot be read";
}

std::string frame_header(std::size_t body_size) {
  return "Content-Length: " + std::to_string(body_size) + "\r\n\r\n";
}

void FrameReader::read(std::string_view bytes, std::vector<Frame>& frames) {
  while (!bytes.empty()) {
    switch (state_) {
      case State::Header:
        bytes = read_header(bytes, frames);
        break;
      case State::Body:
        bytes = read_body(bytes, frames);
        break;
      case State::Searching:
        bytes = search(bytes);
        break;
    }
  }
}

void FrameReader::end(std::vector<Frame>& frames) {
  const bool inside = state_ == State::Body || (state_ == State::Header && header_size_ > 0);
  if (inside) frames.push_back(tl::unexpected(FramingError::CutShort));
  start_header(std::nullopt);
  body_ = {};
}

std::string_view FrameReader::read_header(std::string_view bytes, std::vector<Frame>& frames) {
  const std::size_t end = bytes.find('\n');
  const std::size_t room = kHeaderLimit - std::min(header_size_, kHeaderLimit);
  const std::size_t taken = std::min(end == std::string_view::npos ? bytes.size() : end + 1, room);
  if (taken == 0) {
    lose(FramingError::HeaderTooLong, frames);
    return bytes;
  }
  line_ += bytes.substr(0, taken);
  header_size_ += taken;
  if (line_.back() == '\n') {
    const bool empty = line_ == "\n" || line_ == "\r\n";
    if (empty && header_size_ == line_.size()) {
      start_header(std::nullopt);  // empty lines before a header do no harm
    } else if (empty) {
      end_header(frames);
    } else if (const auto error = take_line()) {
      lose(*error, frames);
    } else {
      line_.clear();
    }
  }
  return bytes.substr(taken);
}

std::optional<FramingError> FrameReader::take_line() {
  std::string_view line = line_;
  line.remove_suffix(line.ends_with("\r\n") ? 2 : 1);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return FramingError::BadHeader;
  const std::string_view name = trim(line.substr(0, colon));
  if (!is_name(name)) return FramingError::BadHeader;
  return take_field(to_lower(name), trim(line.substr(colon + 1)));
}

std::optional<FramingError> FrameReader::take_field(std::string_view name, std::string_view value) {
  if (name == kTypeField) known_charset_ = is_utf8(value);
  if (name != kLengthField) return std::nullopt;
  const auto length = parse_length(value);
  if (!length) return length.error();
  if (length_ && *length_ != *length) return FramingError::BadLength;
  length_ = *length;
  return std::nullopt;
}

void FrameReader::end_header(std::vector<Frame>& frames) {
  line_.clear();
  if (!length_) return lose(FramingError::NoLength, frames);
  if (!known_charset_) frames.push_back(tl::unexpected(FramingError::UnknownCharset));
  state_ = State::Body;
  missing_ = *length_;
  if (known_charset_) body_.reserve(static_cast<std::size_t>(std::min(missing_, kReserve)));
  if (missing_ == 0) end_body(frames);
}

std::string_view FrameReader::read_body(std::string_view bytes, std::vector<Frame>& frames) {
  const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(missing_, bytes.size()));
  if (known_charset_) body_ += bytes.substr(0, taken);
  missing_ -= taken;
  if (missing_ == 0) end_body(frames);
  return bytes.substr(taken);
}

void FrameReader::end_body(std::vector<Frame>& frames) {
  if (known_charset_) frames.push_back(std::exchange(body_, {}));
  lost_ = false;
  start_header(std::nullopt);
}

void FrameReader::lose(FramingError error, std::vector<Frame>& frames) {
  if (!lost_) frames.push_back(tl::unexpected(error));
  lost_ = true;
  state_ = State::Searching;
  matched_ = 0;
  found_.clear();
  // The line may hold the end of something else and a good field after it.
  search(std::exchange(line_, {}));
}

// A match ends with a line, so nothing has to be read a second time: no character of the word but
// its first is a 'c'.
std::string_view FrameReader::search(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = to_lower(bytes[i]);
    if (matched_ < kLengthField.size()) {
      matched_ = c == kLengthField[matched_] ? matched_ + 1 : (c == kLengthField[0] ? 1 : 0);
      continue;
    }
    if (c != '\n') {
      found_ += c;
      const bool fits = found_.size() <= kLongestLength &&
                        (is_blank(c) || c == ':' || c == '\r' || (c >= '0' && c <= '9'));
      if (fits) continue;
      matched_ = c == kLengthField[0] ? 1 : 0;
      found_.clear();
      continue;
    }
    std::string_view field = trim(found_);
    if (field.ends_with('\r')) field.remove_suffix(1);
    const bool has_colon = field.starts_with(':');
    const auto length = parse_length(trim(has_colon ? field.substr(1) : field));
    matched_ = 0;
    found_.clear();
    if (!has_colon || !length) continue;
    start_header(*length);
    return bytes.substr(i + 1);
  }
  return {};
}

void FrameReader::start_header(std::optional<std::uint64_t> length) {
  state_ = State::Header;
  line_.clear();
  header_size_ = length ? kLengthField.size() : 0;
  length_ = length;
  known_charset_ = true;
}

}  // namespace personfirst::lsp
