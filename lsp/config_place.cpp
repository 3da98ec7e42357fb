#include "lsp/config_place.h"

namespace personfirst::lsp {
namespace {

constexpr std::size_t kMostLevels = 64;  // deeper is no configuration

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '/' || c == '*' || c == '.' || c == '$';
}

struct Level {
  bool is_object = false;
  bool at_value = false;          // in an object: behind a colon
  std::string key;                // the last one
  std::vector<std::string> keys;  // all before the cursor
};

class Scan {
 public:
  Scan(std::string_view text, std::uint32_t cursor) : text_(text), cursor_(cursor) {}

  ConfigPlace run() {
    while (at_ < cursor_ && place_.usable) step();
    if (place_.usable) finish();
    return std::move(place_);
  }

 private:
  [[nodiscard]] bool is_at(std::string_view what) const {
    return text_.substr(at_, what.size()) == what;
  }

  void step() {
    const char c = text_[at_];
    if (is_at("//")) return skip_comment("\n");
    if (is_at("/*")) return skip_comment("*/");
    if (c == '"') return read_string();
    if (c == '{' || c == '[') {
      open(c == '{');
    } else if (c == '}' || c == ']') {
      if (!levels_.empty()) levels_.pop_back();
    } else if (!levels_.empty() && c == ':') {
      levels_.back().at_value = true;
    } else if (!levels_.empty() && c == ',') {
      levels_.back().at_value = false;
    } else if (is_word_byte(c)) {
      return read_word();
    }
    ++at_;
  }

  // A comment that ends behind the cursor holds it.
  void skip_comment(std::string_view end) {
    const std::size_t found = text_.find(end, at_ + 2);
    if (found == std::string_view::npos || found + (end == "\n" ? 0 : end.size()) >= cursor_) {
      place_.usable = false;
      return;
    }
    at_ = static_cast<std::uint32_t>(found + end.size());
  }

  void open(bool is_object) {
    if (levels_.size() == kMostLevels) {
      place_.usable = false;
      return;
    }
    levels_.push_back({is_object, false, {}, {}});
  }

  // A string ends at its quote or, when that is not typed yet, at the end of its line.
  void read_string() {
    const std::uint32_t begin = at_++;
    std::string value;
    while (at_ < cursor_ && text_[at_] != '"' && text_[at_] != '\n') {
      if (text_[at_] == '\\' && at_ + 1 < cursor_) ++at_;
      value += text_[at_++];
    }
    if (at_ >= cursor_) {
      at_ = cursor_;
      place_.in_quotes = true;
      place_.word = {begin, end_of_string()};
      return;
    }
    if (text_[at_] == '"') ++at_;
    if (!levels_.empty() && levels_.back().is_object && !levels_.back().at_value) {
      levels_.back().key = value;
      levels_.back().keys.push_back(std::move(value));
    }
    // A cursor right behind the closing quote is still at this word.
    if (at_ == cursor_) {
      place_.word = {begin, cursor_};
      place_.in_quotes = true;
      behind_string_ = true;
    }
  }

  void read_word() {
    const std::uint32_t begin = at_;
    while (at_ < cursor_ && is_word_byte(text_[at_])) ++at_;
    if (at_ == cursor_) place_.word = {begin, end_of_word()};
  }

  [[nodiscard]] std::uint32_t end_of_word() const {
    std::uint32_t end = cursor_;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    return end;
  }

  // With the closing quote, when nothing but the rest of a word stands before it: otherwise that
  // quote begins the next string.
  [[nodiscard]] std::uint32_t end_of_string() const {
    const std::uint32_t end = end_of_word();
    return end < text_.size() && text_[end] == '"' ? end + 1 : cursor_;
  }

  void finish() {
    if (levels_.empty()) {
      place_.usable = false;
      return;
    }
    if (place_.word.empty()) place_.word = {cursor_, cursor_};
    Level& last = levels_.back();
    place_.is_key = last.is_object && !last.at_value;
    if (place_.is_key && behind_string_ && !last.keys.empty()) last.keys.pop_back();
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const bool is_last = i + 1 == levels_.size();
      if (is_last && place_.is_key) break;
      place_.path.emplace_back(levels_[i].is_object ? levels_[i].key : kListItem);
    }
    if (!place_.is_key) return;
    place_.keys_before = std::move(last.keys);
    const std::size_t next = text_.find_first_not_of(" \t\r\n", place_.word.end);
    place_.colon_follows = next != std::string_view::npos && text_[next] == ':';
  }

  std::string_view text_;
  std::uint32_t cursor_;
  std::uint32_t at_ = 0;
  std::vector<Level> levels_;
  bool behind_string_ = false;
  ConfigPlace place_{.usable = true,
                     .path = {},
                     .is_key = false,
                     .keys_before = {},
                     .word = {},
                     .in_quotes = false,
                     .colon_follows = false};
};

}  // namespace

ConfigPlace find_config_place(std::string_view text, std::uint32_t cursor) {
  return Scan(text, cursor).run();
}

}  // namespace personfirst::lsp
