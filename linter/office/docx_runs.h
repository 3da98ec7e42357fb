// Runs of a Word document, cut where something begins or ends, and what is put between them.
//
// A run keeps its formatting on both sides of a cut. Offsets are in the document's text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/office/docx_read.h"
#include "linter/office/office.h"

namespace personfirst {

class DocxRuns {
 public:
  DocxRuns(DocxModel& model, const OfficeAuthor& author);

  // Can the words be changed, or commented on, as they stand? What is empty stands in the text that
  // it follows or begins.
  [[nodiscard]] NotChanged check_change(Span span) const;
  [[nodiscard]] NotChanged check_comment(Span span) const;

  // From here on a run begins, or ends, at this place, whose text may be changed.
  void cut(std::uint32_t at);

  // Between cuts, in any order; each place once.
  void replace(const Edit& edit);
  // Marks what the comment is about. Before the replacements in it.
  void add_comment(Span span, std::uint32_t id);

  [[nodiscard]] std::uint32_t new_id() { return next_id_++; }
  [[nodiscard]] bool is_changed(std::size_t part) const { return changed_[part]; }

 private:
  // A part of one <w:t>, and since cut() an element of its own.
  struct Piece {
    Span span;
    std::uint32_t text = 0;  // into DocxModel::texts
    pugi::xml_node element;
  };

  [[nodiscard]] std::vector<const DocxText*> texts_in(Span span) const;
  [[nodiscard]] std::size_t piece_at(std::uint32_t at) const;
  void split(std::size_t piece, std::uint32_t at);
  void insert_after(pugi::xml_node run, const std::string& text);
  void insert_before(pugi::xml_node run, const std::string& text);
  void remove(pugi::xml_node run);
  [[nodiscard]] pugi::xml_node new_run(pugi::xml_node made, const pugi::xml_node& like,
                                       const std::string& text) const;
  void sign(pugi::xml_node change);
  [[nodiscard]] bool is_own_insertion(const pugi::xml_node& node) const;
  [[nodiscard]] std::string named(std::string_view local) const {
    return prefix_ + std::string(local);
  }

  DocxModel& model_;
  const OfficeAuthor& author_;
  std::string prefix_;  // "w:"
  std::uint32_t next_id_ = 0;
  std::vector<bool> changed_;  // by part
  std::vector<Piece> pieces_;  // sorted
};

// The prefix, with its colon, that a part gives to WordprocessingML; and that name space.
struct DocxNamespace {
  std::string prefix;
  std::string uri;
};
[[nodiscard]] DocxNamespace word_namespace(const XmlPart& part);

}  // namespace personfirst
