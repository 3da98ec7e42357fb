// The log: lines on standard error, for people. They tell what happened and how much of it there
// was, never what a document says.
#pragma once

#include <string_view>

namespace personfirst::lsp {

class Log {
 public:
  enum class Level { Off, Info, Debug };

  explicit Log(Level level) : level_(level) {}

  // From any thread. Made one line of at most 500 bytes. Never waits: a line that nobody makes room
  // for is dropped.
  void info(std::string_view line) const { write(Level::Info, line); }
  void debug(std::string_view line) const { write(Level::Debug, line); }
  [[nodiscard]] bool has_debug() const { return level_ == Level::Debug; }

 private:
  void write(Level level, std::string_view line) const;

  const Level level_;
};

}  // namespace personfirst::lsp
