// Texts that are made to be slow: is the time for twice as much at most 2.2 times the time?
//
//   pathological [PART OF A NAME]
//
// Every format with its marks over and over, never closed, nested and in growing runs; and texts in
// which everything is found, silenced, fixed and printed. Time is the thread's own. Prints the
// offenders and the slowest; exit status 1 when there is an offender.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/edited_document.h"
#include "linter/linter.h"
#include "linter/render/format.h"
#include "linter/suppress.h"
#include "linter/warm_up.h"

namespace personfirst::bench {
namespace {

constexpr double kMost = 2.2;          // times the time, for twice the text
constexpr double kEnoughMs = 10;       // to be measured
constexpr double kTooLongMs = 20'000;  // to be doubled
constexpr std::size_t kFirst = 32 << 10, kLargest = 4 << 20;

using Make = std::function<std::string(std::size_t size)>;
using Work = std::function<void(const Document&)>;

const RuleSet& rules() {
  static const RuleSetPtr kRules = [] {
    RuleSetPtr loaded = *load_rules();
    warm_up(*loaded);
    return loaded;
  }();
  return *kRules;
}

LintOptions everything() {
  LintOptions options;
  options.packs = {"all"};
  return options;
}

Make repeated(std::string begin, std::string unit, std::string end = "") {
  return [=](std::size_t size) {
    std::string text = begin;
    while (text.size() < size) text += unit;
    return text + end;
  };
}

// All of one, then all of the other.
Make nested(std::string open, std::string inside, std::string close) {
  return [=](std::size_t size) {
    const std::size_t depth = size / (open.size() + close.size()) + 1;
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += inside;
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
  };
}

// Runs of one mark, each longer than the one before.
Make ramp(std::string mark, std::string between) {
  return [=](std::size_t size) {
    std::string text, run;
    while (text.size() < size) text += (run += mark) + between;
    return text;
  };
}

// What is numbered differs every time.
Make numbered(std::string begin, std::string unit, std::string after, std::string end = "") {
  return [=](std::size_t size) {
    std::string text = begin;
    for (std::size_t i = 0; text.size() < size; ++i)
      text.append(unit).append(std::to_string(i)).append(after);
    return text + end;
  };
}

// Half of the text is one thing, half another.
Make both(const Make& one, const Make& other) {
  return [=](std::size_t size) { return one(size / 2) + other(size / 2); };
}

struct Case {
  std::string name;
  Format format;
  Make make;
  Work work;
};

void lint_all(const Document& document) {
  static_cast<void>(lint(rules(), document, everything()));
}
void lint_whole(const Document& document) {
  LintOptions options = everything();
  options.use_prefilter = false;
  static_cast<void>(lint(rules(), document, options));
}
void fix_all(const Document& document) {
  static_cast<void>(fix_document(rules(), document, everything(), FixLevel::AskFirst));
}
// Opened, and changed in its middle.
void edit(const Document& document) {
  EditedDocument edited(rules(), everything());
  static_cast<void>(edited.lint(std::make_shared<const Document>(document)));
  std::string text = document.text;
  text.insert(text.size() / 2, "x");
  static_cast<void>(edited.lint(std::make_shared<const Document>(with_text(document, text))));
}
void silence_one(const Document& document) {
  static_cast<void>(directive_words(document));
  const LintResult found = lint(rules(), document, everything());
  if (!found.findings.empty())
    static_cast<void>(suppression_edit(document, found.findings[found.findings.size() / 2]));
}

// Lints once, and prints as often as asked.
Work printed(OutputFormat format) {
  return [format](const Document& document) {
    RenderSettings settings;
    settings.rules = list_rules(rules());
    const LintResult found = lint(rules(), document, everything());
    const auto renderer = make_renderer(format, settings);
    static_cast<void>(renderer->document({document, found.findings, found.problems}));
  };
}

constexpr std::string_view kMarks[] = {"{",
                                       "{{",
                                       "{%",
                                       "<%",
                                       "{{#if}}",
                                       "@A@",
                                       "***",
                                       "[[",
                                       "${",
                                       "{a|",
                                       "{a:b,",
                                       "{#a#}",
                                       "[",
                                       "{\"a\":",
                                       "\"\\",
                                       "\"",
                                       "- ",
                                       "  ",
                                       "- - a\n",
                                       "a: >\n",
                                       "a:\n",
                                       "'",
                                       "\\a{",
                                       "\\",
                                       "$a ",
                                       "%\n",
                                       "\\begin{a}",
                                       "\\item ",
                                       "\\a[",
                                       "}",
                                       "\\footnote{",
                                       "&",
                                       "&amp;",
                                       "&#97;",
                                       "..\n",
                                       ".. a::\n",
                                       "::\n\n ",
                                       ":a:`",
                                       "`a ",
                                       "*a ",
                                       "a_ ",
                                       "|a",
                                       "=\n",
                                       "+-\n|a|\n",
                                       "|===\n",
                                       "<<",
                                       "____\n",
                                       "* a\n",
                                       "[[a][",
                                       ":A:\n",
                                       "#+A: b\n",
                                       "1\n-->\na\n\n",
                                       "<a",
                                       "</a>",
                                       "a,",
                                       "\"a\n",
                                       "=E2",
                                       "=?a?q?",
                                       "--x\n",
                                       "a: b\n",
                                       "\\'e9",
                                       "\\u9?",
                                       "{\\*\\a ",
                                       "\\bin9 ",
                                       "<!--",
                                       "<div>",
                                       "<p>a",
                                       "<![CDATA[",
                                       "<script>",
                                       "<b>",
                                       "> ",
                                       ">",
                                       "1. a\n",
                                       "# a\n",
                                       "`",
                                       "~~~\n",
                                       "[a](",
                                       "![a](b) ",
                                       "[a]: /b\n",
                                       "| a ",
                                       "|-",
                                       "a\n\n",
                                       "a\n",
                                       "\r",
                                       "\t",
                                       "\xFF",
                                       "\xC2\xAD",
                                       "\xE2\x80\x9C",
                                       "a. ",
                                       "A ",
                                       "addict ",
                                       "An addict. ",
                                       "addict's ",
                                       "addict\n\n",
                                       "I am an addict ",
                                       "the word addict ",
                                       "clean ",
                                       "Journal of Addict ",
                                       "ad&shy;dict ",
                                       "ad*dict* ",
                                       "\xEF\xBD\x81"};

void add_marks(std::vector<Case>& cases) {
  for (int number = 0; number <= static_cast<int>(Format::Rtf); ++number) {
    const auto format = static_cast<Format>(number);
    for (const std::string_view mark : kMarks) {
      std::string name = std::string(to_string(format)) + " " + std::string(mark);
      cases.push_back(
          {name, format, repeated("", std::string(mark), "\n\nAn addict.\n"), lint_whole});
    }
  }
}

void add_markdown(std::vector<Case>& cases) {
  const auto add = [&](const char* name, const Make& make) {
    cases.push_back({std::string("markdown ") + name, Format::Markdown, make, lint_all});
    cases.push_back({std::string("edited ") + name, Format::Markdown, make, edit});
  };
  for (const char* mark : {"`", "*", "_", "~", "[", ">", "#", "-", "(", "&", "\\"}) {
    add((std::string("runs of ") + mark).c_str(), ramp(mark, " addict "));
    add((std::string("lines of ") + mark).c_str(), ramp(mark, " addict\n"));
  }
  add("nested emphasis", nested("*a **b ", "addict", "** c*"));
  add("nested brackets", nested("[", "addict", "](x)"));
  add("nested quotes", ramp("> ", "addict\n"));
  add("nested lists", ramp("  ", "- addict\n"));
  add("definitions and uses",
      both(numbered("", "[a", "]: /b \"an addict\"\n"), numbered("\n\n", "[addict][a", "] ")));
  add("uses without definitions", numbered("", "[addict][a", "] "));
  add("one definition, many uses", repeated("[a]: /b\n\n", "[addict][a] "));
  add("wide table", both(repeated("", "| addict "), repeated("\n", "| --- ", "\n")));
  add("long table", repeated("| a | b |\n| --- | --- |\n", "| addict | junkie |\n"));
  add("long list", repeated("", "- An addict.\n"));
  add("footnotes", numbered("", "[^", "]: an addict\n\n"));
  add("headings", repeated("", "# Words to avoid\n\n- addict\n\n"));
  add("references", repeated("# References\n\n", "An addict. 2001.\n\n"));
  add("raw blocks", repeated("", "<div>\nAn addict\n</div>\n\n"));
  add("unclosed fence", repeated("", "```\naddict\n~~~\n"));
  add("front matter", repeated("---\n", "a: an addict\n", "---\n"));
}

void add_texts(std::vector<Case>& cases) {
  const std::string sentence = "He met an addict and two junkies. ";
  const auto add = [&](const char* name, Format format, const Make& make) {
    cases.push_back({std::string("lint ") + name, format, make, lint_all});
    cases.push_back({std::string("fix ") + name, format, make, fix_all});
    cases.push_back({std::string("silence ") + name, format, make, silence_one});
  };
  add("one line", Format::PlainText, repeated("", sentence));
  add("one line of Markdown", Format::Markdown, repeated("", sentence));
  add("one paragraph", Format::Markdown, repeated("", sentence + "\n"));
  add("paragraphs", Format::Markdown, repeated("", sentence + "\n\n"));
  add("no end of a sentence", Format::PlainText, repeated("", "an addict and "));
  add("capitals", Format::PlainText, repeated("", "The Institute Of Addict And "));
  add("quotation", Format::PlainText, repeated("\"", "an addict and "));
  add("page", Format::Html, repeated("<p>", sentence + "<br>"));
  add("words apart", Format::Markdown,
      repeated("", "MAT works. She was combative. It got dirty. "));
  add("silenced", Format::Markdown,
      repeated("", "<!-- personfirst-disable -->\nAn addict.\n<!-- personfirst-enable -->\n"));
  add("never enabled", Format::Markdown,
      both(repeated("", "<!-- personfirst-disable people/junkie -->\n"),
           repeated("", sentence + "\n\n")));
  add("unknown comments", Format::Html, numbered("", "<!-- personfirst-disable a/b", " -->\n"));
  for (const NamedFormat& format : output_formats()) {
    const std::string name = "print as " + std::string(format.name);
    cases.push_back(
        {name + " one line", Format::PlainText, repeated("", sentence), printed(format.format)});
    cases.push_back({name + " lines", Format::Markdown,
                     repeated("", "\xE2\x80\x9CHe\xE2\x80\x9D is an addict.\n\n"),
                     printed(format.format)});
  }
}

double cpu_ms() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double once(const Case& one, const Document& document) {
  const double begin = cpu_ms();
  one.work(document);
  return cpu_ms() - begin;
}

struct Growth {
  double ms_a_megabyte, times;
};

// How many times the time of the one the other takes. What disturbs only adds to a time: the best
// of a few is nearest to the truth. `small_ms`: set to the best of the smaller.
double doubled(const Case& one, const Document& small, const Document& large, double& small_ms) {
  constexpr int kTries = 6;
  double single = once(one, small);
  double twice = once(one, large);
  for (int i = 0; i < kTries && twice > kMost * single; ++i) {
    single = std::min(single, once(one, small));
    twice = std::min(twice, once(one, large));
  }
  small_ms = single;
  return twice / std::max(single, 1e-3);
}

Growth measure(const Case& one) {
  const auto document = [&](std::size_t size) {
    return make_document("text", one.format, one.make(size));
  };
  std::size_t size = kFirst;
  double single = once(one, document(size));
  while (single < kEnoughMs && size < kLargest) single = once(one, document(size *= 2));
  if (single > kTooLongMs) return {single * 1e6 / static_cast<double>(size), 99};
  const double growth = doubled(one, document(size), document(2 * size), single);
  // What is quadratic is so again; a text that no longer fits a cache, or a busy machine, is not.
  const double ms_a_megabyte = single * 1e6 / static_cast<double>(size);
  return {ms_a_megabyte, growth <= kMost ? growth
                                         : std::min(growth, doubled(one, document(2 * size),
                                                                    document(4 * size), single))};
}

std::string shown(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c == '\n') {
      out += "\\n";
    } else if (c >= ' ' && c < '\x7F') {
      out += c;
    } else {
      out += '?';
    }
  }
  return out;
}

int run(const std::string& part) {
  std::vector<Case> cases;
  add_texts(cases);
  add_markdown(cases);
  add_marks(cases);
  std::size_t measured = 0, offenders = 0;
  std::vector<std::pair<double, std::string>> slowest;
  for (const Case& one : cases) {
    if (one.name.find(part) == std::string::npos) continue;
    ++measured;
    const Growth growth = measure(one);
    slowest.emplace_back(growth.ms_a_megabyte, one.name);
    if (growth.times <= kMost) continue;
    ++offenders;
    std::printf("OFFENDER  %-40s  x%.2f  %.0f ms a MB\n", shown(one.name).c_str(), growth.times,
                growth.ms_a_megabyte);
    std::fflush(stdout);
  }
  std::ranges::sort(slowest, std::greater<>());
  slowest.resize(std::min<std::size_t>(slowest.size(), 15));
  for (const auto& [ms, name] : slowest)
    std::printf("slow  %8.0f ms a MB  %s\n", ms, shown(name).c_str());
  std::printf("%zu texts, %zu offenders\n", measured, offenders);
  return offenders == 0 ? 0 : 1;
}

}  // namespace
}  // namespace personfirst::bench

int main(int argc, char** argv) { return personfirst::bench::run(argc > 1 ? argv[1] : ""); }
