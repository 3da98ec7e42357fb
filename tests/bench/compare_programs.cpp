// Whole runs of personfirst beside other programs on the same files, as `make bench` prints them:
//
//   compare_programs PERSONFIRST CORPUS [NAME OF A CASE, OR A GLOB]...
//
// The programs of a case take turns, and each round gives one ratio of each pair, so that what else
// the machine does falls on both. Ratios are of processor time, for one thread is promised; those
// marked "wall" are of the clock. Printed: the median, and the quartiles round it. (hyperfine would
// finish with one program before it begins with the next.)
//
// Exit status 0 whether targets are met or not; 2 when a program fails.
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/program_cost.h"

namespace personfirst::bench {
namespace {

struct Command {
  std::string name;
  std::vector<std::string> words;
};

struct Case {
  std::string name;
  std::vector<Command> commands;  // the first is measured against the others
  bool by_the_clock = false;
  std::size_t against = 0;  // which of them the target speaks of; 0: there is no target
  double target = 0;        // so many times as fast, at least
  double megabytes = 0;     // of the largest file; 0: memory does not matter
};

struct Spread {
  double low, middle, high;
};

Spread spread_of(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t last = values.size() - 1;
  return {values[last / 4], values[last / 2], values[last - last / 4]};
}

double megabytes_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
    std::exit(2);
  }
  return static_cast<double>(status.st_size) / 1e6;
}

// Enough rounds for quartiles, and not much longer than this for a case.
std::size_t rounds_for(double ms_a_round) {
  constexpr double kMsACase = 8000;
  return static_cast<std::size_t>(std::clamp(kMsACase / ms_a_round, 5.0, 31.0));
}

ProgramCost run(const Command& command) {
  const ProgramCost cost = run_program(command.words);
  // 1 is an answer for rg: nothing was found.
  if (!WIFEXITED(cost.status) || WEXITSTATUS(cost.status) > 1) {
    std::fprintf(stderr, "%s ended with status %d\n", command.name.c_str(), cost.status);
    std::exit(2);
  }
  return cost;
}

void print(const Case& one, const std::vector<std::vector<ProgramCost>>& costs) {
  const auto values = [&](std::size_t command, const auto& take) {
    std::vector<double> out;
    for (const ProgramCost& cost : costs[command]) out.push_back(take(cost));
    return spread_of(out);
  };
  const auto time = [&](const ProgramCost& cost) {
    return one.by_the_clock ? cost.wall_ms : cost.cpu_ms;
  };
  std::printf("%-16s", one.name.c_str());
  for (std::size_t i = 0; i < one.commands.size(); ++i) {
    std::printf("  %s %.1f ms", one.commands[i].name.c_str(), values(i, time).middle);
    if (i == 0) continue;
    std::vector<double> ratios;
    for (std::size_t round = 0; round < costs[i].size(); ++round)
      ratios.push_back(time(costs[i][round]) / std::max(time(costs[0][round]), 1e-3));
    const Spread ratio = spread_of(ratios);
    std::printf(" = x%.3g [%.3g-%.3g]", ratio.middle, ratio.low, ratio.high);
    if (one.against == i)
      std::printf(" (wanted x%.3g: %s)", one.target, ratio.middle >= one.target ? "yes" : "NO");
  }
  const double peak = values(0, [](const ProgramCost& cost) { return cost.peak_mb; }).high;
  std::printf("  peak %.0f MB", peak);
  if (one.megabytes > 0) {
    const double allowed = 40 + 3 * one.megabytes;
    std::printf(" (wanted %.0f: %s)", allowed, peak <= allowed ? "yes" : "NO");
  }
  std::printf("%s\n", one.by_the_clock ? "  wall" : "");
  std::fflush(stdout);
}

void measure(const Case& one) {
  double round_ms = 0;
  for (const Command& command : one.commands) round_ms += run(command).wall_ms;  // warms up
  std::vector<std::vector<ProgramCost>> costs(one.commands.size());
  for (std::size_t round = rounds_for(round_ms); round > 0; --round) {
    for (std::size_t i = 0; i < one.commands.size(); ++i) costs[i].push_back(run(one.commands[i]));
  }
  print(one, costs);
}

class Cases {
 public:
  Cases(std::string program, std::string corpus)
      : program_(std::move(program)), corpus_(std::move(corpus)) {}

  std::vector<Case> all() {
    cases_.push_back({"start",
                      {ours("1", "small.md"), {"rg --version", {"rg", "--version"}}},
                      false,
                      1,
                      1 / 6.0,
                      0});
    for (const char* kind : {"md", "html", "txt"}) {
      for (const char* size : {"1", "10", "100"}) {
        for (const char* hits : {"none", "plain", "hits", "sparse", "dense"})
          add_file(kind, hits, size);
      }
    }
    const std::string many = corpus_ + "/many";
    const Command word{"rg addict", {"rg", "-c", "addict", many}};
    cases_.push_back(
        {"many", {ours("2", "many"), word, rg("terms", many)}, true, 1, 1 / 3.0, 0.01});
    cases_.push_back({"many_threads", {ours("2", "many"), ours("1", "many")}, true, 1, 1.7, 0});
    return cases_;
  }

 private:
  [[nodiscard]] Command ours(const std::string& jobs, const std::string& path) const {
    return {"personfirst -j" + jobs,
            {program_, "lint", "--no-config", "--packs", "all", "--format", "json", "--fail-on",
             "never", "-j", jobs, corpus_ + "/" + path}};
  }
  [[nodiscard]] Command rg(const char* terms, const std::string& path) const {
    return {std::string("rg ") + terms,
            {"rg", "-c", "-i", "-w", "-f", corpus_ + "/" + terms + ".txt", path}};
  }
  void add_file(const std::string& kind, const std::string& hits, const std::string& size) {
    const std::string name = kind + "_" + hits + "_" + size;
    const std::string file = name + "." + kind;
    const std::string path = corpus_ + "/" + file;
    Case one{name,
             {ours("1", file),
              rg("terms", path),
              rg("few_terms", path),
              {"wc -l", {"wc", "-l", path}},
              {"cat", {"cat", path}}}};
    one.megabytes = megabytes_of(path);
    one.target = hits == "none" ? 8 : size == "1" ? 10 : size == "10" ? 6 : 2;
    if (hits == "none" ? size == "100" : hits == "hits" || hits == "sparse") one.against = 1;
    cases_.push_back(one);
  }

  std::string program_;
  std::string corpus_;
  std::vector<Case> cases_;
};

int compare(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: compare_programs PERSONFIRST CORPUS [NAME OF A CASE, OR A GLOB]...\n",
               stderr);
    return 2;
  }
  const std::vector<std::string> globs(argv + 3, argv + argc);
  for (const Case& one : Cases(argv[1], argv[2]).all()) {
    const auto names_it = [&](const std::string& glob) {
      return ::fnmatch(glob.c_str(), one.name.c_str(), 0) == 0;
    };
    if (globs.empty() || std::ranges::any_of(globs, names_it)) measure(one);
  }
  return 0;
}

}  // namespace
}  // namespace personfirst::bench

int main(int argc, char** argv) { return personfirst::bench::compare(argc, argv); }
