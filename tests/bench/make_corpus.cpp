// Makes what `make bench` reads:
//
//   make_corpus FOLDER [SEED]
//
//   FOLDER/terms.txt               the literal forms of all rules, one a line
//   FOLDER/few_terms.txt           one form of each rule
//   FOLDER/KIND_HITS_SIZE.ENDING   md, html and txt; 1, 10 and 100 MB; hits:
//     none    nothing to find, and no word that the linter looks for
//     plain   nothing put in; ordinary senses of such words, as in any text
//     hits    something to find every 2 kB, and no such word between
//     sparse  both: something to find every 2 kB, ordinary senses between
//     dense   every 100 bytes
//   FOLDER/many/                   10,000 files of 10 kB, Markdown, HTML and plain text
//   FOLDER/small.md                1 kB
//
// What is there is kept.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/bench/prose_maker.h"

namespace personfirst::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMega = 1'000'000;

struct Hits {
  const char* name;
  std::size_t bytes_a_hit;
  bool without_anchors;
};
constexpr Hits kHits[] = {{"none", 0, true},
                          {"plain", 0, false},
                          {"hits", 2000, true},
                          {"sparse", 2000, false},
                          {"dense", 100, false}};

struct Kind {
  const char* ending;
  Format format;
};
constexpr Kind kKinds[] = {
    {"md", Format::Markdown}, {"html", Format::Html}, {"txt", Format::PlainText}};

void write(const fs::path& path, const RuleWords& rules, const Recipe& recipe) {
  if (fs::exists(path)) return;
  const fs::path unfinished = path.string() + ".part";
  std::ofstream out(unfinished, std::ios::binary);
  ProseMaker maker(rules, recipe);
  for (std::size_t size = 0; size < recipe.bytes;) {
    const std::string block = maker.block();
    size += block.size();
    out << block;
  }
  out << maker.end();
  out.close();
  if (!out) {
    std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
    std::exit(2);
  }
  fs::rename(unfinished, path);
}

void write_lines(const fs::path& path, const std::vector<std::string>& lines) {
  std::ofstream out(path);
  for (const std::string& line : lines) out << line << '\n';
}

void write_single_files(const fs::path& folder, const RuleWords& rules, std::uint64_t seed) {
  for (const std::size_t megabytes : {1, 10, 100}) {
    for (const Kind& kind : kKinds) {
      for (const Hits& hits : kHits) {
        const std::string name =
            std::string(kind.ending) + "_" + hits.name + "_" + std::to_string(megabytes);
        write(folder / (name + "." + kind.ending), rules,
              {kind.format, megabytes * kMega, hits.bytes_a_hit, hits.without_anchors, seed++});
      }
    }
  }
  write(folder / "small.md", rules, {Format::Markdown, 1000, 500, false, seed});
}

void write_many_files(const fs::path& folder, const RuleWords& rules, std::uint64_t seed) {
  constexpr std::size_t kFiles = 10'000, kFilesAFolder = 100, kBytes = 9'700;
  for (std::size_t i = 0; i < kFiles; ++i) {
    const fs::path within = folder / std::to_string(i / kFilesAFolder);
    if (i % kFilesAFolder == 0) fs::create_directories(within);
    const Kind& kind = kKinds[i % 10 < 7 ? 0 : i % 10 < 9 ? 2 : 1];
    write(within / (std::to_string(i) + "." + kind.ending), rules,
          {kind.format, kBytes, i % 5 == 0 ? std::size_t{2000} : 0, i % 5 > 2, seed + i});
  }
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: make_corpus FOLDER [SEED]\n", stderr);
    return 2;
  }
  const fs::path folder = argv[1];
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  fs::create_directories(folder);
  const RuleWords rules = read_rule_words();
  write_lines(folder / "terms.txt", rules.literal_forms);
  write_lines(folder / "few_terms.txt", rules.first_forms);
  std::printf(
      "%zu literal forms, %zu of them one a rule; %zu words looked for, %zu sentences to find "
      "something in\n",
      rules.literal_forms.size(), rules.first_forms.size(), rules.anchors.size(),
      rules.examples.size());
  write_single_files(folder, rules, seed * 1'000'000);
  write_many_files(folder / "many", rules, seed * 1'000'000 + 1000);
  return 0;
}

}  // namespace
}  // namespace personfirst::bench

int main(int argc, char** argv) { return personfirst::bench::run(argc, argv); }
