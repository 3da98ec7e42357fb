// The protocol's base layer: bytes in any split -> message bodies, and what was wrong between them.
//
// A message is "Content-Length: N", perhaps other fields, an empty line, and N bytes. Lines may end
// in a bare LF, and names of fields are taken in any case. Whatever else comes is reported once and
// then passed over up to the next line that ends like a good "Content-Length: N": JSON has no raw
// line end inside a string, so no text of a document can look like one. Nothing is kept but the
// header or the body at hand, each with a limit, and a body takes memory only as its bytes come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace personfirst::lsp {

enum class FramingError {
  BadHeader,       // a line that is no field
  HeaderTooLong,   // no empty line within kHeaderLimit
  NoLength,        // a header without Content-Length
  BadLength,       // negative, no number, or two that differ
  TooLarge,        // more than kBodyLimit
  UnknownCharset,  // a body that says to be something else than UTF-8; it was passed over
  CutShort         // the input ended inside a message
};

// What to tell people; never a byte of the input.
[[nodiscard]] std::string_view to_string(FramingError error);

inline constexpr std::size_t kHeaderLimit = 8 * 1024;
inline constexpr std::uint64_t kBodyLimit = 256 * 1024 * 1024;

using Frame = tl::expected<std::string, FramingError>;  // a body

class FrameReader {
 public:
  // Appends what `bytes` complete.
  void read(std::string_view bytes, std::vector<Frame>& frames);
  // No more input.
  void end(std::vector<Frame>& frames);

 private:
  enum class State { Header, Body, Searching };

  // Each takes what it can use of `bytes`, at least one, and returns the rest.
  std::string_view read_header(std::string_view bytes, std::vector<Frame>& frames);
  std::string_view read_body(std::string_view bytes, std::vector<Frame>& frames);
  std::string_view search(std::string_view bytes);

  std::optional<FramingError> take_line();
  std::optional<FramingError> take_field(std::string_view name, std::string_view value);
  void end_header(std::vector<Frame>& frames);
  void end_body(std::vector<Frame>& frames);
  void lose(FramingError error, std::vector<Frame>& frames);
  void start_header(std::optional<std::uint64_t> length);

  State state_ = State::Header;
  bool lost_ = false;  // an error was reported, and no message has come since

  std::string line_;             // of the header, not yet whole
  std::size_t header_size_ = 0;  // so far, empty lines before it not counted
  std::optional<std::uint64_t> length_;
  bool known_charset_ = true;

  std::string body_;
  std::uint64_t missing_ = 0;  // bytes of the body that are still to come

  std::size_t matched_ = 0;  // while searching: characters of "content-length"
  std::string found_;        // and what follows them on the line
};

// The message as it goes on the wire.
[[nodiscard]] std::string frame_header(std::size_t body_size);

}  // namespace personfirst::lsp
