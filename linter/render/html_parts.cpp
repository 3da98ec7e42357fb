#include "linter/render/html_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/render/fingerprint.h"
#include "linter/render/phrases.h"
#include "linter/render/printable.h"

namespace personfirst {
namespace {

constexpr std::size_t kMostBars = 15;

// Widths are in thousandths of the longest bar, as whole numbers: the same on every machine.
std::string bar_svg(const Counts& counts, std::uint64_t longest) {
  std::string out = fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" "
      "role=\"img\" aria-label=\"{}\">",
      described(counts));
  std::uint64_t before = 0;
  const auto add = [&](const char* level, std::uint64_t n) {
    if (n == 0) return;
    const std::uint64_t begin = before * 1000 / longest;
    before += n;
    const std::uint64_t end = before * 1000 / longest;
    out += fmt::format("<rect class=\"{}\" x=\"{}\" width=\"{}\" height=\"20\"/>", level, begin,
                       std::max<std::uint64_t>(end - begin, 4));
  };
  add("error", counts.errors);
  add("warning", counts.warnings);
  add("hint", counts.hints);
  return out + "</svg>";
}

std::string row(const Bar& bar, std::uint64_t longest) {
  const std::string label = html_escaped(bar.label);
  const std::string head =
      bar.target.empty() ? label : fmt::format("<a href=\"#{}\">{}</a>", bar.target, label);
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td class=\"bars\">{}</td><td class=\"number\">{}</td></tr>\n",
      head, bar_svg(bar.counts, longest), bar.counts.all());
}

// The most frequent, and one bar for all others.
std::vector<Bar> shortened(std::span<const Bar> bars, const std::string& others) {
  std::vector<Bar> shown(bars.begin(), bars.end());
  if (others.empty() || shown.size() <= kMostBars) return shown;
  Bar rest{fmt::format("{} {}", shown.size() - kMostBars + 1, others), {}, {}};
  for (std::size_t i = kMostBars - 1; i < shown.size(); ++i) rest.counts.add(shown[i].counts);
  shown.resize(kMostBars - 1);
  shown.push_back(std::move(rest));
  return shown;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_id(std::string_view kind, std::string_view name) {
  return fmt::format("{}-{}", kind, short_hash(name));
}

std::string described(const Counts& counts) {
  std::string parts;
  const auto add = [&](Severity severity, std::uint64_t n) {
    if (n == 0) return;
    parts += fmt::format("{}{} {}", parts.empty() ? ": " : ", ", n, kind_name(severity));
  };
  add(Severity::Error, counts.errors);
  add(Severity::Warning, counts.warnings);
  add(Severity::Hint, counts.hints);
  return counted(counts.all(), "place", "places") + parts;
}

std::string html_chart(const Chart& chart, std::span<const Bar> bars) {
  std::uint64_t longest = 1;
  const std::vector<Bar> shown = shortened(bars, chart.others);
  for (const Bar& bar : shown) longest = std::max(longest, bar.counts.all());
  const std::string id = html_id("chart", chart.title);
  std::string out =
      fmt::format("<section class=\"chart\" aria-labelledby=\"{}\">\n<h3 id=\"{}\">{}</h3>\n", id,
                  id, html_escaped(chart.title));
  if (!chart.remark.empty()) out += "<p>" + html_escaped(chart.remark) + "</p>\n";
  out += fmt::format(
      "<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"bars\">By kind</th>"
      "<th scope=\"col\" class=\"number\">Places</th></tr></thead>\n<tbody>\n",
      html_escaped(chart.column));
  for (const Bar& bar : shown) out += row(bar, longest);
  return out + "</tbody>\n</table>\n</section>\n";
}

}  // namespace personfirst
