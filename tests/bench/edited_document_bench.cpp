// Keystrokes in documents that are linted as they are edited: 20 kB, 1 MB and 10 MB, a finding
// every 2 kB. A keystroke is typed into a paragraph somewhere, and taken back by the next one.
//
// Times are of the whole way from the new text to the findings: the document, its line index, and
// the lint. p50 and p99 are counters, in microseconds of the thread's own time.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/edited_document.h"

namespace personfirst {
namespace {

const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  return **kRules;
}

// Of this thread's own work: a busy machine does not count.
double thread_micros() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::string text_of(Format format, std::size_t size) {
  const bool html = format == Format::Html;
  std::string text;
  std::size_t next_finding = 0;
  for (std::size_t i = 1; text.size() < size; ++i) {
    if (i % 40 == 1) {
      const std::string number = std::to_string(i);
      text += format == Format::Markdown ? "## Part " + number + "\n\n"
              : html                     ? "<h2>Part " + number + "</h2>\n"
                                         : "Part " + number + "\n\n";
    }
    if (html) text += "<p>";
    for (int sentence = 0; sentence < 6; ++sentence) {
      text +=
          format == Format::Markdown ? "The river ran past *old* towers and [quiet](/a) gardens. "
          : html ? "The river ran past <em>old</em> towers and <a href=\"/a\">quiet</a> gardens. "
                 : "The river ran past old towers and quiet, green gardens of stone. ";
    }
    if (text.size() >= next_finding) {
      text += "The ward met an addict on Monday.";
      next_finding = text.size() + 2000;
    }
    text += html ? "</p>\n" : "\n\n";
  }
  return text;
}

void report(benchmark::State& state, std::vector<double>& micros) {
  if (micros.empty()) return;
  std::sort(micros.begin(), micros.end());
  state.counters["p50_us"] = micros[micros.size() / 2];
  state.counters["p99_us"] = micros[micros.size() * 99 / 100];
  state.counters["max_us"] = micros.back();
}

void BM_Keystroke(benchmark::State& state) {
  const auto format = static_cast<Format>(state.range(0));
  std::string text = text_of(format, static_cast<std::size_t>(state.range(1)));
  const std::string_view typed = "He met an addict, and they said: ";
  EditedDocument edited(rules(), {});
  auto document = std::make_shared<const Document>(make_document("bench", format, text));
  benchmark::DoNotOptimize(edited.lint(document).size());
  std::vector<double> micros;
  std::size_t place = 0;
  std::size_t keys = 0;
  for (auto _ : state) {
    if (keys == 0) {
      place = text.find("gardens", (place + text.size() / 7 * 3 + 12345) % (text.size() - 1000));
      place = place == std::string::npos ? text.size() / 2 : place;
    }
    const bool types = keys < typed.size();
    const std::size_t at = place + (types ? keys : 2 * typed.size() - 1 - keys);
    if (types) {
      text.insert(at, 1, typed[keys]);
    } else {
      text.erase(at, 1);
    }
    keys = (keys + 1) % (2 * typed.size());
    std::string copy = text;
    const double begin = thread_micros();
    const auto from = static_cast<std::uint32_t>(at);
    LineIndex lines = document->lines();
    lines.replace(copy, {from, types ? from : from + 1}, types ? 1 : 0);
    document = std::make_shared<const Document>(
        Document{"bench", format, std::move(copy), std::move(lines), "en", {}});
    benchmark::DoNotOptimize(edited.lint(document).size());
    micros.push_back(thread_micros() - begin);
  }
  report(state, micros);
}

void BM_Open(benchmark::State& state) {
  const auto format = static_cast<Format>(state.range(0));
  const auto document = std::make_shared<const Document>(
      make_document("bench", format, text_of(format, static_cast<std::size_t>(state.range(1)))));
  for (auto _ : state) {
    EditedDocument edited(rules(), {});
    benchmark::DoNotOptimize(edited.lint(document).size());
  }
}

void BM_MakeDocument(benchmark::State& state) {
  const std::string text = text_of(Format::Markdown, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(make_document("bench", Format::Markdown, text).text.size());
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const Format format : {Format::Markdown, Format::Html, Format::PlainText}) {
    for (const std::int64_t size : {20'000, 1'000'000, 10'000'000})
      bench->Args({static_cast<std::int64_t>(format), size});
  }
}

BENCHMARK(BM_Keystroke)->Apply(sizes)->ArgNames({"format", "bytes"})->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_Open)->Apply(sizes)->ArgNames({"format", "bytes"})->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MakeDocument)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace personfirst
