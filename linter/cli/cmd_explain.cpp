// personfirst explain: a rule in full, for people.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/project.h"
#include "linter/cli/rule_files.h"
#include "linter/cli/terminal.h"
#include "linter/cli/wrap.h"
#include "linter/text/near.h"

namespace personfirst {
namespace {

constexpr std::string_view kMatch = "{match}";

// The words of the first example stand for what was found.
std::string message_of(const RuleInfo& rule) {
  std::string found = "…";
  if (!rule.flag_examples.empty()) {
    const std::string& example = rule.flag_examples.front();
    const std::size_t begin = example.find("[[");
    const std::size_t end = example.find("]]");
    if (begin != std::string::npos && end != std::string::npos)
      found = example.substr(begin + 2, end - begin - 2);
  }
  std::string message = rule.message;
  if (const std::size_t at = message.find(kMatch); at != std::string::npos)
    message.replace(at, kMatch.size(), found);
  return message;
}

class Page {
 public:
  explicit Page(unsigned width) : width_(width) {}

  void head(const RuleInfo& rule) {
    text_ += fmt::format("{}\n{}, pack {}{}\n", rule.id, to_string(rule.severity), rule.pack,
                         rule.on_by_default ? "" : ", off until selected");
  }
  void section(std::string_view title) { text_ += fmt::format("\n{}\n", title); }
  void paragraph(std::string_view text) { text_ += wrap(text, width_, "  ", "  "); }
  void item(std::string_view text) { text_ += wrap(text, width_, "  - ", "    "); }
  void arrow(std::string_view text) { text_ += wrap(text, width_, "    -> ", "       "); }
  void address(std::string_view url) { text_ += fmt::format("    {}\n", url); }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  unsigned width_;
  std::string text_;
};

std::string described(const Source& source) {
  std::string text = source.title;
  if (!source.publisher.empty()) text += ". " + source.publisher;
  if (!source.year.empty()) text += ", " + source.year;
  return text + ".";
}

void add_examples(const RuleInfo& rule, Page& page) {
  if (!rule.flag_examples.empty()) page.section("Found");
  for (std::size_t i = 0; i < rule.flag_examples.size(); ++i) {
    page.item(rule.flag_examples[i]);
    if (i < rule.fixed_examples.size() && !rule.fixed_examples[i].empty())
      page.arrow(rule.fixed_examples[i]);
  }
  if (!rule.pass_examples.empty()) page.section("Left alone");
  for (const std::string& example : rule.pass_examples) page.item(example);
}

void add_sources(const RuleInfo& rule, const std::vector<Source>& sources, Page& page) {
  if (!rule.sources.empty()) page.section("Sources");
  for (const std::string& id : rule.sources) {
    const auto source =
        std::find_if(sources.begin(), sources.end(), [&id](const Source& s) { return s.id == id; });
    if (source == sources.end()) {
      page.item(id);
      continue;
    }
    page.item(described(*source));
    if (!source->url.empty()) page.address(source->url);
  }
}

std::string explain(const RuleInfo& rule, const std::vector<Source>& sources, unsigned width) {
  Page page(width);
  page.head(rule);
  page.section("What");
  page.paragraph(message_of(rule));
  if (!rule.note.empty()) {
    page.section("Why, and when it may stand");
    page.paragraph(rule.note);
  }
  if (!rule.suggestions.empty() || !rule.advice.empty()) page.section("Instead");
  for (const std::string& suggestion : rule.suggestions) page.item(suggestion);
  if (!rule.advice.empty()) page.paragraph(rule.advice);
  add_examples(rule, page);
  add_sources(rule, sources, page);
  return page.text();
}

std::string unknown_rule(const std::string& id, const std::vector<RuleInfo>& rules) {
  std::vector<std::string> ids;
  ids.reserve(rules.size());
  for (const RuleInfo& rule : rules) ids.push_back(rule.id);
  const std::vector<std::string> near = near_names(id, ids);
  std::string text = id + ": there is no such rule";
  if (near.empty()) return text + "; personfirst rules lists them";
  text += "; did you mean ";
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (i > 0) text += i + 1 == near.size() ? " or " : ", ";
    text += near[i];
  }
  return text + "?";
}

}  // namespace

int run_explain(const ExplainArgs& args) {
  const Result<RuleSetPtr> rules =
      load_rules_with(with_configured_rule_files(args.rule_paths), LoadExamples::Yes);
  if (!rules) {
    complain(to_string(rules.error()));
    return 2;
  }
  const std::vector<RuleInfo> infos = list_rules(**rules);
  const auto rule = std::find_if(infos.begin(), infos.end(),
                                 [&](const RuleInfo& info) { return info.id == args.rule; });
  if (rule == infos.end()) {
    complain(unknown_rule(args.rule, infos));
    return 2;
  }
  Output output(STDOUT_FILENO);
  output.write(explain(*rule, list_sources(**rules), text_width()));
  return finish(output, 0);
}

}  // namespace personfirst
