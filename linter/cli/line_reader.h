// Lines of a stream, of bounded length, without their ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace personfirst {

struct Line {
  std::uint64_t number = 0;  // from 1; empty lines count
  std::string text;          // empty when the line was too long
  bool too_long = false;
};

class LineReader {
 public:
  LineReader(int fd, std::size_t longest) : fd_(fd), longest_(longest) {}

  // Nothing at the end, or when reading fails: then error() is not 0. Never holds more than one
  // line and one block.
  [[nodiscard]] std::optional<Line> next();
  [[nodiscard]] int error() const { return error_; }

 private:
  bool fill();

  int fd_;
  std::size_t longest_;
  int error_ = 0;
  std::uint64_t number_ = 0;
  std::string block_;
  std::size_t at_ = 0;  // in block_
};

}  // namespace personfirst
