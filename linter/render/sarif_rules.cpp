#include "linter/render/sarif_rules.h"

#include <fmt/format.h>

#include "linter/render/phrases.h"

namespace personfirst {
namespace {

// "people/some-word" -> "PeopleSomeWord": SARIF wants a name without punctuation.
std::string name_of(std::string_view id) {
  std::string name;
  bool capital = true;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9')) {
      capital = true;
      continue;
    }
    name += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    capital = false;
  }
  return name;
}

// Characters that Markdown would take for its own.
std::string escaped(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>#|";
  std::string out;
  for (const char c : text) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string source_line(const Source& source) {
  std::string line = source.title;
  if (!source.publisher.empty()) line += ". " + source.publisher;
  if (!source.year.empty()) line += ", " + source.year;
  return line + ".";
}

struct Help {
  std::string text, markdown;

  void paragraph(std::string_view what) {
    if (what.empty()) return;
    text += fmt::format("{}{}", text.empty() ? "" : "\n\n", what);
    markdown += fmt::format("{}{}", markdown.empty() ? "" : "\n\n", escaped(what));
  }
  void heading(std::string_view what) {
    text += fmt::format("\n\n{}:", what);
    markdown += fmt::format("\n\n**{}**\n", what);
  }
  void item(std::string_view what, std::string_view url = {}) {
    text += fmt::format("\n- {}", what);
    markdown += url.empty() ? fmt::format("\n- {}", escaped(what))
                            : fmt::format("\n- [{}]({})", escaped(what), url);
    if (!url.empty()) text += fmt::format(" {}", url);
  }
};

Help help_of(const RenderSettings& settings, const RuleInfo& rule) {
  Help help;
  help.paragraph(rule.note);
  if (!rule.suggestions.empty()) {
    help.heading("You could write");
    for (const std::string& suggestion : rule.suggestions) help.item(suggestion);
  }
  help.paragraph(rule.advice);
  if (!rule.sources.empty()) help.heading("Sources");
  for (const std::string& id : rule.sources) {
    const Source* source = find_source(settings, id);
    if (source != nullptr) help.item(source_line(*source), source->url);
  }
  return help;
}

// GitHub's scale.
std::string_view problem_severity(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Hint:
      return "recommendation";
  }
  return {};
}

std::string about(const RuleInfo& rule) {
  std::string message = rule.message;
  constexpr std::string_view kSlot = "{match}";
  if (const std::size_t at = message.find(kSlot); at != std::string::npos)
    message.replace(at, kSlot.size(), "…");
  return message;
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Hint:
      return "note";
  }
  return {};
}

Json sarif_rule(const RenderSettings& settings, const std::string& id) {
  Json json = {{"id", id}, {"name", name_of(id)}};
  const RuleInfo* rule = find_rule(settings, id);
  if (rule == nullptr) return json;
  const std::string message = sentence(about(*rule));
  const Help help = help_of(settings, *rule);
  json["shortDescription"] = {{"text", message}};
  json["fullDescription"] = {{"text", rule->note.empty() ? message : sentence(rule->note)}};
  if (!rule->sources.empty()) {
    const Source* first = find_source(settings, rule->sources.front());
    if (first != nullptr && !first->url.empty()) json["helpUri"] = first->url;
  }
  if (!help.text.empty()) json["help"] = {{"text", help.text}, {"markdown", help.markdown}};
  json["defaultConfiguration"] = {{"level", sarif_level(rule->severity)},
                                  {"enabled", rule->on_by_default}};
  Json tags = {"wording", rule->topic};
  if (rule->pack != rule->topic) tags.push_back(rule->pack);  // they must differ
  json["properties"] = {{"tags", std::move(tags)},
                        {"problem.severity", problem_severity(rule->severity)}};
  return json;
}

}  // namespace personfirst
