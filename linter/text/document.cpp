#include "linter/text/document.h"

#include <array>
#include <utility>

#include "linter/text/decode.h"
#include "linter/text/ill_formed.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

struct FormatName {
  std::string_view name;
  Format format;
};

// The first name of a format is its own.
constexpr std::array<FormatName, 17> kFormatNames = {{{"plain", Format::PlainText},
                                                      {"text", Format::PlainText},
                                                      {"txt", Format::PlainText},
                                                      {"plaintext", Format::PlainText},
                                                      {"markdown", Format::Markdown},
                                                      {"md", Format::Markdown},
                                                      {"mdown", Format::Markdown},
                                                      {"mdwn", Format::Markdown},
                                                      {"mkd", Format::Markdown},
                                                      {"mkdn", Format::Markdown},
                                                      {"mdx", Format::Markdown},
                                                      {"qmd", Format::Markdown},
                                                      {"rmd", Format::Markdown},
                                                      {"html", Format::Html},
                                                      {"htm", Format::Html},
                                                      {"xhtml", Format::Html},
                                                      {"xht", Format::Html}}};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Document build(std::string name, Format format, std::string text, std::string language,
               std::vector<Problem> problems) {
  LineIndex lines(text);
  return {std::move(name),    format, std::move(text), std::move(lines), std::move(language),
          std::move(problems)};
}

}  // namespace

std::string_view to_string(Format format) {
  for (const FormatName& known : kFormatNames) {
    if (known.format == format) return known.name;
  }
  return {};
}

bool parse_format(std::string_view name, Format& format) {
  const std::string wanted = to_lower(name);
  for (const FormatName& known : kFormatNames) {
    if (known.name != wanted) continue;
    format = known.format;
    return true;
  }
  return false;
}

Format format_of_name(std::string_view file_name) {
  file_name.remove_prefix(file_name.find_last_of("/\\") + 1);  // npos + 1 is 0
  Format format = Format::PlainText;
  const std::size_t dot = file_name.rfind('.');
  if (dot != std::string_view::npos)
    static_cast<void>(parse_format(file_name.substr(dot + 1), format));
  return format;
}

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

}  // namespace personfirst
