// What one run of a program costs, as the system counts it.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

extern char** environ;

namespace personfirst::bench {

struct ProgramCost {
  double wall_ms = 0;
  double cpu_ms = 0;  // of all its threads, and of the system for it
  double peak_mb = 0;
  int status = 0;
};

// Its output goes nowhere. What calls must be small: the system counts a caller's peak memory for
// the programs that it starts.
inline ProgramCost run_program(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t process = -1;
  if (::posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    std::fprintf(stderr, "%s: cannot be started\n", arguments[0]);
    std::exit(2);
  }
  ::posix_spawn_file_actions_destroy(&actions);
  rusage usage{};
  ProgramCost cost;
  ::wait4(process, &cost.status, 0, &usage);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  cost.wall_ms = wall.count();
  cost.cpu_ms = ms(usage.ru_utime) + ms(usage.ru_stime);
  cost.peak_mb = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
  return cost;
}

}  // namespace personfirst::bench
