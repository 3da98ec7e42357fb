// Paths as text.
#include "linter/config/paths.h"

#include <gtest/gtest.h>

namespace personfirst {
namespace {

TEST(Paths, LoseTheirDots) {
  EXPECT_EQ(normal_path("/ws/../other/./base.json"), "/other/base.json");
  EXPECT_EQ(normal_path("/../../a"), "/a");
  EXPECT_EQ(normal_path("/ws//a/"), "/ws/a");
  EXPECT_EQ(normal_path("/"), "/");
  EXPECT_EQ(normal_path("c:/ws/../a"), "c:/a");
}

}  // namespace
}  // namespace personfirst
