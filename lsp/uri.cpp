#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_unreserved(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (!escape) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    i += 2;
  }
  return decoded;
}

bool has_drive(std::string_view path) {
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':';
}

// Schemes are in any case.
bool take_scheme(std::string_view& uri) {
  constexpr std::string_view kScheme = "file:";
  if (uri.size() < kScheme.size()) return false;
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    const char c = uri[i];
    if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != kScheme[i]) return false;
  }
  uri.remove_prefix(kScheme.size());
  return true;
}

}  // namespace

std::string path_of_uri(std::string_view uri) {
  if (!take_scheme(uri)) return {};
  uri = uri.substr(0, uri.find_first_of("?#"));
  std::string_view authority;
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    authority = uri.substr(0, uri.find('/'));
    uri.remove_prefix(authority.size());
  }
  if (!uri.starts_with("/")) return {};
  std::string path = percent_decoded(uri);
  if (path.find('\0') != std::string::npos) return {};
  if (!authority.empty() && authority != "localhost")
    return "//" + percent_decoded(authority) + path;
  if (has_drive(std::string_view(path).substr(1))) path.erase(0, 1);
  return path;
}

std::string uri_of_path(std::string_view path) {
  std::string uri = path.starts_with("//") ? "file:" : "file://";
  if (has_drive(path)) uri += '/';
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHexDigits[byte >> 4U];
    uri += kHexDigits[byte & 15U];
  }
  return uri;
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

bool is_below(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder)) return false;
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

}  // namespace personfirst::lsp
