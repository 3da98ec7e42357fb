#include "linter/rules/regex.h"

#include <re2/re2.h>

#include <array>
#include <memory>

namespace personfirst {
namespace {

// Folded text keeps bytes from 0x80 up for word characters alone (engine/fold.h), so an edge is a byte class.
constexpr const char* kOtherByte = "[^0-9A-Za-z_\\x80-\\xff]";
constexpr int kMaxGroups = 24;

std::unique_ptr<re2::RE2> compile(const std::string& text) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(4 << 20);
  return std::make_unique<re2::RE2>(text, options);
}

Span span_of(std::string_view text, const re2::StringPiece& piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

}  // namespace

Regex::Regex(Regex&& other) noexcept : text_(std::move(other.text_)) {
  compiled_.store(other.compiled_.exchange(nullptr));
}

Regex& Regex::operator=(Regex&& other) noexcept {
  if (this != &other) {
    delete compiled_.exchange(other.compiled_.exchange(nullptr));
    text_ = std::move(other.text_);
  }
  return *this;
}

Regex::~Regex() { delete compiled_.load(); }

Regex Regex::whole_word(std::string re2) { return Regex("(" + re2 + ")(?:" + kOtherByte + "|$)"); }
Regex Regex::at_end(std::string re2) {
  return Regex(std::string("(?:^|") + kOtherByte + ")(" + re2 + ")[ -]?[\"'(*]*$");
}
Regex Regex::at_start(std::string re2) {
  return Regex("^[\"')*]*[ -]?(" + re2 + ")(?:$|" + kOtherByte + ")");
}
Regex Regex::anywhere(std::string re2) {
  return Regex(std::string("(?:^|") + kOtherByte + ")(" + re2 + ")(?:$|" + kOtherByte + ")");
}

const re2::RE2& Regex::compiled() const {
  if (const re2::RE2* ready = compiled_.load(std::memory_order_acquire)) return *ready;
  std::unique_ptr<re2::RE2> made = compile(text_);
  const re2::RE2* expected = nullptr;
  if (compiled_.compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel)) return *made.release();
  return *expected;
}

std::optional<std::string> Regex::compile_error() const {
  if (text_.empty() || compiled().ok()) return std::nullopt;
  return compiled().error();
}

std::optional<RegexMatch> Regex::match_at(std::string_view text, std::uint32_t begin, bool with_groups) const {
  if (text_.empty()) return std::nullopt;
  const re2::RE2& re = compiled();
  if (!re.ok()) return std::nullopt;
  const re2::StringPiece piece(text.data(), text.size());
  std::array<re2::StringPiece, kMaxGroups> groups;
  const int count = with_groups ? std::min(kMaxGroups, re.NumberOfCapturingGroups() + 1) : 2;
  if (!re.Match(piece, begin, text.size(), re2::RE2::ANCHOR_START, groups.data(), count)) return std::nullopt;
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
  if (text_.empty()) return std::nullopt;
  const re2::RE2& re = compiled();
  if (!re.ok()) return std::nullopt;
  std::array<re2::StringPiece, 2> groups;
  const re2::StringPiece piece(text.data(), text.size());
  if (!re.Match(piece, 0, text.size(), re2::RE2::UNANCHORED, groups.data(), 2)) return std::nullopt;
  return span_of(text, groups[1]);
}

}  // namespace personfirst
