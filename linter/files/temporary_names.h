// The names of files that are there for a moment, so that a program that is told to stop takes them
// along.
#pragma once

#include <string>

namespace personfirst {

// Remembers one name while it lives. Any thread; a name that is too long, or one of too many, is
// not remembered.
class TemporaryName {
 public:
  explicit TemporaryName(const std::string& path);
  ~TemporaryName();
  TemporaryName(const TemporaryName&) = delete;
  TemporaryName& operator=(const TemporaryName&) = delete;

 private:
  int slot_;
};

// For a main(): SIGINT, SIGTERM and SIGHUP remove the files whose names are remembered, and then
// end the program as they would have. A signal that the program was started to ignore stays so.
void remove_temporary_files_when_stopped();

}  // namespace personfirst
