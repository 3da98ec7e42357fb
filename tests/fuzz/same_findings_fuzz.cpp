// Ways to the same findings: with the prefilter and without it, by rules that were made ready
// beforehand and by others, in one go and edit by edit, with vector instructions and without them.
//
// The first byte chooses the format, the second some options. In what follows, a byte below 8
// stands for a stretch of text, so that a short input is a long document.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "linter/edited_document.h"
#include "linter/engine/byte_masks.h"
#include "linter/linter.h"
#include "linter/warm_up.h"
#include "tests/support/written.h"

namespace personfirst {
namespace {

constexpr std::size_t kLongest = 64 << 10;

constexpr std::string_view kStretches[] = {
    "\n\n",
    "The river ran past old towers and quiet gardens, and nobody spoke of it for years. ",
    "\n\nNothing else was found in the long, slow weeks that followed the storm of that winter. "
    "The river ran past old towers and quiet gardens, and nobody spoke of it for years. "
    "A letter came in spring, and was read aloud twice by the window, without an answer.\n\n",
    "\n- The river ran past old towers.\n- Nobody spoke of it for years.\n",
    "\n\n| a | b |\n| --- | --- |\n| old | tower |\n\n",
    "An addict came to the clinic. ",
    "\n\n```\nthe code of an addict\n```\n\n",
    "\n\n<p>The river ran past old towers, and nobody spoke of it.</p>\n\n"};

void require_same(const std::string& one, const std::string& other, const char* what) {
  if (one == other) return;
  std::fprintf(stderr, "%s:\n%s---\n%s", what, one.c_str(), other.c_str());
  std::abort();
}

std::string stretched(const std::uint8_t* data, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size && text.size() < kLongest; ++i) {
    if (data[i] < std::size(kStretches)) {
      text += kStretches[data[i]];
    } else {
      text += static_cast<char>(data[i]);
    }
  }
  return text;
}

struct Rules {
  RuleSetPtr lazy, ready;
};
const Rules& rules() {
  static const Rules kRules = [] {
    auto lazy = load_rules();
    auto ready = load_rules();
    if (!lazy || !ready) std::abort();
    warm_up(**ready);
    return Rules{*std::move(lazy), *std::move(ready)};
  }();
  return kRules;
}

LintOptions options_of(std::uint8_t byte) {
  LintOptions options;
  if (byte % 2 == 0) options.packs = {"all"};
  options.use_suppressions = byte % 3 != 0;
  options.require_reason = byte % 5 == 0;
  options.voice = byte % 7 == 0 ? Voice::MutualAid : Voice::Standard;
  if (byte % 11 == 0) options.allowed_phrases = {"an addict", "river"};
  return options;
}

// The document comes in two halves, loses its first line and gets it back.
std::string edited(const Document& document, const LintOptions& options) {
  EditedDocument edits(*rules().ready, options);
  const auto lint_text = [&](std::string_view text) {
    const auto version = std::make_shared<const Document>(
        make_document(document.name, document.format, std::string(text)));
    static_cast<void>(edits.lint(version));
  };
  const std::string_view text = document.text;
  const std::size_t line = std::min(text.find('\n'), text.size());
  lint_text(text.substr(0, text.size() / 2));
  lint_text(text);
  lint_text(text.substr(line));
  lint_text(text);
  return testing::written(edits.all());
}

// What is not read has none.
std::string without_problems(LintResult result) {
  result.problems.clear();
  return testing::written(result);
}

void check_masks(const Document& document) {
  const std::string_view text = document.text;
  const ByteClasses& classes = byte_classes(document.format);
  for (std::size_t at = 0; at + kMaskBytes <= text.size(); at += kMaskBytes - 1) {
    ByteMasks fast, plain;
    fastest_mask_bytes()(classes, text.data() + at, {&fast, 1});
    mask_bytes_plainly(classes, text.data() + at, {&plain, 1});
    if (fast != plain) std::abort();
  }
}

void check(const Document& document, LintOptions options) {
  const LintResult first = lint(*rules().lazy, document, options);
  const std::string usual = testing::written(first);
  options.use_prefilter = false;
  const LintResult read_whole = lint(*rules().lazy, document, options);
  require_same(without_problems(first), without_problems(read_whole), "no prefilter");
  options.use_prefilter = true;
  require_same(usual, testing::written(lint(*rules().ready, document, options)), "made ready");
  require_same(usual, edited(document, options), "edited");
  check_masks(document);
}

}  // namespace
}  // namespace personfirst

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  if (size < 2) return 0;
  constexpr int kFormats = static_cast<int>(Format::Rtf) + 1;
  check(
      make_document("text", static_cast<Format>(data[0] % kFormats), stretched(data + 2, size - 2)),
      options_of(data[1]));
  return 0;
}
