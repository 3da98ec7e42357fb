#include "lsp/markdown.h"

#include <utility>

namespace personfirst::lsp {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Characters that begin something anywhere in a line.
bool is_active(char c) {
  return std::string_view("\\`*_[]<>#|~&!$").find(c) != std::string_view::npos;
}

// Where a line would begin a list or an underlined heading: the offset of the character to escape.
std::size_t active_at_start(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == text.size()) return std::string_view::npos;
  const char c = text[digits];
  const bool active = digits == 0 ? c == '-' || c == '+' || c == '=' : c == '.' || c == ')';
  return active ? digits : std::string_view::npos;
}

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return line;
}

}  // namespace

std::string escaped(std::string_view text) {
  const std::string line = one_line(text);
  const std::size_t at_start = active_at_start(line);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == at_start || is_active(line[i])) out += '\\';
    out += line[i];
  }
  return out;
}

std::string link(std::string_view text, std::string_view url) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string target;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20 && byte < 0x7F &&
                       std::string_view("()<>\\\"`").find(c) == std::string_view::npos;
    if (plain || byte >= 0x80) {
      target += c;
    } else {
      target += '%';
      target += kHex[byte >> 4U];
      target += kHex[byte & 0xFU];
    }
  }
  return "[" + escaped(text) + "](" + target + ")";
}

std::string code(std::string_view text) {
  const std::string line = one_line(text);
  std::string fence = "`";
  while (line.find(fence) != std::string::npos) fence += '`';
  const bool pad = line.starts_with('`') || line.ends_with('`');
  return fence + (pad ? " " : "") + line + (pad ? " " : "") + fence;
}

std::string Page::shown(std::string_view text) const {
  return markdown_ ? escaped(text) : one_line(text);
}

void Page::block(std::string text) {
  if (!text_.empty()) text_ += "\n\n";
  text_ += text;
  in_list_ = false;
}

void Page::list_item(std::string text) {
  // Markdown needs an empty line before a list that follows a paragraph's text; plain text looks
  // better without.
  if (!text_.empty()) text_ += !in_list_ && markdown_ ? "\n\n" : "\n";
  text_ += "- " + text;
  in_list_ = true;
}

void Page::heading(std::string_view text) { block((markdown_ ? "# " : "") + shown(text)); }
void Page::strong(std::string_view text) {
  block(markdown_ ? "**" + escaped(text) + "**" : one_line(text));
}
void Page::paragraph(std::string_view text) { block(shown(text)); }
void Page::labelled(std::string_view label, std::string_view text) {
  block(std::string(label) + ": " + shown(text));
}
void Page::label(std::string_view text) { block(shown(text) + ":"); }
void Page::item(std::string_view text) { list_item(shown(text)); }
void Page::linked_item(std::string_view text, std::string_view url) {
  if (url.empty()) return item(text);
  list_item(markdown_ ? link(text, url) : one_line(text) + " " + one_line(url));
}
void Page::with_code(std::string_view before, std::string_view piece, std::string_view after) {
  block(std::string(before) + (markdown_ ? code(piece) : one_line(piece)) + std::string(after));
}

std::string Page::take() { return std::exchange(text_, {}) + "\n"; }

}  // namespace personfirst::lsp
