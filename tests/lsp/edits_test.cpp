// After any edits, text and diagnostics are those of a document that was opened afresh: in all
// units that clients count in. PERSONFIRST_LSP_EDITS says how many edits (2,000 by default).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>

#include "lsp/documents.h"
#include "tests/lsp/test_client.h"

namespace personfirst::lsp {
namespace {

constexpr std::array kUnits = {ColumnUnit::Utf8, ColumnUnit::Utf16, ColumnUnit::Utf32};
constexpr std::array kUnitNames = {"utf-8", "utf-16", "utf-32"};

std::size_t edits_in_all() {
  const char* wanted = std::getenv("PERSONFIRST_LSP_EDITS");
  return wanted == nullptr ? 2000 : std::strtoul(wanted, nullptr, 10);
}

std::string to_utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) {
    const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 | (c >> 6));
      add(0x80 | (c & 63));
    } else if (c < 0x10000) {
      add(0xE0 | (c >> 12));
      add(0x80 | ((c >> 6) & 63));
      add(0x80 | (c & 63));
    } else {
      add(0xF0 | (c >> 18));
      add(0x80 | ((c >> 12) & 63));
      add(0x80 | ((c >> 6) & 63));
      add(0x80 | (c & 63));
    }
  }
  return out;
}

std::uint32_t width(char32_t c, ColumnUnit unit) {
  if (unit == ColumnUnit::Utf32) return 1;
  if (unit == ColumnUnit::Utf16) return c > 0xFFFF ? 2 : 1;
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

struct Place {
  std::uint32_t line = 0, column = 0;
};

// The specification's sentences about positions, word by word and slowly.
std::size_t resolve(const std::u32string& text, Place place, ColumnUnit unit) {
  std::size_t at = 0;
  for (std::uint32_t line = 0; line < place.line; ++line) {
    while (at < text.size() && text[at] != U'\n' && text[at] != U'\r') ++at;
    if (at == text.size()) return at;
    at += text.compare(at, 2, U"\r\n") == 0 ? 2 : 1;
  }
  std::uint32_t column = 0;
  while (at < text.size() && text[at] != U'\n' && text[at] != U'\r') {
    column += width(text[at], unit);
    if (column > place.column) break;
    ++at;
  }
  return at;
}

const std::vector<std::u32string> kBits = {U"addict",
                                           U" He met an addict then. ",
                                           U"\n",
                                           U"\r\n",
                                           U"\r",
                                           U"\n\n",
                                           U"drug **abuser**",
                                           U"\U0001F600",
                                           U"\U0001F469‍\U0001F4BB",
                                           U"é",
                                           U"\u0301",
                                           U"漢字",
                                           U"# ",
                                           U"> ",
                                           U"- ",
                                           U"```\n",
                                           U"`",
                                           U"**",
                                           U"<!-- personfirst-disable -->\n",
                                           U"<!-- personfirst-disable-next-line -->\n",
                                           U"<!--",
                                           U"-->",
                                           U"<p>",
                                           U"</p>",
                                           U"<div>\n",
                                           U"| a | junkie |\n|---|---|\n",
                                           U"“",
                                           U"”",
                                           U"a clean urine test",
                                           U"&shy;",
                                           U"---\n",
                                           U"\ufeff",
                                           U"\t",
                                           U" ",
                                           U"the "};

class Typing {
 public:
  Typing(std::size_t unit, std::string language, unsigned seed)
      : unit_(kUnits[unit]), language_(std::move(language)), random_(seed) {
    client_.start({{"general", {{"positionEncodings", Json::array({kUnitNames[unit]})}}}});
    for (int i = 0; i < 40; ++i) text_ += bit();
    document_ = make_text("", Format::Markdown, to_utf8(text_), "en");
    client_.open(kUri, to_utf8(text_), 1, language_);
    client_.listen();
  }

  // One didChange of a few changes; each is about the text that the one before has left.
  std::size_t edit() {
    Json changes = Json::array();
    const std::size_t count = 1 + pick(4);
    for (std::size_t i = 0; i < count; ++i) changes.push_back(change());
    document_ = apply_changes(*document_, unit_, changes);
    client_.change(kUri, ++version_, std::move(changes));
    check();
    return count;
  }

  std::size_t found = 0;  // diagnostics, over all edits

 private:
  static constexpr const char* kUri = "file:///ws/typed.md";
  static constexpr const char* kFresh = "file:///ws/fresh.md";

  std::size_t pick(std::size_t below) { return random_() % below; }

  std::u32string bit() { return pick(3) == 0 ? kBits[pick(2)] : kBits[pick(kBits.size())]; }

  Json change() {
    std::u32string inserted;
    for (std::size_t i = pick(4); i > 0; --i) inserted += bit();
    if (pick(200) == 0) {
      text_ = inserted;
      return {{"text", to_utf8(inserted)}};
    }
    const Place one = place();
    Place other = pick(3) == 0 ? one : place();
    if (text_.size() < 2000 && pick(20) != 0)
      other = {one.line, one.column + std::uint32_t(pick(9))};
    const std::size_t a = resolve(text_, one, unit_);
    const std::size_t b = resolve(text_, other, unit_);
    text_.replace(std::min(a, b), std::max(a, b) - std::min(a, b), inserted);
    const auto json = [](Place at) -> Json {
      return {{"line", at.line}, {"character", at.column}};
    };
    return {{"range", {{"start", json(one)}, {"end", json(other)}}}, {"text", to_utf8(inserted)}};
  }

  // Anywhere, and a little beyond.
  Place place() {
    std::uint32_t lines = 0;
    for (const char32_t c : text_) lines += c == U'\n' || c == U'\r' ? 1 : 0;
    return {std::uint32_t(pick(lines + 2)), std::uint32_t(pick(40))};
  }

  void check() {
    const std::string text = to_utf8(text_);
    ASSERT_TRUE(document_);
    ASSERT_EQ(document_->text, text);
    ASSERT_TRUE(document_->lines() == LineIndex(text)) << testing::PrintToString(text);
    client_.open(kFresh, text, 1, language_);
    client_.close(kFresh);
    client_.listen();
    ASSERT_EQ(client_.published[kUri].back()["diagnostics"],
              client_.published[kFresh].front()["diagnostics"])
        << testing::PrintToString(text);
    found += client_.published[kUri].back()["diagnostics"].size();
    client_.published.clear();
  }

  ColumnUnit unit_;
  std::string language_;
  std::mt19937 random_;
  TestClient client_;
  std::u32string text_;
  std::shared_ptr<const Document> document_;
  int version_ = 1;
};

TEST(Edits, TextAndDiagnosticsAreThoseOfAFreshDocument) {
  const std::vector<std::string> languages = {"markdown", "html", "plaintext"};
  const std::size_t each = edits_in_all() / (kUnits.size() * languages.size()) + 1;
  std::size_t found = 0;
  for (std::size_t unit = 0; unit < kUnits.size(); ++unit) {
    for (const std::string& language : languages) {
      for (std::size_t done = 0, seed = 0; done < each; ++seed) {
        SCOPED_TRACE(std::string(kUnitNames[unit]) + " " + language + " seed " +
                     std::to_string(seed));
        Typing typing(unit, language, static_cast<unsigned>(seed));
        for (std::size_t here = 0; here < 300 && done < each; here += 3) {
          done += typing.edit();
          if (HasFatalFailure()) return;
        }
        found += typing.found;
      }
    }
  }
  EXPECT_GT(found, edits_in_all()) << "the texts should have something in them";
}

}  // namespace
}  // namespace personfirst::lsp
