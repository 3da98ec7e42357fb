// lint() over made-up Markdown: without a candidate, with a finding every 2 kB, and with one in
// every sentence; and loading.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>

#include "linter/linter.h"

namespace personfirst {
namespace {

constexpr std::size_t kSize = 1 << 20;

const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  return **kRules;
}

// About 1 MB of paragraphs; every `every`-th sentence holds a finding, none when it is 0.
Document document(std::size_t every) {
  std::string text;
  for (std::size_t i = 1; text.size() < kSize; ++i) {
    const bool finding = every != 0 && i % every == 0;
    text += finding ? "The ward met an addict on Monday. "
                    : "The river ran past *old* towers and [quiet](/a) gardens. ";
    if (i % 8 == 0) text += "\n\n";
  }
  return make_document("bench.md", Format::Markdown, text);
}

void BM_Lint(benchmark::State& state) {
  const Document text = document(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(lint(rules(), text, {}).findings.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.text.size()));
}
BENCHMARK(BM_Lint)->Arg(0)->Arg(40)->Arg(1)->Unit(benchmark::kMillisecond);

// Something fixed to compare with, in the same run.
void BM_CountLines(benchmark::State& state) {
  const Document text = document(0);
  for (auto _ : state)
    benchmark::DoNotOptimize(std::count(text.text.begin(), text.text.end(), '\n'));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.text.size()));
}
BENCHMARK(BM_CountLines)->Unit(benchmark::kMillisecond);

void BM_LoadRules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load_rules().has_value());
}
BENCHMARK(BM_LoadRules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace personfirst
