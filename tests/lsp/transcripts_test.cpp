// Every tests/lsp/*.lsp is a conversation that must go exactly so; see transcript.h.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/lsp/transcript.h"

namespace personfirst::lsp {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> transcripts() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(TESTS_DIR) / "lsp"))
    if (entry.path().extension() == ".lsp") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

class Transcript : public testing::TestWithParam<fs::path> {};

TEST_P(Transcript, GoesAsWritten) {
  std::ifstream file(GetParam(), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(text.empty());
  const Played played = play(text);
  EXPECT_EQ(played.failures, "");
  if (!played.failures.empty() && std::getenv("UPDATE_GOLDEN") != nullptr)
    std::ofstream(GetParam(), std::ios::binary) << played.actual;
}

INSTANTIATE_TEST_SUITE_P(All, Transcript, testing::ValuesIn(transcripts()),
                         [](const auto& test) { return test.param.stem().string(); });

}  // namespace
}  // namespace personfirst::lsp
