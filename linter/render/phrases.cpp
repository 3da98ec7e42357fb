#include "linter/render/phrases.h"

#include <fmt/format.h>

namespace personfirst {

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string_view context_note(Context context) {
  switch (context) {
    case Context::Prose:
      return {};
    case Context::Quotation:
      return "these are somebody's own words in a quotation; keep them if they must stand";
    case Context::SelfLabel:
      return "people may name themselves as they like; keep this if it is their own choice";
  }
  return {};
}

std::string_view kind_name(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "best changed";
    case Severity::Warning:
      return "worth changing";
    case Severity::Hint:
      return "worth a thought";
  }
  return {};
}

std::string with_capital(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string sentence(std::string_view text) {
  std::string out = with_capital(text);
  if (out.empty()) return out;
  constexpr std::string_view kEnds = ".!?";
  if (kEnds.find(out.back()) == std::string_view::npos) out += '.';
  return out;
}

bool is_choice(const Fix& fix) {
  return !fix.edits.empty() || (!fix.title.empty() && fix.title[0] >= 'a' && fix.title[0] <= 'z');
}

std::string advice_line(const Finding& finding) {
  std::string choices, remarks;
  for (const Fix& fix : finding.fixes) {
    if (!is_choice(fix)) {
      remarks += (remarks.empty() ? "" : " ") + sentence(fix.title);
    } else {
      choices += (choices.empty() ? "You could " : " or ") + fix.title;
    }
  }
  if (!choices.empty()) choices += '.';
  if (!choices.empty() && !remarks.empty()) choices += ' ';
  return choices + remarks;
}

std::string full_message(const Finding& finding) {
  const std::string advice = advice_line(finding);
  return advice.empty() ? finding.message : finding.message + " " + advice;
}

}  // namespace personfirst
