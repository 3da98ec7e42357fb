#include "linter/suppressions.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/directive_findings.h"
#include "linter/directives.h"
#include "linter/engine/fold.h"
#include "linter/target_rules.h"

namespace personfirst {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// "in any case": also whatever apostrophes, hyphens and line breaks the words are written with.
std::string comparable(std::string_view text) {
  std::string out;
  for (const char c : fold_lower(text)) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && (out.empty() || out.back() == ' ')) continue;
    out += is_space ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// What one target of a directive says; of a directive without targets there is one.
struct Word {
  std::size_t directive = 0;
  std::size_t target = kNone;
  bool disables = true;
  std::size_t turn = 0;  // from 1; later ones win
};

// What holds for a rule, for words, or for everything. The last word counts.
class Table {
 public:
  void say_all(const Word& word) { all_ = word; }
  void say_rule(std::string_view rule, const Word& word) { say(rules_[rule], word); }
  void say_text(std::string text, const Word& word) { say(texts_[std::move(text)], word); }

  [[nodiscard]] const Word* for_all() const { return all_ ? &*all_ : nullptr; }
  [[nodiscard]] const Word* for_rule(std::string_view rule) const {
    const auto found = rules_.find(rule);
    return found == rules_.end() ? for_all() : &found->second;
  }
  [[nodiscard]] const Word* for_text(const std::string& text) const {
    const auto found = texts_.find(text);
    return found == texts_.end() ? for_all() : &found->second;
  }
  // The last of what was said about a finding; null: nothing.
  [[nodiscard]] const Word* about(std::string_view rule, const std::string& text) const {
    const Word* by_rule = for_rule(rule);
    const Word* by_text = for_text(text);
    if (by_rule == nullptr || by_text == nullptr) return by_rule ? by_rule : by_text;
    return by_text->turn > by_rule->turn ? by_text : by_rule;
  }
  [[nodiscard]] bool disables_anything() const {
    const auto disables = [](const auto& entry) { return entry.second.disables; };
    return (all_ && all_->disables) || std::ranges::any_of(rules_, disables) ||
           std::ranges::any_of(texts_, disables);
  }
  [[nodiscard]] bool disables_a_text() const {
    return std::ranges::any_of(texts_, [](const auto& entry) { return entry.second.disables; });
  }
  [[nodiscard]] bool disables_a_rule() const {
    return std::ranges::any_of(rules_, [](const auto& entry) { return entry.second.disables; });
  }

 private:
  // Of what one directive says twice, the first counts.
  static void say(Word& entry, const Word& word) {
    if (entry.turn == 0 || entry.directive != word.directive) entry = word;
  }

  std::optional<Word> all_;
  std::unordered_map<std::string_view, Word> rules_;
  std::unordered_map<std::string, Word> texts_;
};

struct LineTable {
  Table table;
  std::vector<std::string_view> rules;  // of the findings in the line
};

// The line that a disable-next-line comment is about.
class NextLines {
 public:
  NextLines(const Document& document, std::span<const Comment> comments)
      : document_(document), comments_(comments) {}

  // Ask from the last comment to the first: what was found for one serves those above it.
  std::uint32_t line_below(std::uint32_t offset) {
    const std::uint32_t first = line_of(offset) + 1;
    std::uint32_t line = first;
    while (line < document_.lines().line_count()) {
      if (const auto known = known_.find(line); known != known_.end()) {
        line = known->second;
        break;
      }
      const std::uint32_t below = behind_nothing(line);
      if (below == line) break;
      line = below;
    }
    known_[first] = line;
    return line;
  }

 private:
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const {
    return document_.lines().to_line_column(document_.text, offset, ColumnUnit::Utf8).line;
  }

  // `line` when there is something on it; else the line behind what is nothing.
  [[nodiscard]] std::uint32_t behind_nothing(std::uint32_t line) const {
    std::uint32_t at = document_.lines().line_begin(line);
    std::uint32_t end = document_.lines().line_end(document_.text, line);
    std::uint32_t last = line;
    for (;;) {
      while (at < end && is_nothing(document_.text[at])) ++at;
      if (at >= end) return last + 1;
      const auto comment = std::ranges::lower_bound(
          comments_, at, {}, [](const Comment& one) { return one.span.begin; });
      if (comment == comments_.end() || comment->span.begin != at || comment->span.empty())
        return line;
      at = comment->span.end;
      last = line_of(at);
      end = document_.lines().line_end(document_.text, last);
    }
  }

  static bool is_nothing(char c) { return c == ' ' || c == '\t' || c == '>' || c == '\f'; }

  const Document& document_;
  std::span<const Comment> comments_;
  std::map<std::uint32_t, std::uint32_t> known_;
};

class Pass {
 public:
  Pass(TargetRules targets, const Document& document, std::span<const Comment> comments,
       std::vector<Directive> directives, std::vector<Finding> findings)
      : document_(document),
        comments_(comments),
        findings_(std::move(findings)),
        directives_(std::move(directives)),
        targets_(std::move(targets)),
        used_(directives_.size()) {
    for (std::size_t i = 0; i < directives_.size(); ++i)
      used_[i].resize(std::max<std::size_t>(1, directives_[i].targets.size()));
  }

  void run(LintResult& result) {
    read_lines();
    std::vector<const Directive*> silencers;
    silencers.reserve(findings_.size());
    for (const Finding& finding : findings_) {
      open_regions(finding.span.begin);
      silencers.push_back(silencer_of(finding));
    }
    open_regions(static_cast<std::uint32_t>(document_.text.size()));
    result.findings.clear();
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (silencers[i] == nullptr) {
        result.findings.push_back(std::move(findings_[i]));
      } else {
        result.suppressed.push_back(
            {std::move(findings_[i]), silencers[i]->comment, silencers[i]->reason});
      }
    }
  }

  [[nodiscard]] const std::vector<Directive>& directives() const { return directives_; }
  [[nodiscard]] const UsedTargets& used() const { return used_; }

 private:
  // Of directives about lines and files.
  void read_lines() {
    NextLines next_lines(document_, comments_);
    for (std::size_t i = directives_.size(); i-- > 0;) {
      const Directive& directive = directives_[i];
      if (directive.kind == DirectiveKind::DisableFile) {
        say(i, file_, targets_.all());
      } else if (directive.kind == DirectiveKind::DisableNextLine) {
        say_of_line(i, next_lines.line_below(directive.comment.end));
      } else if (directive.kind == DirectiveKind::DisableLine) {
        // Of a comment over several lines, its first and its last one.
        const std::uint32_t first = line_of(directive.comment.begin);
        const std::uint32_t last = line_of(directive.comment.end);
        say_of_line(i, first);
        if (last != first) say_of_line(i, last);
      }
    }
  }

  // Only rules that have findings in the line matter there.
  void say_of_line(std::size_t index, std::uint32_t line) {
    const auto [entry, is_new] = lines_.try_emplace(line);
    if (is_new) entry->second.rules = rules_in(line);
    say(index, entry->second.table, entry->second.rules);
  }

  [[nodiscard]] std::vector<std::string_view> rules_in(std::uint32_t line) const {
    const std::uint32_t begin = document_.lines().line_begin(line);
    const std::uint32_t end = document_.lines().line_end(document_.text, line);
    std::vector<std::string_view> rules;
    for (auto finding = std::ranges::lower_bound(findings_, begin, {},
                                                 [](const Finding& one) { return one.span.end; });
         finding != findings_.end() && finding->span.begin <= end; ++finding)
      rules.push_back(finding->rule);
    std::ranges::sort(rules);
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    return rules;
  }

  // Obeys those that begin a region or end one, all before `offset`.
  void open_regions(std::uint32_t offset) {
    for (; next_ < directives_.size() && directives_[next_].comment.begin < offset; ++next_) {
      const DirectiveKind kind = directives_[next_].kind;
      if (kind == DirectiveKind::Enable) see_use_of_enable(next_);
      if (kind != DirectiveKind::Enable && kind != DirectiveKind::Disable) continue;
      if (directives_[next_].targets.empty()) region_ = {};
      say(next_, region_, targets_.all());
    }
  }

  void say(std::size_t index, Table& table, const std::vector<std::string_view>& rules) {
    const Directive& directive = directives_[index];
    Word word{index, kNone, directive.kind != DirectiveKind::Enable, ++turn_};
    if (directive.targets.empty()) table.say_all(word);
    for (std::size_t i = 0; i < directive.targets.size(); ++i) {
      const DirectiveTarget& target = directive.targets[i];
      word.target = i;
      if (target.is_quoted) {
        table.say_text(comparable(target.text), word);
      } else {
        for (const std::string_view rule : rules) {
          if (target_fits(target.text, rule)) table.say_rule(rule, word);
        }
      }
    }
  }

  // An enable is of use when something was disabled that it names.
  void see_use_of_enable(std::size_t index) {
    const Directive& directive = directives_[index];
    if (directive.targets.empty()) used_[index][0] = region_.disables_anything();
    for (std::size_t i = 0; i < directive.targets.size(); ++i) {
      const DirectiveTarget& target = directive.targets[i];
      const auto is_disabled = [&](std::string_view rule) {
        const Word* word = region_.for_rule(rule);
        return word != nullptr && word->disables;
      };
      if (target.is_quoted) {
        const Word* word = region_.for_text(comparable(target.text));
        used_[index][i] = (word != nullptr && word->disables) || region_.disables_a_rule();
      } else {
        used_[index][i] = region_.disables_a_text() ||
                          std::ranges::any_of(targets_.rules_of(target.text), is_disabled);
      }
    }
  }

  // The nearest directive that silences it; null: none. All that do so are of use.
  const Directive* silencer_of(const Finding& finding) {
    const std::string text = comparable(slice(document_.text, finding.span));
    const Word* word = nullptr;
    const auto ask = [&](const Table& table) {
      const Word* said = table.about(finding.rule, text);
      if (said == nullptr || !said->disables) return;
      used_[said->directive][said->target == kNone ? 0 : said->target] = true;
      if (word == nullptr) word = said;
    };
    if (!lines_.empty()) {
      const auto last = lines_.upper_bound(line_of(finding.span.end));
      for (auto line = lines_.lower_bound(line_of(finding.span.begin)); line != last; ++line)
        ask(line->second.table);
    }
    ask(region_);
    ask(file_);
    return word == nullptr ? nullptr : &directives_[word->directive];
  }

  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const {
    return document_.lines().to_line_column(document_.text, offset, ColumnUnit::Utf8).line;
  }

  const Document& document_;
  std::span<const Comment> comments_;
  std::vector<Finding> findings_;  // lines_ speaks of their rules
  std::vector<Directive> directives_;
  TargetRules targets_;
  UsedTargets used_;
  Table file_, region_;
  std::map<std::uint32_t, LineTable> lines_;
  std::size_t next_ = 0;  // the first directive whose region has not been opened
  std::size_t turn_ = 0;
};

std::vector<Directive> read_directives(const Document& document,
                                       std::span<const Comment> comments) {
  std::vector<Directive> directives;
  for (const Comment& comment : comments) {
    if (auto directive = read_directive(document.text, comment))
      directives.push_back(*std::move(directive));
  }
  return directives;
}

void drop_below(Severity least, LintResult& result) {
  if (least == Severity::Hint) return;
  std::erase_if(result.findings, [&](const Finding& one) { return one.severity < least; });
  std::erase_if(result.suppressed,
                [&](const Suppressed& one) { return one.finding.severity < least; });
}

void obey(const RuleSet& rules, const Document& document, std::span<const Comment> comments,
          const LintOptions& options, LintResult& result) {
  std::vector<Directive> directives = read_directives(document, comments);
  if (directives.empty()) return;
  Pass pass(TargetRules(rules), document, comments, std::move(directives),
            std::move(result.findings));
  pass.run(result);
  add_directive_findings(rules, document, options, pass.directives(), pass.used(), result.findings);
}

}  // namespace

void apply_suppressions(const RuleSet& rules, const Document& document,
                        std::span<const Comment> comments, const LintOptions& options,
                        LintResult& result) {
  if (options.use_suppressions) obey(rules, document, comments, options, result);
  drop_below(options.min_severity, result);
}

bool is_silenced(const Document& document, std::span<const Comment> comments,
                 const Finding& finding) {
  LintResult result;
  Pass(TargetRules(std::vector<std::string_view>{finding.rule}), document, comments,
       read_directives(document, comments), {finding})
      .run(result);
  return result.findings.empty();
}

}  // namespace personfirst
