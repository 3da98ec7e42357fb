// Comments that silence rules: whatever stands in a document, its directives lie inside it, and the
// edit that silences a finding does so. The first byte chooses the format.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "linter/linter.h"
#include "linter/suppress.h"

namespace personfirst {
namespace {

constexpr std::size_t kFindings = 4;  // of a document, that are silenced

void require(bool holds) {
  if (!holds) std::abort();
}

const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  require(kRules.has_value());
  return **kRules;
}

void check_words(const Document& document) {
  std::uint32_t begin = 0;
  for (const DirectiveWord& word : directive_words(document)) {
    require(word.span.begin >= begin && word.span.begin < word.span.end &&
            word.span.end <= document.text.size());
    begin = word.span.begin;
  }
}

std::size_t count_like(const LintResult& result, const Document& document, const Finding& finding,
                       std::string_view words) {
  return static_cast<std::size_t>(std::ranges::count_if(result.findings, [&](const Finding& one) {
    return one.rule == finding.rule && slice(document.text, one.span) == words;
  }));
}

void check_silenced(const Document& document, const LintResult& before, const Finding& finding) {
  const std::optional<Edit> edit = suppression_edit(document, finding);
  if (!edit) return;
  require(edit->span.begin <= edit->span.end && edit->span.end <= document.text.size());
  std::string text = document.text;
  text.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->text);
  const Document after = make_document(document.name, document.format, text);
  check_words(after);
  const std::string words(slice(document.text, finding.span));
  require(count_like(lint(rules(), after, {}), after, finding, words) <
          count_like(before, document, finding, words));
}

}  // namespace
}  // namespace personfirst

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  if (size == 0) return 0;
  constexpr int kFormats = static_cast<int>(Format::Rtf) + 1;
  const Document document =
      make_document("text", static_cast<Format>(data[0] % kFormats),
                    std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  check_words(document);
  const LintResult result = lint(rules(), document, {});
  for (std::size_t i = 0; i < std::min(result.findings.size(), kFindings); ++i)
    check_silenced(document, result, result.findings[i]);
  return 0;
}
