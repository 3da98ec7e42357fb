// Whatever the text: the prefilter changes no finding, spans and edits are inside the text, and
// fixing ends in a text that can be linted again. The first byte chooses the format.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "linter/linter.h"

namespace personfirst {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const RuleSet& rules() {
  static const Result<RuleSetPtr> kRules = load_rules();
  require(kRules.has_value());
  return **kRules;
}

void check_same(const std::vector<Finding>& one, const std::vector<Finding>& other) {
  require(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    require(one[i].rule == other[i].rule && one[i].span == other[i].span &&
            one[i].context == other[i].context);
    require(one[i].severity == other[i].severity && one[i].fixes.size() == other[i].fixes.size());
  }
}

void check_spans(const std::vector<Finding>& findings, std::size_t size) {
  std::uint32_t end = 0;
  for (const Finding& finding : findings) {
    require(finding.span.begin >= end && finding.span.begin < finding.span.end &&
            finding.span.end <= size);
    end = finding.span.end;
    for (const Fix& fix : finding.fixes) {
      std::uint32_t edited = 0;
      for (const Edit& edit : fix.edits) {
        require(edit.span.begin >= edited && edit.span.begin <= edit.span.end &&
                edit.span.end <= size);
        edited = edit.span.end;
      }
      require(fix.edits.empty() == (fix.applicability == Applicability::DisplayOnly));
    }
  }
}

void check(const Document& document) {
  LintOptions options;
  options.packs = {"all"};
  const std::vector<Finding> findings = lint(rules(), document, options).findings;
  options.use_prefilter = false;
  check_same(findings, lint(rules(), document, options).findings);
  check_spans(findings, document.text.size());
  options.use_prefilter = true;
  const FixedText fixed = fix_document(rules(), document, options, FixLevel::AskFirst);
  require(fixed.applied > 0 || fixed.text == document.text);
  const Document after = make_document(document.name, document.format, fixed.text);
  check_spans(lint(rules(), after, options).findings, after.text.size());
}

}  // namespace
}  // namespace personfirst

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst;
  if (size == 0) return 0;
  constexpr Format kFormats[] = {Format::PlainText, Format::Markdown, Format::Html};
  check(make_document("text", kFormats[data[0] % 3],
                      std::string(reinterpret_cast<const char*>(data + 1), size - 1)));
  return 0;
}
