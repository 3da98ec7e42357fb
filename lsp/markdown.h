// Text that is shown as Markdown or as plain text, by what a client can show.
#pragma once

#include <string>
#include <string_view>

namespace personfirst::lsp {

// What shows as `text` wherever it stands in Markdown; line ends become spaces.
[[nodiscard]] std::string escaped(std::string_view text);
[[nodiscard]] std::string link(std::string_view text, std::string_view url);
[[nodiscard]] std::string code(std::string_view text);

// A page of paragraphs and lists, written in one of the two.
class Page {
 public:
  explicit Page(bool markdown) : markdown_(markdown) {}

  void heading(std::string_view text);
  void strong(std::string_view text);
  void paragraph(std::string_view text);
  void labelled(std::string_view label, std::string_view text);  // "Why: ..."
  void label(std::string_view text);                             // before a list
  void item(std::string_view text);
  void linked_item(std::string_view text, std::string_view url);
  // A piece of code between words of ours, which are not escaped.
  void with_code(std::string_view before, std::string_view code, std::string_view after);

  [[nodiscard]] std::string take();

 private:
  [[nodiscard]] std::string shown(std::string_view text) const;
  void block(std::string text);
  void list_item(std::string text);

  bool markdown_;
  bool in_list_ = false;
  std::string text_;
};

}  // namespace personfirst::lsp
