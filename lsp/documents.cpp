#include "lsp/documents.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/convert.h"

namespace personfirst::lsp {
namespace {

struct LanguageFormat {
  std::string_view language;
  Format format;
};

// Languages that are neither here nor in the file's name are read as plain text.
constexpr auto kLanguages = std::to_array<LanguageFormat>({
    {"markdown", Format::Markdown},
    {"mdx", Format::Markdown},
    {"quarto", Format::Markdown},
    {"rmd", Format::Markdown},
    {"rmarkdown", Format::Markdown},
    {"pandoc", Format::Markdown},
    {"markdown.mdx", Format::Markdown},
    {"html", Format::Html},
    {"xhtml", Format::Html},
    {"vue", Format::Html},
    {"svelte", Format::Html},
    {"django-html", Format::Html},
    {"jinja-html", Format::Html},
    {"liquid", Format::Html},
    {"handlebars", Format::Html},
    {"mustache", Format::Html},
    {"nunjucks", Format::Html},
    {"twig", Format::Html},
    {"erb", Format::Html},
    {"eruby", Format::Html},
    {"ejs", Format::Html},
    {"xml", Format::Xml},
    {"dita", Format::Xml},
    {"ditamap", Format::Xml},
    {"docbook", Format::Xml},
    {"json", Format::Json},
    {"jsonc", Format::Json},
    {"yaml", Format::Yaml},
    {"latex", Format::Latex},
    {"tex", Format::Latex},
    {"plaintex", Format::Latex},
    {"restructuredtext", Format::Rst},
    {"rst", Format::Rst},
    {"asciidoc", Format::AsciiDoc},
    {"org", Format::Org},
    {"subrip", Format::Srt},
    {"srt", Format::Srt},
    {"vtt", Format::Vtt},
    {"csv", Format::Csv},
    {"tsv", Format::Tsv},
    {"eml", Format::Mail},
    {"mail", Format::Mail},
    {"rtf", Format::Rtf},
    {"plaintext", Format::PlainText},
    {"text", Format::PlainText},
    {"git-commit", Format::PlainText},
    {"gitcommit", Format::PlainText},
});

// A text under change, with its lines.
class ChangingText {
 public:
  ChangingText(const Document& before, ColumnUnit unit, std::size_t room)
      : unit_(unit), document_{before.name, before.format, {}, before.lazy_lines, before.language,
                               {},          before.values} {
    document_.text.reserve(before.text.size() + room);
    document_.text = before.text;
  }

  // False when `change` is malformed.
  bool apply(const Json& change) {
    const auto text = string_at(change, "text");
    if (!text) return false;
    const Json* range = find(change, "range");
    if (range == nullptr || range->is_null()) {
      document_.text = *text;
      document_.lazy_lines = LineIndex(document_.text);
      return true;
    }
    const auto span = to_span(document_, unit_, *range);
    if (!span) return false;
    document_.text.replace(span->begin, span->size(), *text);
    document_.lazy_lines.replace(document_.text, *span, static_cast<std::uint32_t>(text->size()));
    return true;
  }

  std::shared_ptr<const Document> result() {
    return std::make_shared<const Document>(std::move(document_));
  }

 private:
  ColumnUnit unit_;
  Document document_;
};

}  // namespace

OpenDocumentPtr Documents::find(std::string_view uri) const {
  const auto found = by_uri_.find(uri);
  return found == by_uri_.end() ? nullptr : found->second;
}

OpenDocumentPtr Documents::find_path(std::string_view path) const {
  for (const auto& [uri, document] : by_uri_) {
    if (document->path == path && document->notebook.empty()) return document;
  }
  return nullptr;
}

Format format_of_language(std::string_view language_id, std::string_view path) {
  for (const LanguageFormat& known : kLanguages) {
    if (known.language == language_id) return known.format;
  }
  return format_of_name(path);
}

std::shared_ptr<const Document> make_text(std::string name, Format format, std::string text,
                                          std::string language) {
  LineIndex lines(text);
  return std::make_shared<const Document>(Document{
      std::move(name), format, std::move(text), std::move(lines), std::move(language), {}});
}

std::shared_ptr<const Document> with_settings(const Document& document, Format format,
                                              const std::string& language,
                                              const std::vector<std::string>& values) {
  Document changed = document;
  changed.format = format;
  changed.values = values;
  changed.language = language;
  return std::make_shared<const Document>(std::move(changed));
}

std::shared_ptr<const Document> apply_changes(const Document& before, ColumnUnit unit,
                                              const Json& changes) {
  if (!changes.is_array()) return nullptr;
  std::size_t room = 0;
  for (const Json& change : changes) room += string_at(change, "text").value_or("").size();
  ChangingText text(before, unit, room);
  for (const Json& change : changes) {
    if (!text.apply(change)) return nullptr;
  }
  return text.result();
}

}  // namespace personfirst::lsp
