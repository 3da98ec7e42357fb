// Other people's titles are not ours to change.
#include "linter/engine/citation.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/engine/support.h"

namespace personfirst {
namespace {

void check(std::string_view text, std::string_view expected, Format format = Format::PlainText) {
  EXPECT_EQ(testing::verdicts(text, format), expected) << text;
}

TEST(Citation, HasVolumeIssueAndPages) {
  check("Lee A. Nights of a junkie. Our Rev. 2009;35(3):217-221.", "reference");
  check("Lee, A. (2009). Nights of a junkie. Our Review, 35(3), 217-221.", "reference");
  check("Lee A. Nights of a junkie. Our Rev. 2009;35(3):e217.", "reference");
}

TEST(Citation, HasVolumeAndPages) {
  check("Lee A. Nights of a junkie. Our Rev. 2010; 375: 1-9.", "reference");
  check("Lee A. Nights of a junkie. Our Rev 21:202-207.", "reference");
}

TEST(Citation, HasAPublisherAndAYear) {
  check("Lee A. Nights of a junkie. Leeds: Our Books, 1999.", "reference");
  check("A junkie came: he was 19, and in 1999 he left.", "found");
}

TEST(Citation, IsTheTitleBehindAnAuthorsYear) {
  check("Lee, A. (2011). Junkies and the press.", "reference");
  check("Lee, A. (2011). Nights. They say that a junkie came.", "found");
  check("He came (in 2011). Junkies left.", "found");
}

TEST(Citation, HasADoi) {
  check("Lee A. Nights of a junkie. https://doi.org/10.1000/xyz", "reference");
  check("Lee A. Nights of a junkie. doi:10.1000/xyz", "reference");
}

TEST(Citation, IsNotEveryNumber) {
  check("A junkie came at 5 (or 6), he said.", "found");
  check("A junkie came in 2009 (twice).", "found");
}

TEST(Citation, EndsInAPublisherAndAYear) {
  check("Lee, Ann. Nights of a junkie. New York: Basic Books, 1985.", "reference");
  check("He said this: a junkie came, 1985 was bad.", "found");
}

TEST(Citation, StandsBeforeItsNumbers) {
  check("Our Rev. 2009;35(3):217-221. Later a junkie came.", "found");
}

TEST(ReferenceList, StandsUnderItsHeading) {
  check("## References\n\nLee. Nights of a junkie.\n", "reference", Format::Markdown);
  check("<h2>References</h2><p>Lee. Nights of a junkie.</p>", "reference", Format::Html);
  check("## Stories\n\nNights of a junkie.\n", "found", Format::Markdown);
}

}  // namespace
}  // namespace personfirst
