// The section "personfirst" of an editor's settings, read as a configuration.
//
// It may hold the keys of a configuration file that make sense for all of somebody's documents, in
// the same form, and three of its own: "enable" (false: off), "audience" (a preset's name) and
// "severity" (the least that is shown). Other keys are the editor's own business; null and empty
// values are as if not there, because editors send those for what nobody has set.
#pragma once

#include <string>

namespace personfirst::lsp {

// `settings` is the section as JSON text; anything that is no object counts as empty.
[[nodiscard]] std::string config_of_editor(const std::string& settings);
[[nodiscard]] bool editor_enables(const std::string& settings);

}  // namespace personfirst::lsp
