// Where may this text hold a word that a rule looks for? Most texts do not anywhere, and need not
// be parsed; of others, what lies around such places is enough.
//
// Sound: where there is no place, lint() finds nothing, whatever the markup. A word that markup, an
// entity or an invisible character may divide or spell differently makes a place. Many of the words
// are common ones that matter beside few others; they make a place beside those, or where a reader
// may see another word beside them than stands there.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/engine/byte_masks.h"
#include "linter/engine/gather_runs.h"
#include "linter/rules/scan_words.h"
#include "linter/text/document.h"

namespace personfirst {

// Goes through a text once, which begins outside of all tags. Neither words nor text are copied.
class PlaceScanner {
 public:
  PlaceScanner(const ScanWords& words, std::string_view text, Format format)
      : words_(words),
        text_(text),
        format_(format),
        classes_(byte_classes(format)),
        mask_bytes_(fastest_mask_bytes()),
        find_edges_(fastest_find_edges()) {}

  // The next places, some of them, instead of what is in `places`: the offset of a byte of each, in
  // order. False: there is none up to the text's end.
  bool next(std::vector<std::uint32_t>& places);

  // Is the scan able to see all words of such documents? Others are all place.
  [[nodiscard]] static bool knows(Format format);

 private:
  void scan_stretch(std::vector<std::uint32_t>& places);
  void add_marks(const Stretch& stretch, std::uint32_t size,
                 std::vector<std::uint32_t>& places) const;
  [[nodiscard]] bool is_place(std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] bool stands_in_pair(WordHash word, std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] bool stands_before_its_pair(WordHash word, std::uint32_t end) const;
  [[nodiscard]] bool stands_behind_its_pair(WordHash word, std::uint32_t begin);
  // The runs of ASCII that stand beside it; empty where there is none, nothing where a reader may
  // see something else.
  [[nodiscard]] std::optional<std::string_view> run_behind(std::uint32_t end) const;
  [[nodiscard]] std::optional<std::string_view> run_before(std::uint32_t begin);
  [[nodiscard]] std::uint32_t offset_of(std::string_view part) const {
    return static_cast<std::uint32_t>(part.data() - text_.data());
  }
  [[nodiscard]] bool divides_behind(std::string_view behind, std::size_t at) const;
  [[nodiscard]] bool divides_before(std::uint32_t at);
  [[nodiscard]] bool may_end_entity(std::uint32_t at) const;
  [[nodiscard]] bool marks_quotation(std::uint32_t at);
  [[nodiscard]] bool is_behind_tags(std::uint32_t at);

  const ScanWords& words_;
  std::string_view text_;
  Format format_;
  const ByteClasses& classes_;
  MaskBytes mask_bytes_;
  FindEdges find_edges_;
  std::uint32_t at_ = 0;
  std::uint32_t no_tag_before_ = 0;  // as far as that was asked
  bool in_run_ = false;              // the byte before at_ is part of the same run as that at it
};

// Is there any place?
[[nodiscard]] bool may_hold_candidates(const ScanWords& words, std::string_view text,
                                       Format format);

}  // namespace personfirst
