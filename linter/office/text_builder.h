// Puts the text of an office document together: a paragraph a line, with its prose and its place.
//
// The outline learns of headings, lists and tables as from any other format's reader. One for each
// document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/markup/outline.h"
#include "linter/text/document.h"
#include "linter/text/places.h"

namespace personfirst {

class OfficeTextBuilder {
 public:
  struct Style {
    bool opaque = false;  // a field and the like: stands for a word, is never judged
    bool struck = false;
    bool emphasized = false;
  };

  // From here on, paragraphs are counted in this.
  void begin_group(std::string file, std::string name);
  void set_page(std::uint32_t page) { page_ = page; }
  [[nodiscard]] std::uint32_t page() const { return page_; }

  // A paragraph that is counted, also when it turns out to be empty.
  void count_paragraph() { ++paragraph_; }
  [[nodiscard]] std::uint32_t paragraph() const { return paragraph_; }
  void set_paragraph(std::uint32_t paragraph) { paragraph_ = paragraph; }
  void set_inside(std::string inside) { inside_ = std::move(inside); }

  // One line: begin, any number of add(), end.
  void begin(ProseKind kind, bool in_block_quote = false);
  // Returns where it stands in the text. Line ends and the like are written as spaces.
  std::uint32_t add(std::string_view text, Style style);
  std::uint32_t add(std::string_view text) { return add(text, Style()); }
  // Drops the line when it has no text.
  void end();
  // All of it.
  void add_line(ProseKind kind, std::string_view text);
  // A prose that another reader made; its pieces and contexts are replaced.
  void add_prose(const Prose& prose);

  // Lists by the depth of their items, from 1; 0: this is no item.
  void set_list_depth(std::uint32_t depth);
  [[nodiscard]] std::uint32_t list_depth() const { return list_depth_; }
  // A cell or a text box has lists of its own.
  std::uint32_t enter_container();
  void leave_container(std::uint32_t outer_list_depth);

  [[nodiscard]] Outline& outline() { return outline_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] bool is_full() const { return text_.size() > kMostBytes; }
  [[nodiscard]] std::vector<Problem>& problems() { return problems_; }

  // Leaves the builder empty.
  [[nodiscard]] Document take(std::string name, std::string format, std::string language);

 private:
  // Many times the longest novel.
  static constexpr std::size_t kMostBytes = std::size_t{256} << 20;

  void add_place();

  std::string text_;
  Outline outline_;
  Places places_;
  Prose line_;
  std::uint32_t line_begin_ = 0;
  std::uint32_t line_page_ = 0;  // on which it begins
  std::uint32_t page_ = 0, paragraph_ = 0, list_depth_ = 0;
  std::uint32_t heading_ = Place::kNone;
  std::string inside_;
  std::vector<Problem> problems_;
};

}  // namespace personfirst
