// Parts of the HTML report: safe text, and charts made of table rows with a bar in each.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/render/renderer.h"

namespace personfirst {

// Safe as text and in quoted attributes, whatever the document holds.
[[nodiscard]] std::string html_escaped(std::string_view text);

// Where a document or a rule stands on the page.
[[nodiscard]] std::string html_id(std::string_view kind, std::string_view name);

struct Bar {
  std::string label;
  std::string target;  // an id on the page; may be empty
  Counts counts;
};

struct Chart {
  std::string title;   // a heading of level 3
  std::string remark;  // a paragraph; may be empty
  std::string column;  // what the labels are
  std::string others;  // "other rules": what stands behind the most frequent; empty: show all
};

// A table whose numbers are the text, with a bar (inline SVG) beside each.
[[nodiscard]] std::string html_chart(const Chart& chart, std::span<const Bar> bars);

// "5 places: 3 best changed, 2 worth a thought".
[[nodiscard]] std::string described(const Counts& counts);

}  // namespace personfirst
