// Tells when another process has ended: a server whose client is gone must not stay behind.
#pragma once

#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

#include "lsp/transport.h"

namespace personfirst::lsp {

class ProcessWatch {
 public:
  // `gone` is called on a thread of this object's, at most once for each process.
  explicit ProcessWatch(std::function<void()> gone) : gone_(std::move(gone)) {}
  ~ProcessWatch();
  ProcessWatch(const ProcessWatch&) = delete;
  ProcessWatch& operator=(const ProcessWatch&) = delete;

  // A process that is not there is gone. Numbers that no process has are passed over.
  void watch(std::int64_t process);

 private:
  const std::function<void()> gone_;
  WakeUp stop_;
  std::vector<std::int64_t> watched_;
  std::vector<std::thread> threads_;
};

}  // namespace personfirst::lsp
