#include "linter/render/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "linter/text/words.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kReach = 120;  // bytes to either side
constexpr std::size_t kWords = 3;

// FNV-1a, 64 bits: public domain, the same on every machine.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xCBF29CE484222325U;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 0x100000001B3U;
  }
  return value;
}

// Words without what stands between them: a line break elsewhere, or a comma, changes nothing.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  std::uint32_t length = 0;
  for (std::uint32_t at = 0; at < text.size(); at += length) {
    const bool word = is_word_char(decode_at(text, at, &length));
    if (word && !inside) words.emplace_back();
    if (word) words.back() += text.substr(at, length);
    inside = word;
  }
  for (std::string& word : words) word = to_lower(word);
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += words[i] + " ";
  return out;
}

// The last words of what stands before. A word that is cut off by the reach is left out.
std::string words_before(std::string_view text, std::uint32_t end) {
  const std::uint32_t begin = character_begin(text, end - std::min(end, kReach));
  const auto words = words_in(text.substr(begin, end - begin));
  const std::size_t whole = begin > 0 && !words.empty() ? words.size() - 1 : words.size();
  return joined(words, words.size() - std::min(whole, kWords), words.size());
}

std::string words_after(std::string_view text, std::uint32_t begin) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t end = character_begin(text, begin + std::min(size - begin, kReach));
  const auto words = words_in(text.substr(begin, end - begin));
  const std::size_t whole = end < size && !words.empty() ? words.size() - 1 : words.size();
  return joined(words, 0, std::min(whole, kWords));
}

// Does something else begin in this line: a list item, a row, a heading, an element, or nothing?
bool begins_passage(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t\r>");
  if (at == std::string_view::npos) return true;
  constexpr std::string_view kMarks = "-*+|#<";
  const std::size_t digits = line.find_first_not_of("0123456789", at);
  const bool numbered = digits != std::string_view::npos && digits > at &&
                        (line[digits] == '.' || line[digits] == ')');
  return numbered || kMarks.find(line[at]) != std::string_view::npos;
}

// Of what stands before some words: where their paragraph begins, as far as one can tell without
// reading the markup. So that edits in others do not matter.
std::uint32_t passage_begin(std::string_view before) {
  std::size_t line = before.rfind('\n');
  std::size_t line_end = before.size();
  while (line != std::string_view::npos) {
    const std::string_view shown = before.substr(line + 1, line_end - line - 1);
    const bool blank = shown.find_first_not_of(" \t\r>") == std::string_view::npos;
    if (blank && line_end != before.size()) return static_cast<std::uint32_t>(line_end);
    if (!blank && begins_passage(shown)) return static_cast<std::uint32_t>(line + 1);
    line_end = line;
    line = line == 0 ? std::string_view::npos : before.rfind('\n', line - 1);
  }
  return 0;
}

// Of what stands after them: where it ends.
std::uint32_t passage_end(std::string_view after) {
  for (std::size_t line = after.find('\n'); line != std::string_view::npos;
       line = after.find('\n', line + 1)) {
    const std::size_t line_end = std::min(after.find('\n', line + 1), after.size());
    if (begins_passage(after.substr(line + 1, line_end - line - 1)))
      return static_cast<std::uint32_t>(line);
  }
  return static_cast<std::uint32_t>(after.size());
}

}  // namespace

std::string short_hash(std::string_view bytes) { return fmt::format("{:016x}", hash(bytes)); }

std::string words_of(const Document& document, Span span) {
  std::string words;
  for (const std::string& word : words_in(slice(document.text, span))) {
    if (!words.empty()) words += ' ';
    words += word;
  }
  return words;
}

std::string neighbours_of(const Document& document, Span span) {
  const std::string_view text = document.text;
  const std::uint32_t reach = std::min(span.begin, kReach);
  const Span around{span.begin - reach + passage_begin(text.substr(span.begin - reach, reach)),
                    span.end + passage_end(text.substr(span.end, kReach))};
  const std::string_view passage = slice(text, around);
  return short_hash(words_before(passage, span.begin - around.begin) + '\x1F' +
                    words_after(passage, span.end - around.begin));
}

std::string Fingerprints::of(const Finding& finding) {
  const std::string_view text = document_.text;
  const auto words = words_in(slice(text, finding.span));
  // 0x1F divides fields; it is no word character.
  const std::string key = scope_ + '\x1F' + finding.rule + '\x1F' + joined(words, 0, words.size()) +
                          '\x1F' + words_before(text, finding.span.begin) + '\x1F' +
                          words_after(text, finding.span.end);
  const unsigned nth = seen_[hash(key)]++;
  return short_hash(nth == 0 ? key : key + '\x1F' + std::to_string(nth));
}

}  // namespace personfirst
