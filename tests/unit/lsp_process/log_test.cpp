// The log is lines, and never makes anybody wait.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <string>

#include "lsp/process_log.h"

namespace personfirst::lsp {
namespace {

// What `write` puts on standard error; no more than a pipe holds.
template <typename Write>
std::string logged(Write write) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const int kept = ::dup(STDERR_FILENO);
  ::dup2(ends[1], STDERR_FILENO);
  write();
  ::dup2(kept, STDERR_FILENO);
  ::close(kept);
  ::close(ends[1]);
  std::string text;
  std::array<char, 4096> buffer;
  while (true) {
    const ssize_t size = ::read(ends[0], buffer.data(), buffer.size());
    if (size <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  return text;
}

void check(Log::Level level, const std::string& expected) {
  const Log log(level);
  EXPECT_EQ(logged([&] {
              log.info("news");
              log.debug("more");
            }),
            expected);
}

TEST(Log, TellsWhatTheLevelAsksFor) {
  check(Log::Level::Off, "");
  check(Log::Level::Info, "personfirst-lsp: news\n");
  check(Log::Level::Debug, "personfirst-lsp: news\npersonfirst-lsp: more\n");
}

TEST(Log, ALineIsOneShortLine) {
  const Log log(Log::Level::Info);
  EXPECT_EQ(logged([&] { log.info("a\nb\r\x1B[31m\x7F"); }), "personfirst-lsp: a b  [31m \n");
  EXPECT_EQ(logged([&] { log.info(std::string(10'000, 'a')); }).size(), 501U);
}

TEST(Log, NobodyWaitsForAReader) {
  const Log log(Log::Level::Info);
  const std::string text = logged([&] {
    for (int i = 0; i < 100'000; ++i) log.info("a line that nobody reads");
  });
  EXPECT_GT(text.size(), 1000U);
  EXPECT_EQ(text.size() % std::string("personfirst-lsp: a line that nobody reads\n").size(), 0U);
}

}  // namespace
}  // namespace personfirst::lsp
