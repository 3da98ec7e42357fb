// Each stage of a lint alone, over 1 MB of made-up Markdown with something to find every 2 kB:
// looking for places, reading the markup, folding, matching, judging, printing.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "linter/engine/candidates.h"
#include "linter/engine/judge.h"
#include "linter/engine/passage.h"
#include "linter/engine/prefilter.h"
#include "linter/engine/surroundings.h"
#include "linter/linter.h"
#include "linter/markup/extract.h"
#include "linter/render/format.h"
#include "linter/rules/rule_set.h"
#include "linter/selection.h"
#include "linter/warm_up.h"
#include "tests/bench/prose_maker.h"

namespace personfirst::bench {
namespace {

constexpr std::size_t kSize = 1'000'000;

const RuleSet& rules() {
  static const RuleSetPtr kRules = [] {
    RuleSetPtr loaded = *load_rules();
    warm_up(*loaded);
    return loaded;
  }();
  return *kRules;
}
const CompiledLanguage& english() { return rules().languages.find("en")->second; }

LintOptions everything() {
  LintOptions options;
  options.packs = {"all"};
  return options;
}

Document made(std::size_t bytes_a_hit, bool without_anchors) {
  static const RuleWords kWords = read_rule_words();
  const Recipe recipe{Format::Markdown, kSize, bytes_a_hit, without_anchors, 1};
  ProseMaker maker(kWords, recipe);
  std::string text;
  while (text.size() < kSize) text += maker.block();
  return make_document("bench.md", Format::Markdown, text);
}
const Document& nothing_to_find() {
  static const Document kDocument = made(0, true);
  return kDocument;
}
const Document& sparse() {
  static const Document kDocument = made(2000, false);
  return kDocument;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * kSize));
}

void BM_LookForPlaces(benchmark::State& state) {
  const Document& document = nothing_to_find();
  for (auto _ : state)
    benchmark::DoNotOptimize(may_hold_candidates(english().scan, document.text, document.format));
  count_bytes(state);
}
BENCHMARK(BM_LookForPlaces)->Unit(benchmark::kMicrosecond);

void BM_ReadMarkup(benchmark::State& state) {
  const Document& document = sparse();
  for (auto _ : state) benchmark::DoNotOptimize(extract(document).prose.size());
  count_bytes(state);
}
BENCHMARK(BM_ReadMarkup)->Unit(benchmark::kMicrosecond);

std::vector<Folded> folded(const std::vector<Prose>& all) {
  const auto knows = [](std::string_view word) { return english().anchors.contains(word); };
  std::vector<Folded> out;
  for (const Prose& prose : all) out.push_back(fold_prose(prose, knows));
  return out;
}

void BM_Fold(benchmark::State& state) {
  const Extracted extracted = extract(sparse());
  for (auto _ : state) benchmark::DoNotOptimize(folded(extracted.prose).size());
  count_bytes(state);
}
BENCHMARK(BM_Fold)->Unit(benchmark::kMicrosecond);

void BM_Match(benchmark::State& state) {
  const Extracted extracted = extract(sparse());
  const std::vector<Folded> texts = folded(extracted.prose);
  const std::vector<bool> active = active_rules(rules(), everything(), "en");
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Folded& text : texts)
      found += find_candidates(rules(), english(), active, text).size();
  }
  state.counters["candidates"] = static_cast<double>(found);
  count_bytes(state);
}
BENCHMARK(BM_Match)->Unit(benchmark::kMicrosecond);

void BM_Judge(benchmark::State& state) {
  const Extracted extracted = extract(sparse());
  const LintOptions options = everything();
  const std::vector<bool> active = active_rules(rules(), options, "en");
  std::vector<Passage> passages;
  std::vector<std::vector<Candidate>> candidates;
  std::vector<Folded> texts = folded(extracted.prose);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<Candidate> here = find_candidates(rules(), english(), active, texts[i]);
    if (here.empty()) continue;
    passages.emplace_back(extracted.prose[i], std::move(texts[i]));
    candidates.push_back(std::move(here));
  }
  WholeDocument around(english(), extracted.prose);
  for (auto _ : state) {
    Judge judge(rules(), english(), options, around);
    for (std::size_t i = 0; i < passages.size(); ++i) {
      judge.forget_passage();
      for (const Candidate& one : candidates[i])
        benchmark::DoNotOptimize(judge.judge(passages[i], one, one.span.end).verdict);
    }
  }
  count_bytes(state);
}
BENCHMARK(BM_Judge)->Unit(benchmark::kMicrosecond);

void BM_Lint(benchmark::State& state) {
  const Document& document = sparse();
  std::size_t found = 0;
  for (auto _ : state) found = lint(rules(), document, everything()).findings.size();
  state.counters["findings"] = static_cast<double>(found);
  count_bytes(state);
}
BENCHMARK(BM_Lint)->Unit(benchmark::kMicrosecond);

void BM_Print(benchmark::State& state) {
  const NamedFormat& format = output_formats()[static_cast<std::size_t>(state.range(0))];
  state.SetLabel(std::string(format.name));
  RenderSettings settings;
  settings.rules = list_rules(rules());
  settings.sources = list_sources(rules());
  const auto renderer = make_renderer(format.format, settings);
  const Document& document = sparse();
  const LintResult result = lint(rules(), document, everything());
  for (auto _ : state)
    benchmark::DoNotOptimize(renderer->document({document, result.findings, {}}).text.size());
  count_bytes(state);
}
BENCHMARK(BM_Print)->DenseRange(0, 11)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace personfirst::bench
