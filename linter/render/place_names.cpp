#include "linter/render/place_names.h"

#include "linter/render/printable.h"

namespace personfirst {

bool has_lines(const Document& document) { return document.places == nullptr; }

std::string place_name(const Document& document, std::uint32_t offset) {
  if (has_lines(document)) return {};
  const Place* place = place_at(*document.places, offset);
  return place == nullptr ? "document" : printable(name_of(*document.places, *place));
}

std::string with_place(const Document& document, std::uint32_t offset, std::string_view message) {
  std::string text = place_name(document, offset);
  if (!text.empty()) text += ": ";
  return text.append(message);
}

}  // namespace personfirst
