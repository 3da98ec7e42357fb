#include "wasm/utf16_places.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "linter/text/utf8.h"
#include "lsp/json.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;
using Place = std::pair<std::uint32_t, Json*>;

// Reports are nested a few levels deep: the recursion is bounded by our own format.
void collect(Json& json, std::vector<Place>& places) {
  if (const auto offset = lsp::int_at(json, "offset"))
    places.emplace_back(static_cast<std::uint32_t>(*offset), &json);
  if (!json.is_structured()) return;
  for (Json& item : json) collect(item, places);
}

}  // namespace

void add_utf16_places(std::string_view text, Json& json) {
  std::vector<Place> places;
  collect(json, places);
  std::ranges::sort(places, {}, &Place::first);
  std::uint32_t at = 0;
  std::uint32_t units = 0;
  for (const auto& [offset, object] : places) {
    while (at < offset && at < text.size()) {
      std::uint32_t length = 0;
      const bool is_pair = decode_at(text, at, &length) > 0xFFFF;
      if (at + length > offset) break;
      at += length;
      units += is_pair ? 2 : 1;
    }
    (*object)["utf16"] = units;
  }
}

}  // namespace personfirst::wasm
