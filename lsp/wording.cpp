#include "lsp/wording.h"

#include <algorithm>

#include "linter/text/utf8.h"

namespace personfirst::lsp {
namespace {

// What the engine puts before words that may be used; other fixes are whole sentences of advice.
constexpr std::string_view kUse = "use ";

bool ends_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

void add_sentence(std::string_view sentence, std::string& text) {
  if (sentence.empty()) return;
  text += ' ';
  text += sentence;
  if (!ends_a_sentence(sentence)) text += '.';
}

template <typename Item>
const Item* find_by_id(const std::vector<Item>& sorted, std::string_view id) {
  const auto at =
      std::lower_bound(sorted.begin(), sorted.end(), id,
                       [](const Item& item, std::string_view i) { return item.id < i; });
  return at != sorted.end() && at->id == id ? &*at : nullptr;
}

}  // namespace

std::string message_of(const Finding& finding) {
  std::string message = finding.message;
  if (finding.context != Context::Prose) {
    add_sentence(context_note(finding.context), message);
  } else if (!finding.fixes.empty()) {
    const Fix& best = finding.fixes.front();
    add_sentence(
        best.title.starts_with(kUse) ? "Try " + best.title.substr(kUse.size()) : menu_title(best),
        message);
  }
  return message;
}

std::string menu_title(const Fix& fix) {
  std::string title = fix.title;
  if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

std::string_view context_note(Context context) {
  switch (context) {
    case Context::Prose:
      return {};
    case Context::Quotation:
      return "These are somebody’s own words in a quotation; keep them if they must stand.";
    case Context::SelfLabel:
      return "People may name themselves as they like; keep this if it is their own choice.";
  }
  return {};
}

std::string short_text(std::string_view text) {
  constexpr std::size_t kMost = 60;  // bytes
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  if (line.size() <= kMost) return line;
  line.resize(character_begin(line, static_cast<std::uint32_t>(kMost)));
  return line + "…";
}

const RuleInfo* find_rule(const Knowledge& knowledge, std::string_view id) {
  return find_by_id(knowledge.rule_infos, id);
}

const Source* find_source(const Knowledge& knowledge, std::string_view id) {
  return find_by_id(knowledge.sources, id);
}

std::string general_message(const RuleInfo& rule) {
  constexpr std::string_view kMatch = "{match}";
  std::string message = rule.message;
  if (const std::size_t at = message.find(kMatch); at != std::string::npos)
    message.replace(at, kMatch.size(), "…");
  return message;
}

std::string described(const Source& source) {
  std::string text = source.title;
  if (source.publisher.empty() && source.year.empty()) return text;
  text += " (" + source.publisher;
  if (!source.publisher.empty() && !source.year.empty()) text += ", ";
  return text + source.year + ")";
}

}  // namespace personfirst::lsp
