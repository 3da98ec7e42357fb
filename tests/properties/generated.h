// Documents made of fragments that are rich in trouble: words of rules, divided by everything that
// markup, entities and invisible characters can put into them. The same seed gives the same
// documents on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/document.h"

namespace personfirst::testing {

// SplitMix64: std::uniform_int_distribution differs between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename List>
  std::string_view pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint64_t state_;
};

inline constexpr std::string_view kWords[] = {"addict",
                                              "addicts",
                                              "addict's",
                                              "junkie",
                                              "junkies",
                                              "alcoholic",
                                              "drug abuser",
                                              "drug-abuser",
                                              "substance abuse",
                                              "heroin addict",
                                              "recovering alcoholic",
                                              "got clean",
                                              "clean",
                                              "dirty urine",
                                              "abused heroin",
                                              "abusing alcohol",
                                              "ex-addict",
                                              "former addict",
                                              "drug user",
                                              "users",
                                              "IVDU",
                                              "crackhead",
                                              "drug fiend",
                                              "drunk",
                                              "druggie",
                                              "narcotics"};
inline constexpr std::string_view kPlainWords[] = {"the",
                                                   "a",
                                                   "an",
                                                   "is",
                                                   "was",
                                                   "he",
                                                   "I'm",
                                                   "she",
                                                   "they",
                                                   "came",
                                                   "and",
                                                   "or",
                                                   "of",
                                                   "in",
                                                   "said",
                                                   "met",
                                                   "word",
                                                   "instead of",
                                                   "avoid",
                                                   "water",
                                                   "clinic",
                                                   "heroin",
                                                   "test",
                                                   "for",
                                                   "months",
                                                   "with",
                                                   "who",
                                                   "National",
                                                   "Institute",
                                                   "caf\u00E9",
                                                   "2009;35(3):217",
                                                   "https://example.org/addict"};
inline constexpr std::string_view kBetween[] = {
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    ", ",
    ". ",
    ".\n\n",
    "\n\n",
    ": ",
    "-",
    "\u2014",
    " \"",
    "\" ",
    " \u201C",
    "\u201D ",
    "/",
    " (",
    ") ",
    "\u00A0",
    "\t",
    "; ",
    "\r\n",
    "'",
    "_",
    "? ",
    "\n<!-- personfirst-disable-next-line -->\n",
    " <!-- personfirst-disable-line people/* --> ",
    "\n\n<!-- personfirst-disable \"addict\", slang/junkie -->\n\n",
    "<!--personfirst-enable-->"};
// What may stand inside a word without dividing it, or look so.
inline constexpr std::string_view kPlainInside[] = {
    "\u00AD", "\u200B", "-\n", "-\r\n", "-",  "\u2011",
    "\u2060", "\uFEFF", "_",   "\xFF",  "\n", std::string_view("\0", 1),
    "\u0301"};
inline constexpr std::string_view kMarkdownInside[] = {
    "**",     "*",    "_",           "~~",       "`",          "\\",      "\\\n",
    "<b>",    "</b>", "<br>",        "<!-- -->", "<!-- > -->", "](x)",    "[",
    "![](x)", "![",   "&shy;",       "&zwj;",    "&#8203;",    "**-**\n", "-**\n",
    "[]",     "][r]", "<i x=\">\">", "-\n> ",    "  \n",       "|",       "<script> </script>",
    "\\-",    "&"};
inline constexpr std::string_view kHtmlInside[] = {"<b>",
                                                   "</b>",
                                                   "<i>",
                                                   "</i>",
                                                   "<br>",
                                                   "<wbr>",
                                                   "<!-- -->",
                                                   "<!-- > -->",
                                                   "&shy;",
                                                   "&shy",
                                                   "&zwnj;",
                                                   "&#173;",
                                                   "&#xAD;",
                                                   "<b x=\"> y\">",
                                                   "<b x='\">'>",
                                                   "<script> x </script>",
                                                   "<style> y </style>",
                                                   "<svg> </svg>",
                                                   "{# x #}",
                                                   "{% x %}",
                                                   "{{ x }}",
                                                   "<?php x ?>",
                                                   "<% x %>",
                                                   "</b {% > %}>",
                                                   "<rt> x </rt>",
                                                   "<p>",
                                                   "</p>",
                                                   "-<!-- x -->\n",
                                                   "-<br>",
                                                   "<q>",
                                                   "<del>",
                                                   "<code>",
                                                   "<",
                                                   "&",
                                                   "<a ",
                                                   "</",
                                                   "-</b>\n"};
inline constexpr std::string_view kMarkdownBlocks[] = {"# ",
                                                       "- ",
                                                       "> ",
                                                       "1. ",
                                                       "\n\n| Avoid | Say |\n| --- | --- |\n| ",
                                                       " | ",
                                                       "```\n",
                                                       "\n\n---\n\n",
                                                       "Words to avoid:\n\n- ",
                                                       "<div>\n",
                                                       "</div>\n\n",
                                                       "**",
                                                       "*",
                                                       "\n> ",
                                                       "<b\n> ",
                                                       "<i x='\n> ",
                                                       "'\n> ",
                                                       "\n    > ",
                                                       "[r]: /x\n"};
inline constexpr std::string_view kHtmlBlocks[] = {"<p>",
                                                   "</p>\n",
                                                   "<h2>",
                                                   "</h2>",
                                                   "<ul><li>",
                                                   "<td>",
                                                   "<table><tr><th>Avoid</th></tr><tr><td>",
                                                   "<blockquote>",
                                                   "<img alt=\"",
                                                   "\">",
                                                   "<div title='",
                                                   "'>",
                                                   "<pre>",
                                                   "</pre>",
                                                   "<li>"};

inline std::string encode_entity(char c, Random& random) {
  const auto code = static_cast<unsigned>(static_cast<unsigned char>(c));
  constexpr char kHex[] = "0123456789abcdef";
  if (random.one_in(2)) return "&#" + std::to_string(code) + ";";
  return std::string("&#x") + kHex[code / 16] + kHex[code % 16] + (random.one_in(4) ? "" : ";");
}

inline void append_full_width(char c, std::string& out) {
  const auto last = static_cast<unsigned char>(c);  // 'a' (0x61) is U+FF41, EF BD 81
  if (c < 'a' || c > 'z') {
    out += c;
  } else {
    out += "\xEF\xBD";
    out += static_cast<char>(last + 0x20);
  }
}

// A word with up to two things in it that divide it, or not.
inline std::string divided(std::string_view word, Format format, Random& random) {
  std::string out;
  const std::size_t places = random.below(3);
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < places; ++i) at.push_back(random.below(word.size() + 1));
  const std::size_t odd = random.one_in(3) ? random.below(word.size()) : word.size();
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const std::size_t place : at) {
      if (place != i) continue;
      if (format == Format::Markdown && !random.one_in(4)) {
        out += random.pick(kMarkdownInside);
      } else if (format == Format::Html && !random.one_in(4)) {
        out += random.pick(kHtmlInside);
      } else {
        out += random.pick(kPlainInside);
      }
    }
    if (i == word.size()) break;
    if (i == odd && format != Format::PlainText && random.one_in(2)) {
      out += encode_entity(word[i], random);
    } else if (i == odd) {
      append_full_width(word[i], out);
    } else {
      out += word[i];
    }
  }
  return out;
}

inline std::string generated_document(Format format, Random& random) {
  std::string text;
  if (format == Format::Markdown && random.one_in(12)) {
    text += random.one_in(2) ? "---\ntitle: \"add\\u0069ct \\u0061ddict\"\n---\n"
                             : "---\ntitle: two junkies\n---\n\n";
  }
  const std::size_t words = 1 + random.below(7);
  for (std::size_t i = 0; i < words; ++i) {
    if (format == Format::Markdown && random.one_in(4)) text += random.pick(kMarkdownBlocks);
    if (format == Format::Html && random.one_in(3)) text += random.pick(kHtmlBlocks);
    if (format == Format::Html && random.one_in(12))
      text += random.one_in(2) ? "&nbsp" : "&copy";  // HTML knows these without a semicolon
    const bool wanted = random.one_in(2);
    std::string word(wanted ? random.pick(kWords) : random.pick(kPlainWords));
    if (random.one_in(6) && word[0] >= 'a' && word[0] <= 'z')
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    text += wanted ? divided(word, format, random) : word;
    text += random.pick(kBetween);
  }
  return text;
}

}  // namespace personfirst::testing
