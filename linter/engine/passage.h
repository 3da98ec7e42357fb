// A prose made ready for judging: folded, with what the judge asks about again and again.
//
// Made only for prose that holds a candidate. All spans are in the folded text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/engine/fold.h"
#include "linter/engine/span_list.h"
#include "linter/markup/prose.h"

namespace personfirst {

// Not thread-safe: most of it is found out when it is first asked for, since most candidates are
// judged by less. The prose must outlive it.
class Passage {
 public:
  // `as_folded` is what folding the prose gave.
  Passage(const Prose& of, Folded as_folded);

  const Prose* prose = nullptr;
  Folded folded;
  SpanList opaque;
  SpanList struck;
  SpanList emphasized;

  [[nodiscard]] const SpanList& quoted() const;  // inside quotation marks, without them
  [[nodiscard]] bool title_case() const { return letter_case().title; }  // Most Long Words Are
  [[nodiscard]] bool all_caps() const { return letter_case().all_caps; }
  [[nodiscard]] bool ends_line(std::uint32_t at) const;  // there, or with the text

 private:
  struct LetterCase {
    bool title = false;
    bool all_caps = false;
  };
  [[nodiscard]] const LetterCase& letter_case() const;
  [[nodiscard]] LetterCase find_case() const;

  mutable std::optional<SpanList> quoted_;
  mutable std::optional<LetterCase> case_;
  mutable std::optional<std::vector<std::uint32_t>> line_ends_;  // the spaces that stand for one
};

// A prose as the patterns see it.
[[nodiscard]] Folded fold_prose(const Prose& prose, const KnowsWord& knows_word);
// Folds one prose after the other in the same memory. Not thread-safe.
class ProseFolder {
 public:
  explicit ProseFolder(KnowsWord knows_word) : knows_word_(std::move(knows_word)) {}

  [[nodiscard]] Folded fold(const Prose& prose);
  // Takes back what it has made. Optional.
  void take_back(Folded&& folded);

 private:
  KnowsWord knows_word_;
  std::vector<Span> soft_breaks_;
  Folded used_;
};
[[nodiscard]] Passage make_passage(const Prose& prose, const KnowsWord& knows_word);

// Spans inside quotation marks of a text as written (curly, straight, guillemets; single ones with
// care for apostrophes). A quotation that a paragraph opens and does not close lasts to its end.
[[nodiscard]] std::vector<Span> quoted_spans(std::string_view text);

}  // namespace personfirst
