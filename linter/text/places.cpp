#include "linter/text/places.h"

#include <algorithm>

namespace personfirst {
namespace {

void add(std::string_view part, std::string& name) {
  if (!name.empty() && !part.empty()) name += ", ";
  name += part;
}

}  // namespace

const Place* place_at(const Places& places, std::uint32_t offset) {
  const auto behind = std::ranges::upper_bound(places.all, offset, {}, &Place::begin);
  return behind == places.all.begin() ? nullptr : &*std::prev(behind);
}

std::string name_of(const Places& places, const Place& place) {
  std::string name;
  if (place.group < places.groups.size()) add(places.groups[place.group].name, name);
  if (place.paragraph > 0) add("paragraph " + std::to_string(place.paragraph), name);
  add(place.inside, name);
  if (place.page > 0) {
    const std::string page = "page " + std::to_string(place.page);
    name = name.empty() ? page : name + " (" + page + ")";
  }
  return name;
}

std::string_view heading_of(const Places& places, const Place& place, std::string_view text) {
  if (place.heading >= places.all.size()) return {};
  const std::size_t begin = places.all[place.heading].begin;
  if (begin >= text.size()) return {};
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace personfirst
