// RE2's own tables of classes and scripts say once more what ICU's data, in the module anyway, and
// a tenth of their size can say. In the place of unicode_groups.cc: made when a pattern first asks
// (unicode_groups.cpp).
#ifndef RE2_UNICODE_GROUPS_H_
#define unicode_groups unused_unicode_groups
#define num_unicode_groups unused_num_unicode_groups
#include_next "re2/unicode_groups.h"
#undef unicode_groups
#undef num_unicode_groups

namespace re2 {
const UGroup* made_unicode_groups();
extern const int num_unicode_groups;
}  // namespace re2
#define unicode_groups made_unicode_groups()
#endif  // RE2_UNICODE_GROUPS_H_
