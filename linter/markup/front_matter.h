// The metadata block at the start of a Markdown file: YAML between `---` lines, TOML between `+++`
// lines.
//
// Only the values of a few top-level keys are prose (title, description, summary, ...), and only
// simple scalars: quoted, plain, or YAML's block scalars. A full parser would give values without
// their positions, which are all that matters here; a key it would read and this does not (anchors,
// flow collections) costs a finding, never a wrong position.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/markup/outline.h"

namespace personfirst {

// Adds the prose in it as ProseKind::Metadata. Returns where the document proper begins: 0 without
// front matter.
std::uint32_t read_front_matter(std::string_view text, Outline& outline);

}  // namespace personfirst
