#include "linter/render/replacement.h"

namespace personfirst {

Edit as_one_edit(const Document& document, const Fix& fix) {
  Edit whole{{fix.edits.front().span.begin, fix.edits.back().span.end}, {}};
  std::uint32_t at = whole.span.begin;
  for (const Edit& edit : fix.edits) {
    whole.text += slice(document.text, {at, edit.span.begin});
    whole.text += edit.text;
    at = edit.span.end;
  }
  return whole;
}

}  // namespace personfirst
