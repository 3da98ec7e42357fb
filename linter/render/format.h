// The output formats by name.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "linter/render/renderer.h"
#include "linter/render/settings.h"

namespace personfirst {

enum class OutputFormat {
  Text,
  Json,
  Jsonl,
  Sarif,
  GitHub,
  GitLab,
  JUnit,
  Checkstyle,
  RdJson,
  RdJsonl,
  Html,
  Markdown
};

struct NamedFormat {
  std::string_view name;
  OutputFormat format;
  bool names_rules;  // wants RenderSettings::rules and sources
};
[[nodiscard]] std::span<const NamedFormat> output_formats();  // in the order of the enumerators
[[nodiscard]] std::optional<OutputFormat> parse_output_format(std::string_view name);

// `settings` must outlive the renderer. `color`: text for a terminal that has colors.
[[nodiscard]] std::unique_ptr<const Renderer> make_renderer(OutputFormat format,
                                                            const RenderSettings& settings,
                                                            bool color = false);

}  // namespace personfirst
