// Instead of RE2's unicode_groups.cc: see re2/unicode_groups.h.
#include "re2/unicode_groups.h"

#include <string.h>

#include <string>
#include <vector>

#include "character_bytes.h"
#include "character_data.h"
#include "unicode/uchar.h"

namespace re2 {
namespace {

// What u_charType() says, in ICU's order.
constexpr const char* kClasses[] = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd",
                                    "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cs", "Pd",
                                    "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"};

using Ranges = std::vector<URange32>;

struct Groups {
  UGroup groups[kGroups];
  Ranges ranges[kGroups];

  Groups() {
    u_enumCharTypes(add_class, this);
    ByteNumbers counts(kRangeCounts), gaps(kRangeGaps), spans(kRangeSpans);
    for (int i = 0; i < kGroups; ++i) {
      if (ranges[i].empty()) add_script(ranges[i], counts.next(), gaps, spans);
      groups[i] = {
          kGroupNames[i], 1, nullptr, 0, ranges[i].data(), static_cast<int>(ranges[i].size())};
    }
  }

 private:
  // "L" and "Lu" alike hold what is "Lu".
  static UBool add_class(const void* self, UChar32 start, UChar32 limit, UCharCategory type) {
    if (type == U_UNASSIGNED) return true;
    Ranges* ranges = static_cast<Groups*>(const_cast<void*>(self))->ranges;
    for (int i = 0; i < kGroups; ++i) {
      const bool is_class =
          kGroupNames[i][1] == '\0' || strcmp(kGroupNames[i], kClasses[type]) == 0;
      if (!is_class || kGroupNames[i][0] != kClasses[type][0]) continue;
      if (!ranges[i].empty() && ranges[i].back().hi + 1 == start) {
        ranges[i].back().hi = limit - 1;
      } else {
        ranges[i].push_back({start, limit - 1});
      }
    }
    return true;
  }

  static void add_script(Ranges& ranges, std::uint32_t count, ByteNumbers& gaps,
                         ByteNumbers& spans) {
    Rune end = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Rune low = end + static_cast<Rune>(gaps.next());
      end = low + static_cast<Rune>(spans.next());
      ranges.push_back({low, end});
    }
  }
};

}  // namespace

const int num_unicode_groups = kGroups;

const UGroup* made_unicode_groups() {
  static const Groups* const made = new Groups;
  return made->groups;
}

}  // namespace re2
