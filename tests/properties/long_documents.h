// Documents of some kilobytes, and edits of them: paragraphs whose findings hang on words
// elsewhere, between whatever opens, closes, binds or divides. The same seed gives the same
// documents.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "tests/properties/generated.h"

namespace personfirst::testing {

inline constexpr std::string_view kFillers[] = {
    "The river ran past old towers and quiet gardens, and nobody spoke of it for years.",
    "She was an addict then, they said, and the clinic would not see her without a test.",
    "He got clean in June.",
    "Two junkies came to the ward on Monday: the colour of the walls did not please them.",
    "Words to avoid:",
    "References",
    "A short line without an end",
    "I'm an alcoholic, he said.",
    "Methadone maintenance is what the law calls it; substance abuse is what they wrote.",
    "The urine was dirty. Patient denies drug abuse. Behaviour was normal.",
    "Nothing else was found in the long, slow weeks that followed the storm of that winter."};

// Sentences whose findings hang on words elsewhere in the document, and such words.
inline constexpr std::string_view kQuietFillers[] = {
    "Starting MAT early works well.",
    "He was combative at home.",
    "Manipulative behaviors were all over the place.",
    "MMT has its place.",
    "The river ran past old towers and quiet gardens, and nobody spoke of it for years.",
    "The addict next door left. They were all former abusers of the program.",
    "Nothing else was found in the long, slow weeks that followed the storm."};
inline constexpr std::string_view kCues[] = {"buprenorphine ", "the clinic ", "colour ",
                                             "behaviour ",     "methadone ",  "counsellors ",
                                             "centre "};

inline constexpr std::string_view kMarkdownParts[] = {
    "{% if x %}",
    "{% if x %}\n",
    "{% else %}",
    "{% endif %}\n",
    "{{ name }}",
    "{{ name",
    "<% end %>",
    "{! junkie }}",
    "{# personfirst-disable-line #}",
    "@NAME@",
    " *** ",
    "{junkie:1|an addict:2}",
    "{Blank multiple:junkie,addict}",
    "# A heading\n\n",
    "## Words to avoid\n\n",
    "## References\n\n",
    "Setext\n======\n\n",
    "- an item\n- junkie\n- addict\n\n",
    "Words to avoid:\n\n- junkie\n- addict\n\n",
    "1. addict\n\n   more of it\n\n",
    "> quoted junkie\n> and more\n\n",
    "```\njunkie\n",
    "```\n",
    "~~~\n",
    "    junkie in code\n\n",
    "<div>\n",
    "</div>\n\n",
    "<!--\n",
    "-->\n",
    "<h2>Words to avoid</h2>\n\n",
    "| Avoid | Say |\n| --- | --- |\n| junkie | person |\n\n",
    "---\n",
    "---\ntitle: two junkies\n---\n",
    "[r]: /x \"an addict\"\n",
    "[r]: /x\n",
    "see [r] and [addict][r]\n\n",
    "[R]: /y 'two junkies'\n\n",
    "\n\n[a b]: <x y> (an addict)\n[r]: /later\n",
    "\n\n[a\nb]: /n\n",
    "- [r]: /item \"an ad&shy;dict\"\n",
    "> [a b]: /q \"a junkie\"\n\n",
    "- [x] [r]: /t\n",
    "```\n[r]: /code \"an addict\"\n```\n\n",
    "[Ma\u00DF]: /m \"addict\"\n\n",
    "[MASS] and [ma\u00DF][] met an [addict][mass]\n\n",
    "[`r`]: /c\n\n",
    "![an addict][r]\n\n",
    "Words to avoid:\n\n![][a b]\n\n- junkie\n\n",
    "# [r] words to avoid\n\n",
    "[words][a b] to *[avoid][r]*:\n\n",
    "> an [addict\n> of old][a  B]\n\n",
    "[junkie][a\nb] and [^1]\n\n[^1]: note\n\n",
    "[\\[r]: /e\n\n",
    "an [addict][\\[r] and ![x [r] y](z)\n\n",
    "[\xE9]: /ill\n",
    "[r",
    "]: /z",
    "[ab]: /ab 'a junkie'\n\n",
    "[A B]: /AB\n",
    "[addict][ab] and [junkie][A b]\n\n",
    "[//]: # 'a comment'\n",
    "[//]",
    "[\njunkie](x) and an addict\n\n",
    "`\njunkie` and an addict\n\n",
    "![an addict](x \"a junkie\")\n\n",
    "![](x)\n\n",
    "[a](b \"an ad&shy;dict\")",
    "**Avoid:**\n",
    "**Avoid**\n\n- junkie\n",
    "***\n\n",
    "<!-- personfirst-disable -->\n",
    "<!-- personfirst-enable -->\n",
    "<!-- personfirst-disable-next-line people/* -->\n",
    "[//]: # (personfirst-disable-file)\n",
    "\n\n",
    "\n",
    "\r\n\r\n",
    "  \n"};
inline constexpr std::string_view kHtmlParts[] = {
    "{% else %}",
    "@NAME@",
    "{junkie:1|an addict:2}",
    "<%= x %>",
    "{{#if x}}",
    "<h2>Words to avoid</h2>\n",
    "<h1>References</h1>\n",
    "<h2>",
    "<p>",
    "</p>\n",
    "<p>An addict came.</p>\n",
    "<p>Words to avoid:</p>\n<ul>\n<li>junkie\n<li>addict</ul>\n",
    "<ul>\n",
    "</ul>\n",
    "<li>junkie</li>\n",
    "<table>\n<tr><th>Avoid<th>Say\n",
    "<tr><td>junkie<td>person\n",
    "</table>\n",
    "<pre>\n",
    "</pre>\n",
    "<script>\n",
    "</script>\n",
    "<!--",
    "-->\n",
    "<blockquote>\n",
    "</blockquote>\n",
    "<img alt=\"an addict\">\n",
    "<img alt=\"",
    "<a href='",
    "{{ name }}",
    "{% if x",
    "%}",
    "{# personfirst-disable #}\n",
    "<?php ",
    "?>",
    "<b>",
    "</b>\n",
    "<q>",
    "</q>",
    "<br>\n<br>\n",
    "<dl>\n<dt>junkie\n<dd>an addict\n",
    "<!-- personfirst-disable people/* -->\n",
    "<!-- personfirst-enable -->\n",
    "<div>\n",
    "</div>\n",
    "\n",
    "\r\n",
    "<"};
inline constexpr std::string_view kPlainParts[] = {"{% if x %}",
                                                   "{% if x %}\n",
                                                   "{% else %}",
                                                   "{% endif %}\n",
                                                   "{{ name }}",
                                                   "{{ name",
                                                   "<% end %>",
                                                   "{! junkie }}",
                                                   "{# personfirst-disable-line #}",
                                                   "@NAME@",
                                                   " *** ",
                                                   "{junkie:1|an addict:2}",
                                                   "{Blank multiple:junkie,addict}",
                                                   "\n\n",
                                                   "\n",
                                                   "\r\n\r\n",
                                                   "\r",
                                                   "- junkie\n",
                                                   "- an item\n- addict\n",
                                                   "Words to avoid:\n\n",
                                                   "\n\nReferences\n\n",
                                                   "> quoted addict\n",
                                                   "-----\n",
                                                   "a | b\n",
                                                   "1. ",
                                                   " "};
inline constexpr std::string_view kAnyParts[] = {"\U0001F600", "\u00E9", "\xFF", " ", "x",
                                                 "colour",     "color",  "\n",   ":", "junkie"};

inline bool holds_one_of(std::string_view part, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(
      marks, [&](std::string_view mark) { return part.find(mark) != std::string_view::npos; });
}

// Definitions bind all sections together; what opens something makes one of a whole document.
inline bool defines(std::string_view part) { return holds_one_of(part, {"]:"}); }
inline bool opens(std::string_view part) {
  return holds_one_of(part, {"<?php", "<!--\n", "=\"", "='", "<script>", "```\n", "~~~"}) ||
         part == "<!--" || part == "{% if x";
}

inline std::string_view any_part(Format format, Random& random) {
  if (random.one_in(4)) return random.pick(kAnyParts);
  switch (format) {
    case Format::Markdown:
      return random.pick(kMarkdownParts);
    case Format::Html:
      return random.pick(kHtmlParts);
    default:
      return random.pick(kPlainParts);
  }
}

class Writer {
 public:
  Writer(Format format, Random& random)
      : format_(format), random_(random), kind_(static_cast<Kind>(random.below(6))) {}

  std::string part() {
    if (kind_ == Kind::Quiet && random_.one_in(3)) return std::string(random_.pick(kCues));
    for (;;) {
      const std::string_view found = any_part(format_, random_);
      const bool may_define = kind_ == Kind::Defining || kind_ == Kind::OftenDefining;
      if (defines(found) ? !may_define : kind_ == Kind::OftenDefining && !random_.one_in(3))
        continue;
      if (opens(found) && kind_ != Kind::Opening) continue;
      return std::string(found);
    }
  }

  std::string block();
  std::string list();
  std::string document();
  void edit(std::string& text);

 private:
  enum class Kind { Plain, Quiet, Defining, OftenDefining, Listing, Opening };

  Format format_;
  Random& random_;
  Kind kind_;
};

inline std::string Writer::block() {
  std::string out;
  if (random_.one_in(3)) out += part();
  const bool tagged = format_ == Format::Html && !random_.one_in(5);
  if (tagged) out += "<p>";
  if (kind_ == Kind::Listing && !random_.one_in(12)) return out + list();
  if (kind_ != Kind::Quiet && random_.one_in(8)) {
    out += generated_document(format_, random_);
  } else {
    for (std::size_t i = random_.below(6); i < 6; ++i) {
      out += kind_ == Kind::Quiet ? random_.pick(kQuietFillers) : random_.pick(kFillers);
      out += random_.one_in(4) ? "\n" : " ";
    }
  }
  return out + (tagged ? "</p>\n" : "\n\n");
}

// Part of a list, without a beginning or an end.
inline std::string Writer::list() {
  constexpr std::string_view kMarks[] = {"- ",   "- ",         "- ", "1. ",   "7) ",
                                         "  - ", "   ",        "* ", "- # ",  "- [ ] ",
                                         "- > ", "- ![x](y) ", "",   "- <b>", "- | a\n"};
  constexpr std::string_view kEnds[] = {"\n", "\n", "\n", "\n\n", "\n\n", ":\n", "\n\n\n"};
  const std::string usual = random_.one_in(3) ? "1. " : "- ";
  std::string out;
  for (std::size_t i = random_.below(6); i < 8; ++i) {
    out += random_.one_in(3) ? std::string(random_.pick(kMarks)) : usual;
    out.append(random_.pick(kFillers)).append(random_.pick(kEnds));
  }
  return out;
}

inline std::string Writer::document() {
  std::string text;
  const std::size_t blocks = 4 + random_.below(24);
  for (std::size_t i = 0; i < blocks; ++i) text += block();
  return text;
}

inline void Writer::edit(std::string& text) {
  std::size_t at = random_.below(text.size() + 1);
  if (random_.one_in(3)) {  // the start of a line
    const std::size_t line = text.rfind('\n', at);
    at = line == std::string::npos ? 0 : std::min(line + 1, text.size());
  }
  const std::size_t size = random_.one_in(20) ? random_.below(2000) : random_.below(12);
  switch (random_.below(6)) {
    case 0:
      text.insert(at, 1, "ab \n.:-#>*"[random_.below(10)]);
      break;
    case 1:
      text.erase(at, size);
      break;
    case 2:
      text.replace(at, std::min(size, text.size() - at), part());
      break;
    case 3:
      text.insert(at, random_.one_in(3) ? block() : std::string(random_.pick(kWords)));
      break;
    default:
      text.insert(at, part());
      break;
  }
}

}  // namespace personfirst::testing
