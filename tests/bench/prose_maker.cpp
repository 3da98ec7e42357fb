#include "tests/bench/prose_maker.h"

#include <cctype>
#include <utility>

#include "tests/bench/corpus_words.h"

namespace personfirst::bench {

namespace {

constexpr std::size_t kLine = 100;

std::string capitalised(std::string text) {
  for (char& c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) continue;
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    break;
  }
  return text;
}

}  // namespace

ProseMaker::ProseMaker(const RuleWords& rules, const Recipe& recipe)
    : rules_(rules), recipe_(recipe), random_(recipe.seed) {}

template <typename List>
std::string_view ProseMaker::pick(const List& list) {
  while (true) {
    // The product of two draws: the first words of a list are the most frequent, as in a language.
    const std::string_view word = list[below(below(std::size(list)) + 1)];
    if (!recipe_.without_anchors || !rules_.anchors.contains(std::string(word))) return word;
  }
}

std::string ProseMaker::word(char kind) {
  switch (kind) {
    case 'N':
      return std::string(pick(kNouns));
    case 'P': {
      std::string word(pick(kNouns));
      if (word.ends_with('y') && !word.ends_with("ey") && !word.ends_with("ay"))
        return word.replace(word.size() - 1, 1, "ies");
      word += word.ends_with('s') || word.ends_with("ch") ? "es" : "s";
      return recipe_.without_anchors && rules_.anchors.contains(word) ? "people" : word;
    }
    case 'A':
      return std::string(pick(kAdjectives));
    case 'V':
      return std::string(pick(kPastVerbs));
    case 'I':
      return std::string(pick(kInfinitives));
    case 'D':
      return std::string(pick(kAdverbs));
    case 'R':
      return std::string(pick(kPrepositions));
    case 'M':
      return std::string(pick(kNames));
    case 'L':
      return std::string(pick(kPlaces));
    case 'Y':
      return std::to_string(1900 + below(126));
    case '#':
      return std::to_string(2 + below(98));
    default:
      return std::string(1, kind);
  }
}

std::string ProseMaker::plain_sentence() {
  std::string out;
  for (const char kind : kSentences[below(std::size(kSentences))]) out += word(kind);
  for (const char vowel : std::string_view("aeio")) {
    const std::string wrong = std::string(" a ") + vowel;
    for (std::size_t at = 0; (at = out.find(wrong, at)) != std::string::npos;)
      out.insert(at + 2, "n");
  }
  return capitalised(std::move(out));
}

// Emphasis, a link or code, in the way of the format.
std::string ProseMaker::marked(std::string words) {
  const bool html = recipe_.format == Format::Html;
  const std::string target = "/" + std::string(pick(kPlaces)) + "/" + std::to_string(below(1000));
  switch (recipe_.format == Format::PlainText ? 9 : below(9)) {
    case 0:
    case 1:
      return html ? "<em>" + words + "</em>" : "*" + words + "*";
    case 2:
      return html ? "<strong>" + words + "</strong>" : "**" + words + "**";
    case 3:
    case 4:
      return html ? "<a href=\"https://example.org" + target + "\">" + words + "</a>"
                  : "[" + words + "](https://example.org" + target + ")";
    case 5:
      return html ? "<code>" + words + "()</code>" : "`" + words + "()`";
    default:
      return words;
  }
}

std::string ProseMaker::sentence() {
  std::string out;
  if (recipe_.bytes_a_hit > 0 && since_hit_ >= recipe_.bytes_a_hit) {
    since_hit_ -= recipe_.bytes_a_hit;
    out = rules_.examples[below(rules_.examples.size())];
  } else {
    out = plain_sentence();
    if (below(3) == 0) {
      const std::string words = word('A') + " " + word('N');
      out.replace(out.size() - 1, 1, ", " + word('R') + " the " + marked(words) + ".");
    }
  }
  since_hit_ += out.size() + 1;
  return out;
}

std::string ProseMaker::in_lines(std::string_view words) const {
  std::string out;
  std::size_t column = 0;
  while (!words.empty()) {
    const std::size_t size = std::min(words.find(' '), words.size());
    if (column > 0) {
      const bool full = column + size >= kLine;
      out += full ? '\n' : ' ';
      column = full ? 0 : column + 1;
    }
    out += words.substr(0, size);
    column += size;
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  return out;
}

std::string ProseMaker::heading() {
  const std::string words =
      capitalised(word('A') + " " + word('P') + " " + word('R') + " the " + word('N'));
  const std::string level = std::to_string(2 + below(2));
  switch (recipe_.format) {
    case Format::Html:
      return "<h" + level + ">" + words + "</h" + level + ">\n\n";
    case Format::Markdown:
      return (level == "2" ? "## " : "### ") + words + "\n\n";
    default:
      return words + "\n\n";
  }
}

std::string ProseMaker::paragraph() {
  std::string words;
  for (std::size_t i = 2 + below(6); i > 0; --i) words += (words.empty() ? "" : " ") + sentence();
  const bool html = recipe_.format == Format::Html;
  if (html) return "<p>" + in_lines(words) + "</p>\n\n";
  std::string text = in_lines(words);
  if (recipe_.format == Format::Markdown && below(20) == 0) {
    for (std::size_t at = 0; at != std::string::npos; at = text.find('\n', at)) {
      if (at > 0) ++at;
      text.insert(at, "> ");
    }
  }
  return text + "\n\n";
}

std::string ProseMaker::list() {
  const bool html = recipe_.format == Format::Html;
  const bool numbered = below(4) == 0;
  std::string out = html ? "<ul>\n" : "";
  for (std::size_t i = 1, items = 3 + below(5); i <= items; ++i) {
    const std::string mark = numbered ? std::to_string(i) + ". " : "- ";
    out += html ? "<li>" + sentence() + "</li>\n" : mark + sentence() + "\n";
  }
  return out + (html ? "</ul>\n\n" : "\n");
}

std::string ProseMaker::table() {
  const bool html = recipe_.format == Format::Html;
  std::string out = html ? "<table>\n<tr><th>Who<th>Where<th>What\n"
                         : "| Who | Where | What |\n| --- | --- | --- |\n";
  const std::string between = html ? "<td>" : " | ";
  for (std::size_t i = 3 + below(4); i > 0; --i) {
    out += (html ? "<tr><td>" : "| ") + word('M') + between + word('L') + between + word('A') +
           " " + word('N') + (html ? "\n" : " |\n");
  }
  return out + (html ? "</table>\n\n" : "\n");
}

std::string ProseMaker::code() {
  const bool html = recipe_.format == Format::Html;
  std::string out = html ? "<pre><code>" : "```\n";
  for (std::size_t i = 2 + below(5); i > 0; --i) {
    out += word('N') + "_" + word('N') + " = " + word('I') + "(" + word('N') + ", " + word('#') +
           ");\n";
  }
  return out + (html ? "</code></pre>\n\n" : "```\n\n");
}

std::string ProseMaker::block() {
  const bool plain = recipe_.format == Format::PlainText;
  if (!std::exchange(started_, true)) {
    if (recipe_.format == Format::Html) {
      return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>A "
             "page</title>\n"
             "<style>p { margin: 1em; }</style>\n</head>\n<body>\n<h1>A page</h1>\n\n";
    }
    return plain ? "A page\n\n" : "# A page\n\n";
  }
  switch (const std::size_t kind = below(20)) {
    case 0:
    case 1:
      return heading();
    case 2:
    case 3:
      return list();
    case 4:
    case 5:
      if (!plain) return kind == 4 ? table() : code();
      [[fallthrough]];
    default:
      return paragraph();
  }
}

std::string ProseMaker::end() const {
  return recipe_.format == Format::Html ? "</body>\n</html>\n" : "";
}

}  // namespace personfirst::bench
