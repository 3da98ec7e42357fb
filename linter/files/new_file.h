// A file that appears whole or not at all: it is written beside its place under another name, and
// takes its place at the end. For one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "linter/result.h"

namespace personfirst {

class NewFile {
 public:
  // A symbolic link is followed, and a file that is there keeps its mode. What is there but is not
  // a regular file (a device, a pipe) is written to directly. Errors name the path and the reason.
  [[nodiscard]] static Result<NewFile> create(const std::string& path);

  NewFile(NewFile&&) noexcept;
  NewFile& operator=(NewFile&&) noexcept;
  ~NewFile();  // without commit(), nothing has happened

  // Buffered. A failure is told by commit().
  void write(std::string_view bytes);
  // Once, at the end.
  [[nodiscard]] Result<void> commit();

 private:
  struct State;
  explicit NewFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Do two paths name one file, be it there or not?
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);

}  // namespace personfirst
