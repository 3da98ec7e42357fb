#include "linter/rules/regex.h"

#include <re2/re2.h>

#include <array>

namespace personfirst {

struct CompiledRegex {
  std::unique_ptr<const re2::RE2> re2;  // null when it cannot be had
  std::string error;
};

namespace {

// Folded text keeps bytes from 0x80 up for word characters alone (engine/fold.h), so an edge is a
// byte class.
constexpr const char* kOtherByte = "[^0-9A-Za-z_\\x80-\\xff]";
constexpr int kMaxGroups = 24;

CompiledRegex compile(const std::string& text) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(4 << 20);
  auto compiled = std::make_unique<const re2::RE2>(text, options);
  if (!compiled->ok()) return {nullptr, compiled->error()};
  return {std::move(compiled), {}};
}

Span span_of(std::string_view text, const re2::StringPiece& piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

}  // namespace

Regex::Regex() = default;
Regex::Regex(Place place, RegexWriter re2)
    : compiled_([place, write = std::move(re2)] {
        const Result<std::string> text = write();
        return std::make_unique<const CompiledRegex>(
            text ? compile(wrap(place, *text)) : CompiledRegex{nullptr, text.error().what});
      }) {}
Regex::Regex(Regex&& other) noexcept = default;
Regex& Regex::operator=(Regex&& other) noexcept = default;
Regex::~Regex() = default;

std::string Regex::wrap(Place place, const std::string& re2) {
  const std::string other = kOtherByte;
  switch (place) {
    case Place::Here:
      return "(" + re2 + ")(?:" + other + "|$)";
    case Place::End:
      return "(?:^|" + other + ")(" + re2 + ")[ -]?[\"'(*]*$";
    case Place::Start:
      return "^[\"')*]*[ -]?(" + re2 + ")(?:$|" + other + ")";
    case Place::Anywhere:
      return "(?:^|" + other + ")(" + re2 + ")(?:$|" + other + ")";
  }
  return {};
}

std::optional<std::string> Regex::compile_error() const {
  if (empty() || compiled_->re2) return std::nullopt;
  return compiled_->error;
}

std::optional<RegexMatch> Regex::match_at(std::string_view text, std::uint32_t begin,
                                          bool with_groups) const {
  if (empty() || !compiled_->re2) return std::nullopt;
  const re2::RE2& re = *compiled_->re2;
  const re2::StringPiece piece(text.data(), text.size());
  std::array<re2::StringPiece, kMaxGroups> groups;
  const int count = with_groups ? std::min(kMaxGroups, re.NumberOfCapturingGroups() + 1) : 2;
  if (!re.Match(piece, begin, text.size(), re2::RE2::ANCHOR_START, groups.data(), count))
    return std::nullopt;
  RegexMatch match{span_of(text, groups[1]), {}};
  if (with_groups) {
    for (const auto& [name, index] : re.NamedCapturingGroups()) {
      if (index >= count || groups[static_cast<std::size_t>(index)].data() == nullptr) continue;
      match.groups.push_back({name, span_of(text, groups[static_cast<std::size_t>(index)])});
    }
  }
  return match;
}

std::optional<Span> Regex::find(std::string_view text) const {
  if (empty() || !compiled_->re2) return std::nullopt;
  std::array<re2::StringPiece, 2> groups;
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_->re2->Match(piece, 0, text.size(), re2::RE2::UNANCHORED, groups.data(), 2))
    return std::nullopt;
  return span_of(text, groups[1]);
}

}  // namespace personfirst
