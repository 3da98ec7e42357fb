// Work-done progress of one long request: with the token that the client handed in, or one of the
// server's own for clients that can show it. Server's thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lsp/dispatcher.h"

namespace personfirst::lsp {

class Progress {
 public:
  // Says nothing at all while it has no token.
  explicit Progress(Dispatcher& dispatcher) : dispatcher_(dispatcher.weak_from_this()) {}
  ~Progress() { end(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `token` is of the client's: used at once.
  void begin(const Json& token, std::string_view title);
  // A token of the server's: used when the client has agreed, if it is not too late then.
  static void begin_own(const std::shared_ptr<Progress>& progress, const std::string& token,
                        std::string_view title);

  // `done` of `all`; sent only when the percentage is a new one.
  void report(std::size_t done, std::size_t all);
  void end();

  [[nodiscard]] const std::string& token() const { return token_; }  // JSON text; may be empty

 private:
  void send(const Json& value);

  std::weak_ptr<Dispatcher> dispatcher_;
  std::string token_;
  bool running_ = false;
  bool ended_ = false;
  std::size_t percentage_ = 0;
};

}  // namespace personfirst::lsp
