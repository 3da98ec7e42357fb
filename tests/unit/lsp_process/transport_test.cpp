// Bytes come and go whole, nobody waits for ever, and what cannot be reached is an error.
#include "lsp/transport.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>

namespace personfirst::lsp {
namespace {

struct Ends {
  Fd one;
  Fd other;
};

Ends make_pipe() {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  return {Fd(ends[1]), Fd(ends[0])};
}

Ends make_sockets() {
  int ends[2];
  EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  return {Fd(ends[0]), Fd(ends[1])};
}

void check_round(const Ends& ends) {
  const std::string sent(1'000'003, 'x');
  WakeUp wake;
  bool written = false;
  std::thread writer([&] { written = write_all(ends.one.number(), sent, wake); });
  std::string got;
  std::array<char, 8000> buffer;
  while (got.size() < sent.size()) {
    const std::size_t size = read_some(ends.other.number(), buffer, wake);
    if (size == 0) break;
    got.append(buffer.data(), size);
  }
  writer.join();
  EXPECT_TRUE(written);
  EXPECT_EQ(got, sent);
}

TEST(Transport, AllBytesArrive) {
  check_round(make_pipe());
  check_round(make_sockets());
}

void check_wake(const Ends& ends) {
  WakeUp wake;
  std::thread writer(
      [&] { EXPECT_FALSE(write_all(ends.one.number(), std::string(10'000'000, 'x'), wake)); });
  wake.wake();
  writer.join();
  Ends idle = make_pipe();
  std::array<char, 10> buffer;
  EXPECT_EQ(read_some(idle.other.number(), buffer, wake), 0U);
}

TEST(Transport, WhoWaitsCanBeWoken) {
  check_wake(make_pipe());
  check_wake(make_sockets());
}

void check_closed(Ends ends) {
  ::signal(SIGPIPE, SIG_IGN);  // as main does
  WakeUp wake;
  ends.other.close();
  EXPECT_FALSE(write_all(ends.one.number(), "x", wake));
}

TEST(Transport, AClosedSideIsNoticed) {
  check_closed(make_pipe());
  check_closed(make_sockets());
  Ends ends = make_pipe();
  ends.one.close();
  std::array<char, 10> buffer;
  WakeUp wake;
  EXPECT_EQ(read_some(ends.other.number(), buffer, wake), 0U);
}

TEST(Transport, WhatCannotBeReachedIsAnError) {
  const auto missing = connect_to_socket("/nonexistent/socket");
  ASSERT_FALSE(missing);
  EXPECT_EQ(to_string(missing.error()), "/nonexistent/socket: No such file or directory");
  EXPECT_FALSE(connect_to_socket(""));
  EXPECT_FALSE(connect_to_socket("/" + std::string(200, 'a')));
  const auto refused = connect_to_port(1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(to_string(refused.error()), "127.0.0.1:1: Connection refused");
}

}  // namespace
}  // namespace personfirst::lsp
