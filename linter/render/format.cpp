#include "linter/render/format.h"

#include <algorithm>
#include <array>

#include "linter/render/checkstyle.h"
#include "linter/render/github.h"
#include "linter/render/gitlab.h"
#include "linter/render/html.h"
#include "linter/render/json.h"
#include "linter/render/jsonl.h"
#include "linter/render/junit.h"
#include "linter/render/markdown.h"
#include "linter/render/rdjson.h"
#include "linter/render/sarif.h"
#include "linter/render/text.h"

namespace personfirst {
namespace {

constexpr std::array kFormats = {
    NamedFormat{"text", OutputFormat::Text, false},
    NamedFormat{"json", OutputFormat::Json, false},
    NamedFormat{"jsonl", OutputFormat::Jsonl, false},
    NamedFormat{"sarif", OutputFormat::Sarif, true},
    NamedFormat{"github", OutputFormat::GitHub, false},
    NamedFormat{"gitlab", OutputFormat::GitLab, false},
    NamedFormat{"junit", OutputFormat::JUnit, false},
    NamedFormat{"checkstyle", OutputFormat::Checkstyle, false},
    NamedFormat{"rdjson", OutputFormat::RdJson, true},
    NamedFormat{"rdjsonl", OutputFormat::RdJsonl, true},
    NamedFormat{"html", OutputFormat::Html, true},
    NamedFormat{"markdown", OutputFormat::Markdown, false},
};

}  // namespace

std::span<const NamedFormat> output_formats() { return kFormats; }

std::optional<OutputFormat> parse_output_format(std::string_view name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const NamedFormat& format) { return format.name == name; });
  if (found == kFormats.end()) return std::nullopt;
  return found->format;
}

std::unique_ptr<const Renderer> make_renderer(OutputFormat format, const RenderSettings& settings,
                                              bool color) {
  switch (format) {
    case OutputFormat::Text:
      return make_text_renderer(settings, color);
    case OutputFormat::Json:
      return make_json_renderer(settings);
    case OutputFormat::Jsonl:
      return make_jsonl_renderer(settings);
    case OutputFormat::Sarif:
      return make_sarif_renderer(settings);
    case OutputFormat::GitHub:
      return make_github_renderer();
    case OutputFormat::GitLab:
      return make_gitlab_renderer();
    case OutputFormat::JUnit:
      return make_junit_renderer(settings);
    case OutputFormat::Checkstyle:
      return make_checkstyle_renderer();
    case OutputFormat::RdJson:
      return make_rdjson_renderer(settings);
    case OutputFormat::RdJsonl:
      return make_rdjsonl_renderer(settings);
    case OutputFormat::Html:
      return make_html_renderer(settings);
    case OutputFormat::Markdown:
      return make_markdown_renderer(settings);
  }
  return nullptr;
}

}  // namespace personfirst
