#include "linter/markup/template_tags.h"

#include <algorithm>
#include <iterator>

#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kLongest = 1000;        // CSS and scripts have braces, too
constexpr std::uint32_t kLongestNote = 10'000;  // {% comment %} to {% endcomment %}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The first word behind `skipped` bytes, trim marks, braces and blanks.
std::string_view first_word(std::string_view tag, std::size_t skipped) {
  constexpr std::string_view kNoWord = "-+~}{% \t\r\n";
  const std::size_t begin = tag.find_first_not_of(kNoWord, skipped);
  if (begin == std::string_view::npos) return {};
  std::size_t end = begin;
  while (end < tag.size() && is_letter(tag[end])) ++end;
  return tag.substr(begin, end - begin);
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
  return std::ranges::find(words, word) != std::end(words);
}

bool divides(std::string_view word) {
  constexpr std::string_view kWords[] = {"else", "elsif", "elif", "elseif", "when", "empty"};
  return is_one_of(word, kWords);
}

bool shows(std::string_view word) {
  constexpr std::string_view kWords[] = {"include", "render",    "cycle", "url", "static",
                                         "trans",   "translate", "now",   "link"};
  return is_one_of(word, kWords);
}

bool is_statement(std::string_view word) {
  constexpr std::string_view kWords[] = {"if",  "unless", "for",   "while", "each",  "do",
                                         "end", "with",   "range", "begin", "define"};
  return is_one_of(word, kWords);
}

TagKind kind_of_braces(std::string_view tag) {
  std::size_t at = tag.find_first_not_of('{');
  while (at < tag.size() && (tag[at] == '~' || tag[at] == '-')) ++at;
  const char first = at < tag.size() ? tag[at] : ' ';
  if (first == '!') return TagKind::Note;
  if (first == '^') return TagKind::Branch;
  if (first == '#' || first == '/') return TagKind::Control;
  const std::string_view word = first_word(tag, at);
  if (word == "else") return TagKind::Branch;
  return is_statement(word) ? TagKind::Control : TagKind::Shown;
}

TagKind kind_of_server_tag(std::string_view tag) {
  if (tag.starts_with("<%#") || tag.starts_with("<%--")) return TagKind::Note;
  if (tag.starts_with("<%=") || tag.starts_with("<%%")) return TagKind::Shown;
  const std::string_view word = first_word(tag, 2);
  if (divides(word)) return TagKind::Branch;
  // To EJS, `<%-` shows something; to ERB, it is a statement without the blanks before it.
  return tag.starts_with("<%-") && !is_statement(word) ? TagKind::Shown : TagKind::Control;
}

TagKind kind_of(std::string_view tag) {
  if (tag.starts_with("{#")) return TagKind::Note;
  if (tag.starts_with("{{")) return kind_of_braces(tag);
  if (tag.starts_with("<%")) return kind_of_server_tag(tag);
  if (tag.starts_with("<?=")) return TagKind::Shown;
  if (tag.starts_with("<?")) return TagKind::Control;
  const std::string_view word = first_word(tag, 2);
  if (shows(word)) return TagKind::Shown;
  return divides(word) ? TagKind::Branch : TagKind::Control;
}

}  // namespace

TemplateTag TemplateTags::tag_at(std::uint32_t at) {
  const std::uint32_t end = end_of(at);
  if (end == 0) return {};
  const std::string_view tag = text_.substr(at, end - at);
  if (tag.starts_with("{%") && first_word(tag, 2) == "comment") {
    const std::uint32_t word = note_end_.end_of_next(text_, end, kLongestNote);
    const std::uint32_t behind = word == 0 ? 0 : statement_.end_of_next(text_, word, kLongest);
    if (behind != 0) return {behind, TagKind::Note};
  }
  return {end, kind_of(tag)};
}

std::uint32_t TemplateTags::end_of(std::uint32_t at) {
  const std::string_view rest = text_.substr(at, 6);
  const std::uint32_t in = at + 2;
  if (rest.starts_with("<?")) {
    const auto size = static_cast<std::uint32_t>(text_.size());
    const std::uint32_t end = php_.end_of_next(text_, in, size);
    if (end != 0) return end;
    // PHP may leave its last `?>` out; <?anything-else> is a comment to browsers.
    return rest.starts_with("<?php") || rest.starts_with("<?=") ? size : 0;
  }
  if (rest.starts_with("<%--")) return server_note_.end_of_next(text_, at + 4, kLongest);
  if (rest.starts_with("<%")) return server_.end_of_next(text_, in, kLongest);
  if (rest.starts_with("{{!--") || rest.starts_with("{{~!--")) {
    const std::uint32_t end = long_note_.end_of_next(text_, at + 5, kLongest);
    if (end != 0) return end;
  }
  if (rest.starts_with("{{{")) {
    const std::uint32_t end = raw_.end_of_next(text_, at + 3, kLongest);
    if (end != 0) return end;
  }
  if (rest.starts_with("{{")) return shown_.end_of_next(text_, in, kLongest);
  if (rest.starts_with("{%")) return statement_.end_of_next(text_, in, kLongest);
  if (rest.starts_with("{#")) return note_.end_of_next(text_, in, kLongest);
  return 0;
}

Comment comment_of_tag(std::string_view text, Span tag) {
  const std::string_view shown = slice(text, tag);
  const auto length_of = [&](std::string_view open, std::string_view close) -> Comment {
    return make_comment(text, tag, static_cast<std::uint32_t>(open.size()),
                        static_cast<std::uint32_t>(close.size()));
  };
  if (shown.starts_with("{{!--") && shown.ends_with("--}}")) return length_of("{{!--", "--}}");
  if (shown.starts_with("{{!")) return length_of("{{!", "}}");
  if (shown.starts_with("<%--")) return length_of("<%--", "--%>");
  if (shown.starts_with("<%#")) return length_of("<%#", "%>");
  if (shown.starts_with("{%")) {
    const std::size_t open = shown.find("%}"), close = shown.rfind("{%");
    if (open != std::string_view::npos && close > open)
      return length_of(shown.substr(0, open + 2), shown.substr(close));
  }
  return length_of("{#", "#}");
}

}  // namespace personfirst
