// file: URIs <-> paths. URIs of other schemes (untitled:, vscode-notebook-cell:) have no path.
#pragma once

#include <string>
#include <string_view>

namespace personfirst::lsp {

// Percent-decoded, absolute, with `/`; "c:/..." for Windows drives; empty when `uri` is no file.
[[nodiscard]] std::string path_of_uri(std::string_view uri);
// Everything but unreserved characters and `/` is percent-encoded.
[[nodiscard]] std::string uri_of_path(std::string_view path);

// Without the last part; "/" stays "/".
[[nodiscard]] std::string folder_of(std::string_view path);
// `folder` itself or something below it.
[[nodiscard]] bool is_below(std::string_view path, std::string_view folder);

}  // namespace personfirst::lsp
