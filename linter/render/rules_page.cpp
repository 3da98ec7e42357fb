#include "linter/render/rules_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace personfirst {
namespace {

// Characters that Markdown would take for its own.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '<' || c == '[' || c == ']') out += '\\';
    out += c;
  }
  return out;
}

std::string found_in(const RuleInfo& rule) {
  std::set<std::string> found;
  for (const std::string& example : rule.flag_examples) {
    const std::size_t begin = example.find("[[");
    const std::size_t end = example.find("]]");
    if (begin != std::string::npos && end != std::string::npos)
      found.insert(example.substr(begin + 2, end - begin - 2));
  }
  return fmt::format("{}", fmt::join(found, "; "));
}

std::string message_of(const RuleInfo& rule) {
  std::string message = rule.message;
  if (const std::size_t at = message.find("{match}"); at != std::string::npos)
    message.replace(at, 7, "…");
  return message;
}

void add_rule(const RuleInfo& rule, std::string& out) {
  out +=
      fmt::format("\n### {}\n\n{}, pack {}{}\n\n{}\n", rule.id, to_string(rule.severity), rule.pack,
                  rule.on_by_default ? "" : ", off until it is named", escaped(message_of(rule)));
  if (!rule.note.empty()) out += fmt::format("{}\n", escaped(rule.note));
  out += fmt::format("\n- Found: {}\n", escaped(found_in(rule)));
  if (!rule.suggestions.empty()) {
    out += fmt::format("- Instead: {}\n",
                       escaped(fmt::format("{}", fmt::join(rule.suggestions, "; "))));
  }
  if (!rule.advice.empty()) out += fmt::format("- Advice: {}\n", escaped(rule.advice));
  if (!rule.sources.empty()) out += fmt::format("- Sources: {}\n", fmt::join(rule.sources, ", "));
}

}  // namespace

std::string rules_page(std::span<const RuleInfo> rules, std::span<const Source> sources) {
  std::string out =
      "# All rules\n\n"
      "Made by `personfirst rules --format markdown`; do not edit. README.md tells how rules "
      "work.\n";
  std::string topic;
  std::set<std::string> cited;
  for (const RuleInfo& rule : rules) {
    if (rule.topic != topic) {
      topic = rule.topic;
      out += fmt::format("\n## {}\n", topic);
    }
    add_rule(rule, out);
    cited.insert(rule.sources.begin(), rule.sources.end());
  }
  out += "\n## Sources\n\n";
  for (const Source& source : sources) {
    if (!cited.contains(source.id)) continue;
    out += fmt::format("- **{}**: {}. {}{}{}. {}\n", source.id, escaped(source.title),
                       escaped(source.publisher), source.year.empty() ? "" : ", ", source.year,
                       source.url);
  }
  return out;
}

}  // namespace personfirst
