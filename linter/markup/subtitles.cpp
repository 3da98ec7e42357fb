#include "linter/markup/subtitles.h"

#include <cstdint>
#include <utility>

#include "linter/markup/entities.h"
#include "linter/markup/text_lines.h"

namespace personfirst {
namespace {

constexpr std::size_t kLongest = 4000;  // of a prose of many cues

class SubtitleReader {
 public:
  SubtitleReader(std::string_view text, bool is_vtt, Outline& outline)
      : text_(text),
        is_vtt_(is_vtt),
        outline_(outline),
        lines_(text, {0, static_cast<std::uint32_t>(text.size())}),
        builder_(text) {}

  void read() {
    TextLine line;
    while (lines_.next(line)) {
      if (line.is_blank()) {
        in_cue_ = false;
        continue;
      }
      const std::string_view shown = slice(text_, line.content());
      if (in_cue_) {
        cue_line(line.content());
      } else if (shown.find("-->") != std::string_view::npos) {
        in_cue_ = true;
        first_line_ = true;
      } else if (is_vtt_ && (shown == "NOTE" || shown.starts_with("NOTE "))) {
        note(line);
      } else if (is_vtt_ &&
                 (shown == "STYLE" || shown == "REGION" || shown.starts_with("WEBVTT"))) {
        skip_block();
      }
    }
    flush();
  }

 private:
  void skip_block() {
    TextLine line;
    while (lines_.next(line) && !line.is_blank()) {
    }
  }

  void note(const TextLine& first) {
    Span all = first.content();
    TextLine line;
    while (lines_.next(line) && !line.is_blank()) all.end = line.span.end;
    constexpr std::uint32_t kName = 4;
    outline_.add_comment(make_comment(text_, all, kName, 0));
  }

  [[nodiscard]] bool ends_sentence() const {
    std::string_view text = builder_.text();
    while (!text.empty() && (is_space(text.back()) || text.back() == '"' || text.back() == '\''))
      text.remove_suffix(1);
    if (text.empty()) return true;
    constexpr std::string_view kEnds = ".?!:])*";
    return kEnds.find(text.back()) != std::string_view::npos || text.ends_with("\u2026") ||
           text.ends_with("\u201D") || text.ends_with("\u266A");
  }

  void cue_line(Span line) {
    const bool is_turn = text_[line.begin] == '-' && line.size() > 1;
    if (is_turn) {
      ++line.begin;
      while (line.begin < line.end && text_[line.begin] == ' ') ++line.begin;
    }
    if (line.empty()) return;
    if (first_line_) {
      const char first = text_[line.begin];
      const bool goes_on = !is_turn && !ends_sentence() && !(first >= 'A' && first <= 'Z') &&
                           builder_.text().size() < kLongest;
      if (!goes_on) flush();
    } else if (is_turn) {
      flush();
    }
    if (!builder_.empty()) {
      if (first_line_) {
        builder_.insert(last_end_, " ");
      } else {
        builder_.space({last_end_, line.begin});
      }
    }
    first_line_ = false;
    put(line);
    last_end_ = line.end;
  }

  // Without tags (<i>, <v Name>, {\an8}).
  void put(Span line) {
    std::uint32_t run = line.begin;
    std::uint32_t i = line.begin;
    const auto put_run = [&] {
      builder_.style.emphasized = emphasized_;
      while (run < i && builder_.ends_with_space() && text_[run] == ' ') ++run;
      builder_.copy({run, i});
    };
    while (i < line.end) {
      const char c = text_[i];
      const char close = c == '<'                                               ? '>'
                         : c == '{' && i + 1 < line.end && text_[i + 1] == '\\' ? '}'
                                                                                : '\0';
      if (close != '\0') {
        const std::size_t end = slice(text_, {i, line.end}).find(close);
        const bool is_tag = end != std::string_view::npos && end > 1 && text_[i + 1] != ' ';
        if (is_tag) {
          put_run();
          const std::string_view tag = text_.substr(i, end);
          if (tag == "<i" || tag == "<b") emphasized_ = true;
          if (tag == "</i" || tag == "</b") emphasized_ = false;
          run = i = i + static_cast<std::uint32_t>(end) + 1;
          continue;
        }
      }
      const Entity entity =
          is_vtt_ && c == '&' ? decode_entity(text_, i, line.end, EntityPlace::Text) : Entity{};
      if (entity.length > 0) {
        put_run();
        builder_.replace({i, i + entity.length}, entity.text);
        run = i = i + entity.length;
        continue;
      }
      ++i;
    }
    put_run();
  }

  void flush() {
    emphasized_ = false;
    if (builder_.empty()) return;
    Prose prose = builder_.take(ProseKind::Paragraph);
    prose.limits.reserved = is_vtt_ ? "<>&\n" : "<>\n";
    outline_.add(std::move(prose));
  }

  std::string_view text_;
  bool is_vtt_;
  Outline& outline_;
  TextLines lines_;
  ProseBuilder builder_;
  std::uint32_t last_end_ = 0;
  bool in_cue_ = false;
  bool first_line_ = false;
  bool emphasized_ = false;
};

}  // namespace

void read_subtitles(std::string_view text, Format format, Outline& outline) {
  SubtitleReader(text, format == Format::Vtt, outline).read();
}

}  // namespace personfirst
