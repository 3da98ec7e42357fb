// A document as a client has it open, for tests of what the server answers about it.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "lsp/convert.h"
#include "lsp/features.h"
#include "lsp/snapshot.h"
#include "tests/support/demo_rules.h"
#include "tests/support/marked.h"

namespace personfirst::lsp::testing {

using personfirst::testing::unmark;

inline const Knowledge& demo_knowledge() {
  static const Knowledge kKnowledge = [] {
    const RuleSet& rules = personfirst::testing::demo_rules();
    return Knowledge{&rules, list_rules(rules), list_sources(rules)};
  }();
  return kKnowledge;
}

// Everything that an answer may depend on.
inline ClientCapabilities able_client() {
  ClientCapabilities client;
  client.document_changes = true;
  client.create_files = true;
  client.markdown_hover = true;
  client.markdown_completion = true;
  client.code_action_literals = true;
  client.is_preferred = true;
  client.diagnostic_code_description = true;
  client.diagnostic_data = true;
  client.apply_edit = true;
  client.document_link_tooltip = true;
  return client;
}

// Sections end after each empty line. Remembers sections, so that the same text keeps its id.
class SectionCutter {
 public:
  std::vector<LintedSection> cut(const Document& document) {
    std::vector<LintedSection> sections;
    const std::string& text = document.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t gap = text.find("\n\n", begin);
      const std::size_t end = gap == std::string::npos ? text.size() : gap + 2;
      sections.push_back(section(text.substr(begin, end - begin), document.format,
                                 static_cast<std::uint32_t>(begin)));
      begin = end;
    }
    return sections;
  }

 private:
  LintedSection section(const std::string& text, Format format, std::uint32_t begin) {
    LintedSection& known = known_[text];
    if (known.result == nullptr) {
      known.id = known_.size();
      known.result = std::make_shared<const LintResult>(
          lint(personfirst::testing::demo_rules(), make_document("part", format, text), {}));
    }
    LintedSection copy = known;
    copy.begin = begin;
    return copy;
  }

  std::map<std::string, LintedSection> known_;
};

inline Snapshot open_text(std::string text, Format format, SectionCutter& cutter) {
  Snapshot snapshot;
  snapshot.uri = "file:///home/a/letter.md";
  snapshot.path = "/home/a/letter.md";
  snapshot.version = 7;
  snapshot.document =
      std::make_shared<const Document>(make_document(snapshot.path, format, std::move(text)));
  snapshot.sections = cutter.cut(*snapshot.document);
  snapshot.settings = std::make_shared<const Settings>();
  return snapshot;
}

inline Snapshot open_text(std::string text, Format format = Format::Markdown) {
  SectionCutter cutter;
  return open_text(std::move(text), format, cutter);
}

// The parameters of a request about a place in a text, and that text.
struct Asking {
  Snapshot snapshot;
  Span at;
  Json params;
};

// `marked` has one [[range]]; an empty one is the cursor.
inline Asking ask(std::string_view marked, const ClientCapabilities& client,
                  Format format = Format::Markdown) {
  auto [text, spans] = unmark(marked);
  Asking asking{open_text(std::move(text), format), spans.empty() ? Span() : spans.front(), {}};
  const Document& document = *asking.snapshot.document;
  asking.params = {{"textDocument", {{"uri", asking.snapshot.uri}}},
                   {"range", to_range(document, client.unit, asking.at)},
                   {"position", to_position(document, client.unit, asking.at.begin)},
                   {"context", {{"diagnostics", Json::array()}}}};
  return asking;
}

// The document after TextEdits, all of which are about the text as it is.
inline std::string after_edits(const Document& document, ColumnUnit unit, const Json& edits) {
  std::map<std::uint32_t, std::pair<Span, std::string>> sorted;
  for (const Json& edit : edits) {
    const auto span = to_span(document, unit, edit.at("range"));
    if (!span) ADD_FAILURE() << "no range: " << edit;
    sorted[span->begin] = {*span, edit.at("newText").get<std::string>()};
  }
  std::string text;
  std::uint32_t done = 0;
  for (const auto& [begin, edit] : sorted) {
    if (begin < done) ADD_FAILURE() << "edits overlap";
    text += document.text.substr(done, begin - done) + edit.second;
    done = edit.first.end;
  }
  return text + document.text.substr(done);
}

}  // namespace personfirst::lsp::testing
