#include "linter/directives.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "linter/rules/scan_words.h"
#include "linter/text/near.h"

namespace personfirst {
namespace {

struct KindName {
  DirectiveKind kind;
  std::string_view name;  // behind "personfirst-"
};
constexpr std::array<KindName, 5> kKinds = {{{DirectiveKind::Disable, "disable"},
                                             {DirectiveKind::Enable, "enable"},
                                             {DirectiveKind::DisableLine, "disable-line"},
                                             {DirectiveKind::DisableNextLine, "disable-next-line"},
                                             {DirectiveKind::DisableFile, "disable-file"}}};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
  return out;
}

class DirectiveReader {
 public:
  DirectiveReader(std::string_view document, const Comment& comment)
      : document_(document), at_(comment.text.begin), end_(comment.text.end) {
    directive_.comment = comment.span;
  }

  std::optional<Directive> read() {
    if (!read_name()) return {};
    while (skip_between(), at_ < end_) {
      if (!read_reason() && !read_quoted()) read_word();
    }
    return std::move(directive_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return document_.substr(at_, end_ - at_); }

  bool read_name() {
    const std::string_view text = rest();
    const std::size_t mark = kDirectiveWord.size();
    if (text.size() <= mark || lower(text.substr(0, mark)) != kDirectiveWord) return false;
    std::size_t word = mark;
    while (word < text.size() && is_separator(text[word])) ++word;
    std::size_t after = word;
    while (after < text.size() && !is_space(text[after]) && text[after] != ',') ++after;
    const std::string kind = lower(text.substr(word, after - word));
    // Prose about this tool is no directive.
    if (text[mark] != '-' && (word == mark || (!kind.starts_with("disable") && kind != "enable")))
      return false;
    directive_.name = {at_, at_ + static_cast<std::uint32_t>(after)};
    for (const KindName& known : kKinds) {
      if (slice(document_, directive_.name) == directive_name(known.kind))
        directive_.kind = known.kind;
    }
    at_ = directive_.name.end;
    return true;
  }

  static bool is_separator(char c) { return is_space(c) || c == '-' || c == '_' || c == ':'; }

  void skip_between() {
    while (at_ < end_ && (is_space(document_[at_]) || document_[at_] == ',')) ++at_;
  }

  // A dash by itself, and then all the rest. (Not every format allows -- in a comment.)
  bool read_reason() {
    for (const std::string_view dash : {"--", "\u2014", "\u2013"}) {
      if (!rest().starts_with(dash)) continue;
      std::uint32_t at = at_ + static_cast<std::uint32_t>(dash.size());
      if (at < end_ && !is_space(document_[at])) continue;
      while (at < end_ && is_space(document_[at])) ++at;
      directive_.reason = document_.substr(at, end_ - at);
      at_ = end_;
      return true;
    }
    return false;
  }

  bool read_quoted() {
    constexpr std::array<std::array<std::string_view, 2>, 3> kMarks = {
        {{"\"", "\""}, {"\u201C", "\u201D"}, {"'", "'"}}};
    for (const auto& [open, close] : kMarks) {
      if (!rest().starts_with(open)) continue;
      const std::size_t found = rest().find(close, open.size());
      if (found == std::string_view::npos) continue;
      const std::string_view text = rest().substr(open.size(), found - open.size());
      add({at_, at_ + static_cast<std::uint32_t>(found + close.size())}, text, true);
      return true;
    }
    return false;
  }

  void read_word() {
    const std::uint32_t begin = at_;
    while (at_ < end_ && !is_space(document_[at_]) && document_[at_] != ',') ++at_;
    add({begin, at_}, document_.substr(begin, at_ - begin), false);
  }

  void add(Span span, std::string_view text, bool is_quoted) {
    directive_.targets.push_back({span, std::string(text), is_quoted});
    at_ = span.end;
  }

  std::string_view document_;
  std::uint32_t at_, end_;
  Directive directive_;
};

// Its rarest letters.
constexpr std::size_t kRare = 0, kOtherRare = kDirectiveWord.find('f');
constexpr std::size_t kBlock = 64;  // bytes that compilers turn into a few steps

// Is the word there, as far as two letters tell? 1 or 0; with a few characters for letters.
unsigned char may_begin_word(const char* text) {
  constexpr unsigned char kSmall = 0x20;  // what a capital lacks
  const auto one = static_cast<unsigned char>(text[kRare]) | kSmall;
  const auto other = static_cast<unsigned char>(text[kOtherRare]) | kSmall;
  return static_cast<unsigned char>((one == kDirectiveWord[kRare]) &
                                    (other == kDirectiveWord[kOtherRare]));
}

bool block_may_begin_word(const char* text) {
  unsigned char any = 0;
  for (std::size_t i = 0; i < kBlock; ++i) any |= may_begin_word(text + i);
  return any != 0;
}

}  // namespace

std::optional<Directive> read_directive(std::string_view document, const Comment& comment) {
  return DirectiveReader(document, comment).read();
}

bool may_hold_directives(std::string_view text) {
  const auto stands_at = [&](std::size_t at) {
    return std::ranges::equal(text.substr(at, kDirectiveWord.size()), kDirectiveWord,
                              [](char a, char b) { return lower(a) == b; });
  };
  std::size_t at = 0;
  for (; at + kBlock + kDirectiveWord.size() <= text.size(); at += kBlock) {
    if (!block_may_begin_word(text.data() + at)) continue;
    for (std::size_t i = at; i < at + kBlock; ++i) {
      if (may_begin_word(text.data() + i) != 0 && stands_at(i)) return true;
    }
  }
  for (; at < text.size(); ++at) {
    if (stands_at(at)) return true;
  }
  return false;
}

std::vector<std::string> near_directive_names(std::string_view misspelt) {
  constexpr std::string_view kSeparators = " \t\r\n-_:";
  std::string meant;
  misspelt.remove_prefix(std::min(kDirectiveWord.size(), misspelt.size()));
  const std::size_t begin = misspelt.find_first_not_of(kSeparators);
  if (begin != std::string_view::npos) meant = lower(misspelt.substr(begin));
  std::ranges::replace(meant, '_', '-');
  std::vector<std::string> known, near;
  for (const KindName& kind : kKinds) known.emplace_back(kind.name);
  // A name that is right but for the separator is part of others, too.
  std::vector<std::string> found = near_names(meant, known);
  std::stable_partition(found.begin(), found.end(),
                        [&](const std::string& name) { return name == meant; });
  for (const std::string& name : found) near.push_back(std::string(kDirectiveWord) + "-" + name);
  return near;
}

std::string directive_name(DirectiveKind kind) {
  for (const KindName& known : kKinds) {
    if (known.kind == kind) return std::string(kDirectiveWord) + "-" + std::string(known.name);
  }
  return {};
}

}  // namespace personfirst
