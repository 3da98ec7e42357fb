#include "linter/text/document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/text/decode.h"
#include "linter/text/ill_formed.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

struct FormatName {
  std::string_view name;
  Format format = Format::PlainText;
  bool is_walked = false;
};

// The first name of a format is its own. Names that are endings of files which a walk takes say so.
constexpr auto kFormatNames = std::to_array<FormatName>({{"plain", Format::PlainText},
                                                         {"text", Format::PlainText, true},
                                                         {"txt", Format::PlainText, true},
                                                         {"plaintext", Format::PlainText},
                                                         {"markdown", Format::Markdown, true},
                                                         {"md", Format::Markdown, true},
                                                         {"mdown", Format::Markdown},
                                                         {"mdwn", Format::Markdown},
                                                         {"mkd", Format::Markdown},
                                                         {"mkdn", Format::Markdown},
                                                         {"mdx", Format::Markdown, true},
                                                         {"qmd", Format::Markdown},
                                                         {"rmd", Format::Markdown},
                                                         {"html", Format::Html, true},
                                                         {"htm", Format::Html, true},
                                                         {"xhtml", Format::Html, true},
                                                         {"xht", Format::Html},
                                                         {"xml", Format::Xml},
                                                         {"dita", Format::Xml, true},
                                                         {"ditamap", Format::Xml, true},
                                                         {"docbook", Format::Xml, true},
                                                         {"dbk", Format::Xml, true},
                                                         {"cda", Format::Xml},
                                                         {"json", Format::Json},
                                                         {"yaml", Format::Yaml},
                                                         {"yml", Format::Yaml},
                                                         {"latex", Format::Latex, true},
                                                         {"tex", Format::Latex, true},
                                                         {"ltx", Format::Latex, true},
                                                         {"rst", Format::Rst, true},
                                                         {"restructuredtext", Format::Rst},
                                                         {"asciidoc", Format::AsciiDoc, true},
                                                         {"adoc", Format::AsciiDoc, true},
                                                         {"org", Format::Org, true},
                                                         {"srt", Format::Srt, true},
                                                         {"vtt", Format::Vtt, true},
                                                         {"csv", Format::Csv},
                                                         {"tsv", Format::Tsv},
                                                         {"mail", Format::Mail},
                                                         {"eml", Format::Mail, true},
                                                         {"rtf", Format::Rtf, true}});

// Endings of template languages. Some are for web pages above all.
struct TemplateEnding {
  std::string_view name;
  bool is_html;
};
constexpr auto kTemplateEndings = std::to_array<TemplateEnding>({{"ejs", true},
                                                                 {"erb", true},
                                                                 {"handlebars", true},
                                                                 {"hbs", true},
                                                                 {"j2", false},
                                                                 {"jinja", true},
                                                                 {"jinja2", true},
                                                                 {"liquid", true},
                                                                 {"mustache", true},
                                                                 {"njk", true},
                                                                 {"tmpl", false},
                                                                 {"tpl", false},
                                                                 {"twig", true}});

// Templates of these are programs and settings.
constexpr auto kOtherEndings = std::to_array<std::string_view>(
    {"cfg", "conf", "css", "env", "ini", "js", "jsx", "php", "py", "rb", "scss", "service", "sh",
     "sql", "svg", "toml", "ts", "tsx"});

struct Ending {
  Format format = Format::PlainText;
  bool is_walked = false;
};

const FormatName* find_name(std::string_view wanted) {
  const std::string lower = to_lower(wanted);
  const auto* found = std::ranges::find(kFormatNames, lower, &FormatName::name);
  return found == kFormatNames.end() ? nullptr : found;
}

// Cuts the last ending off; empty when there is none.
std::string_view take_ending(std::string_view& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view ending = name.substr(dot + 1);
  name = name.substr(0, dot);
  return ending;
}

Ending ending_of(std::string_view name) {
  name.remove_prefix(name.find_last_of("/\\") + 1);  // npos + 1 is 0
  const std::string_view last = take_ending(name);
  if (const FormatName* found = find_name(last)) return {found->format, found->is_walked};
  const std::string lower = to_lower(last);
  const auto* made_of = std::ranges::find(kTemplateEndings, lower, &TemplateEnding::name);
  if (made_of == kTemplateEndings.end()) return {};
  const std::string_view inner = take_ending(name);
  if (const FormatName* found = find_name(inner)) return {found->format, found->is_walked};
  if (!made_of->is_html || std::ranges::find(kOtherEndings, inner) != kOtherEndings.end())
    return {};
  return {Format::Html, true};
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Document build(std::string name, Format format, std::string text, std::string language,
               std::vector<Problem> problems) {
  Document document;
  document.name = std::move(name);
  document.format = format;
  document.text = std::move(text);
  document.language = std::move(language);
  document.problems = std::move(problems);
  return document;
}

}  // namespace

std::string_view to_string(Format format) {
  for (const FormatName& known : kFormatNames) {
    if (known.format == format) return known.name;
  }
  return {};
}

bool parse_format(std::string_view name, Format& format) {
  const FormatName* found = find_name(name);
  if (found == nullptr) return false;
  format = found->format;
  return true;
}

std::span<const std::string_view> format_names() {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"plain", "markdown", "html", "xml", "json", "yaml", "latex", "rst", "asciidoc", "org", "srt",
       "vtt", "csv", "tsv", "mail", "rtf"});
  return kNames;
}

Format format_of_name(std::string_view file_name) { return ending_of(file_name).format; }
bool is_prose_name(std::string_view file_name) { return ending_of(file_name).is_walked; }

Document make_document(std::string name, Format format, std::string utf8, std::string language) {
  if (std::string_view(utf8).substr(0, kByteOrderMark.size()) == kByteOrderMark)
    utf8.erase(0, kByteOrderMark.size());
  std::vector<Problem> problems = ill_formed_problems(utf8);
  return build(std::move(name), format, std::move(utf8), std::move(language), std::move(problems));
}

Document make_document(std::string name, Format format, Decoded decoded, std::string language) {
  return build(std::move(name), format, std::move(decoded.text), std::move(language),
               std::move(decoded.problems));
}

Document with_text(const Document& document, std::string utf8) {
  Document changed =
      make_document(document.name, document.format, std::move(utf8), document.language);
  changed.values = document.values;
  return changed;
}

}  // namespace personfirst
