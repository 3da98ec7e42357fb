#include "linter/engine/names.h"

#include <algorithm>

namespace personfirst {
namespace {

bool starts_upper(const Passage& passage, const Token& token) {
  const char first = passage.folded.exact[token.span.begin];
  return first >= 'A' && first <= 'Z';
}

bool begins_sentence(const Passage& passage, const Token& token) {
  std::uint32_t at = token.span.begin;
  const std::string& text = passage.folded.exact;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '"' || text[at - 1] == '\'' ||
                    text[at - 1] == '('))
    --at;
  const bool initial = at >= 2 && text[at - 1] == '.' && text[at - 2] >= 'A' &&
                       text[at - 2] <= 'Z' &&
                       (at == 2 || text[at - 3] == ' ' || text[at - 3] == '.');
  if (initial) return false;  // "Lee K. *Title*"
  return at == 0 || text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?' ||
         text[at - 1] == ':' || text[at - 1] == '|';
}

// A name that is ordinary words, too, is a name where its capitals mean something, or where it is
// set off as a title.
bool capitals_make_a_name(const CompiledLanguage& language, const Passage& passage,
                          std::size_t first, std::size_t count) {
  const auto& tokens = passage.folded.tokens;
  std::size_t capitals = 0;
  for (std::size_t i = first; i < first + count; ++i) {
    if (starts_upper(passage, tokens[i]))
      ++capitals;
    else if (!language.joining_words.contains(slice(passage.folded.lower, tokens[i].span)))
      return false;
  }
  const Span name{tokens[first].span.begin, tokens[first + count - 1].span.end};
  if (passage.emphasized.any_is(name)) return capitals > 0;
  if (capitals == 0 || passage.title_case() || passage.all_caps()) return false;
  return passage.quoted().any_is(name) || !begins_sentence(passage, tokens[first]);
}

// Walks along a run of capitalised words.
class Run {
 public:
  Run(const CompiledLanguage& language, const Passage& passage)
      : language_(language), passage_(passage) {}

  [[nodiscard]] bool capitalised(std::size_t i) const {
    return starts_upper(passage_, passage_.folded.tokens[i]);
  }

  [[nodiscard]] bool joining(std::size_t i) const {
    return language_.joining_words.contains(
        slice(passage_.folded.lower, passage_.folded.tokens[i].span));
  }

  // A word, not a letter or an abbreviation.
  [[nodiscard]] bool spelled_out(std::size_t i) const {
    const std::string_view word = slice(passage_.folded.exact, passage_.folded.tokens[i].span);
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Only a space or a hyphen between the tokens i and i + 1.
  [[nodiscard]] bool close(std::size_t i) const {
    const auto& tokens = passage_.folded.tokens;
    const std::string_view gap =
        slice(passage_.folded.lower, {tokens[i].span.end, tokens[i + 1].span.begin});
    return gap == " " || gap == "-";
  }

  // Only a space, a hyphen, an ampersand, a slash or an apostrophe between the tokens i and i + 1;
  // a comma in a run such as "Prevention, Treatment, and Policy" too.
  [[nodiscard]] bool touching(std::size_t i) const {
    const auto& tokens = passage_.folded.tokens;
    const std::uint32_t begin = tokens[i].span.end;
    const std::string_view gap =
        std::string_view(passage_.folded.lower).substr(begin, tokens[i + 1].span.begin - begin);
    return gap == " " || gap == "-" || gap == " & " || gap == "/" || gap == "'" || gap == "' " ||
           gap == ", ";
  }

 private:
  const CompiledLanguage& language_;
  const Passage& passage_;
};

}  // namespace

bool in_listed_name(const RuleSet& rules, const CompiledLanguage& language, const Passage& passage,
                    Span match) {
  const auto& tokens = passage.folded.tokens;
  const std::string_view lower = passage.folded.lower;
  const std::size_t longest = std::max(rules.names->longest(), rules.names_in_capitals->longest());
  const std::size_t first = token_at(tokens, match.begin);
  const auto overlaps = [&](std::size_t i, std::size_t words) {
    return Span{tokens[i].span.begin, tokens[i + words - 1].span.end}.overlaps(match);
  };
  for (std::size_t i = first - std::min(first, longest);
       i < tokens.size() && tokens[i].span.begin < match.end; ++i) {
    if (const auto length = rules.names->match(lower, tokens, i); length > 0) {
      if (overlaps(i, length)) return true;
    } else if (const auto words = rules.names_in_capitals->match(lower, tokens, i);
               words > 0 && overlaps(i, words) &&
               capitals_make_a_name(language, passage, i, words)) {
      return true;
    }
  }
  return false;
}

namespace {

// The run of capitalised words, joined by small ones, that the match is part of, as tokens. The
// match alone when it is not capitalised itself.
struct TokenRange {
  std::size_t begin = 0, end = 0;
};

TokenRange capitalised_run(const CompiledLanguage& language, const Passage& passage,
                           TokenRange match, Span sentence) {
  const auto& tokens = passage.folded.tokens;
  const Run run(language, passage);
  TokenRange range = match;
  for (std::size_t i = match.begin;
       i > 0 && run.touching(i - 1) && tokens[i - 1].span.begin >= sentence.begin; --i) {
    if (run.capitalised(i - 1))
      range.begin = i - 1;
    else if (!run.joining(i - 1))
      break;
  }
  for (std::size_t i = match.end;
       i < tokens.size() && run.touching(i - 1) && tokens[i].span.end <= sentence.end; ++i) {
    if (run.capitalised(i))
      range.end = i + 1;
    else if (!run.joining(i))
      break;
  }
  return range;
}

// All of a quotation or emphasis, in title case: "Drug Abuse Prevention Among Youth".
bool in_set_off_title(const CompiledLanguage& language, const Passage& passage,
                      const SpanList& spans, Span match) {
  // Two words in quotation marks are a title or a word under discussion; in bold type they may be
  // plain stress.
  const std::size_t least = &spans == &passage.quoted() ? 2 : 3;
  constexpr std::uint32_t kLongest = 200;  // bytes of a title
  const auto& tokens = passage.folded.tokens;
  const Run run(language, passage);
  for (const Span span :
       spans.beginning_in(match.begin - std::min(match.begin, kLongest), match.begin + 1)) {
    if (!span.contains(match) || span.size() > kLongest) continue;
    const bool leads =
        begins_sentence(passage, tokens[token_at(tokens, span.begin)]);  // a run-in heading
    if (leads && &spans == &passage.emphasized) continue;
    std::size_t capitals = 0, small = 0;
    for (std::size_t i = token_at(tokens, span.begin); i < token_at(tokens, span.end); ++i) {
      if (run.capitalised(i))
        ++capitals;
      else if (!run.joining(i) && tokens[i].span.size() > 3)
        ++small;
    }
    if (capitals >= least && small == 0) return true;
  }
  return false;
}

}  // namespace

namespace {

// "Office of Drug Abuse Policy", "Harlan County Substance Abuse Coalition": a run that names a
// body, which the capitals of a heading do not explain away. A word such as "Council" leads it and
// a small word follows, or it ends the run.
bool names_a_body(const CompiledLanguage& language, const Passage& passage, TokenRange run_range,
                  TokenRange match) {
  const auto& tokens = passage.folded.tokens;
  const Run run(language, passage);
  const auto is_body = [&](std::size_t i) {
    return run.capitalised(i) && language.organisations->match(passage.folded.lower, tokens, i) > 0;
  };
  for (std::size_t i = run_range.begin; i + 1 < match.begin; ++i) {
    if (is_body(i) && run.joining(i + 1)) return true;
  }
  for (std::size_t i = match.end; i < run_range.end && run.capitalised(i); ++i) {
    const bool ends = i + 1 == run_range.end || run.joining(i + 1);
    if (ends && is_body(i)) return true;
  }
  return false;
}

}  // namespace

bool in_name_shape(const CompiledLanguage& language, const Passage& passage, Span match,
                   Span sentence) {
  const auto& tokens = passage.folded.tokens;
  const TokenRange inside{token_at(tokens, match.begin), token_at(tokens, match.end)};
  const Run run(language, passage);
  if (inside.begin == inside.end || !run.capitalised(inside.begin)) return false;
  if (passage.all_caps()) return false;
  for (std::size_t i = inside.begin; i < inside.end; ++i) {
    if (!run.capitalised(i) && !run.joining(i)) return false;
  }
  if (in_set_off_title(language, passage, passage.quoted(), match)) return true;
  const TokenRange range = capitalised_run(language, passage, inside, sentence);
  if (names_a_body(language, passage, range, inside)) return true;
  if (passage.title_case()) return false;
  if (in_set_off_title(language, passage, passage.emphasized, match)) return true;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if ((i >= inside.begin && i < inside.end) || !run.capitalised(i)) continue;
    if (language.name_words->match(passage.folded.lower, tokens, i) > 0) return true;
    const bool beside =
        (i + 1 == inside.begin && run.close(i)) || (i == inside.end && run.close(i - 1));
    if (!beside || !run.spelled_out(i) || !run.spelled_out(inside.begin))
      continue;  // "27yo M IVDU, HCV"
    if (!begins_sentence(passage, tokens[i]) && !begins_sentence(passage, tokens[inside.begin]))
      return true;
  }
  return false;
}

}  // namespace personfirst
