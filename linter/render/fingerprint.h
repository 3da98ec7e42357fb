// Names for findings that stay the same while the document changes elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "linter/finding.h"
#include "linter/text/document.h"

namespace personfirst {

// 16 hexadecimal digits, the same on every machine.
[[nodiscard]] std::string short_hash(std::string_view bytes);

// The words of `span`, in lower case, with a space between: "drug abuser".
[[nodiscard]] std::string words_of(const Document& document, Span span);
// A hash of a few words before and after in the same paragraph, from which they cannot be told.
[[nodiscard]] std::string neighbours_of(const Document& document, Span span);

// Made of the rule, the words found and their neighbours, so that edits elsewhere do not matter.
// Findings that are alike in all that are numbered in the order they are asked for. One for each
// document and thread.
class Fingerprints {
 public:
  // `scope`: what else tells findings apart, such as a path.
  explicit Fingerprints(const Document& document, std::string_view scope = {})
      : document_(document), scope_(scope) {}

  [[nodiscard]] std::string of(const Finding& finding);  // 16 hexadecimal digits

 private:
  const Document& document_;  // must outlive this
  std::string scope_;
  std::unordered_map<std::uint64_t, unsigned> seen_;  // by hash: there may be a million
};

}  // namespace personfirst
