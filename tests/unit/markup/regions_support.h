// Which part of a text is read for a place in it: marked in the text.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/markup/regions.h"

namespace personfirst::testing {

// `marked`: the region in [[ ]], the place behind @ in it.
template <typename RegionsOfFormat>
void check_region(std::string_view marked) {
  std::string text;
  Span region;
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (marked.substr(i, 2) == "[[") {
      region.begin = at;
      ++i;
    } else if (marked.substr(i, 2) == "]]") {
      region.end = at;
      ++i;
    } else if (marked[i] == '@') {
      place = at;
    } else {
      text += marked[i];
    }
  }
  const RegionsOfFormat regions(text);
  ASSERT_TRUE(regions.is_clear()) << marked;
  EXPECT_EQ(RegionReader(regions).around(place), region) << marked;
}

}  // namespace personfirst::testing
