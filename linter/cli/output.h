// Standard output, buffered, with its mistakes noticed.
//
// A reader that goes away (`personfirst ... | head`) is not an error: writing ends quietly. main()
// ignores SIGPIPE.
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace personfirst {

class Output {
 public:
  explicit Output(int fd) : fd_(fd) {}
  // What is left is not written where an exception ends the run: it would be part of something.
  ~Output() {
    if (std::uncaught_exceptions() == 0) flush();
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void flush();

  // False once nobody reads any more, or the disk is full: more work for it is wasted.
  [[nodiscard]] bool is_open() const { return error_ == 0; }
  // errno; 0 when all is well or the reader just went away.
  [[nodiscard]] int failure() const;

 private:
  int fd_;
  int error_ = 0;
  std::string buffer_;
};

// "personfirst: WHERE: WHAT" on standard error.
void complain(std::string_view what);

// The status to end with: `status`, or 2 after a complaint when the output could not be written, or
// 0 when nobody reads it.
[[nodiscard]] int finish(Output& output, int status);

}  // namespace personfirst
