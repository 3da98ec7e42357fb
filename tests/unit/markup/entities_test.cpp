// Character references are read as browsers read them.
#include "linter/markup/entities.h"

#include "linter/markup/entities/table.h"
#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

// The [[reference]] in `marked`, at its start, stands for `text`. Without marks it is just an
// ampersand.
void check(const std::string& marked, const std::string& text,
           EntityPlace place = EntityPlace::Text) {
  const Marked source = unmark(marked);
  const auto size = static_cast<std::uint32_t>(source.text.size());
  const Entity entity = decode_entity(source.text, 0, size, place);
  EXPECT_EQ(entity.length, source.spans.empty() ? 0 : source.spans[0].size()) << marked;
  EXPECT_EQ(entity.text, text) << marked;
}

TEST(Entities, NamedOnesNeedTheirSemicolon) {
  check("[[&amp;]]x", "&");
  check("[[&hellip;]]", "\u2026");
  check("[[&CounterClockwiseContourIntegral;]]", "\u2233");
  check("[[&NotEqualTilde;]]", "\u2242\u0338");
  check("&hellip x", "");
  check("&nosuch;", "");
}

TEST(Entities, OldNamesDoWithoutIt) {
  check("[[&eacute]]t", "\u00E9");
  check("[[&notin;]]", "\u2209");
  check("[[&not]]it;", "\u00AC");
  check("[[&copy]]=1", "\u00A9");
  check("&copy=1", "", EntityPlace::Attribute);
  check("[[&copy;]]=1", "\u00A9", EntityPlace::Attribute);
}

TEST(Entities, Numbers) {
  check("[[&#65;]]", "A");
  check("[[&#x41]]", "A");
  check("[[&#X2019;]]s", "\u2019");
  check("[[&#146;]]", "\u2019");
  check("[[&#0;]]", "\uFFFD");
  check("[[&#xD800;]]", "\uFFFD");
  check("[[&#99999999999999999999;]]", "\uFFFD");
  check("&#;", "");
  check("&#x;", "");
}

TEST(Entities, NothingIsReadPastTheEnd) {
  EXPECT_EQ(decode_entity("&amp;", 0, 3, EntityPlace::Text).length, 0U);
  EXPECT_EQ(decode_entity("&", 0, 1, EntityPlace::Text).length, 0U);
  EXPECT_EQ(decode_entity("&#65;", 0, 4, EntityPlace::Text).length, 4U);
}

TEST(Entities, TheTableIsSortedAndItsNamesAreShort) {
  std::string_view last;
  for (std::size_t i = 0; i < entity_count(); ++i) {
    const NamedEntity entity = named_entity(i);
    EXPECT_LT(last, entity.name);
    EXPECT_LE(entity.name.size(), 31U);
    EXPECT_FALSE(entity.text.empty());
    last = entity.name;
  }
  EXPECT_GT(entity_count(), 2000U);
}

}  // namespace
}  // namespace personfirst::testing
