// How the HTML report looks. Nothing in it is fetched from elsewhere.
#pragma once

#include <string_view>

namespace personfirst {

inline constexpr std::string_view kHtmlStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #22262b; --soft: #545b64; --line: #dcd8cf;
  --link: #1d5a86; --marked: #fdeab5; --marked-line: #a8730a;
  --error: #8c3a63; --warning: #b06f12; --hint: #3f7591;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --card: #1f2429; --ink: #e9e6e0; --soft: #b3b8bf; --line: #3a4149;
    --link: #8fc7ee; --marked: #4d3d12; --marked-line: #e6b94c;
    --error: #e08fb5; --warning: #e0ad5a; --hint: #85bcd9;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: 0 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
header, main, footer { max-width: 58rem; margin: 0 auto; }
header { padding-top: 2.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.45rem; line-height: 1.3; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 .5rem; overflow-wrap: anywhere; }
p, ul, ol, dl { margin: 0 0 .75rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.lead { font-size: 1.2rem; }
.soft, footer { color: var(--soft); }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); gap: .75rem; margin: 1.5rem 0; }
.counts div { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.counts .error { border-top-color: var(--error); }
.counts .warning { border-top-color: var(--warning); }
.counts .hint { border-top-color: var(--hint); }
.counts dt { color: var(--soft); font-size: .95rem; }
.counts dd { margin: 0; font-size: 1.6rem; font-weight: 650; line-height: 1.3; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.25rem; align-items: start; }
.chart, .document, .rule { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; }
.chart { min-width: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: start; vertical-align: middle; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--soft); font-size: .9rem; font-weight: 600; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
th.bars { width: 32%; }
th.number { width: 4.5rem; }
th.number, td.number { text-align: end; padding-right: 0; font-variant-numeric: tabular-nums; }
svg.bar { display: block; width: 100%; height: .9rem; }
rect.error { fill: var(--error); }
rect.warning { fill: var(--warning); }
rect.hint { fill: var(--hint); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.legend svg { width: .9rem; height: .9rem; margin-right: .4rem; vertical-align: -.08rem; }
.document, .rule { margin-bottom: 1.25rem; }
.findings { list-style: none; padding: 0; margin: 0; }
.finding { border-left: 4px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: 1.25rem 0; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.hint { border-left-color: var(--hint); }
.finding p, .finding ul { margin-bottom: .45rem; }
.place { color: var(--soft); font-size: .95rem; }
.place strong { color: var(--ink); }
.excerpt { font-family: Charter, "Bitstream Charter", Georgia, "Noto Serif", "DejaVu Serif", serif; font-size: 1.1rem; overflow-wrap: anywhere; }
mark { background: var(--marked); color: inherit; border-bottom: 2px solid var(--marked-line); padding: 0 .12em; }
.more { font-weight: 600; }
@media (max-width: 34rem) {
  body { padding: 0 .9rem 3rem; font-size: 1rem; }
  header { padding-top: 1.5rem; }
  h1 { font-size: 1.6rem; }
  .counts { grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5rem), 1fr)); }
  .chart, .document, .rule { padding: .85rem .9rem; }
  ul { padding-left: 1.4rem; }
  .legend { padding: 0; }
  th.bars { width: 30%; }
  th.number { width: 3.6rem; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb;
    --link: #000000; --marked: #f3e3ad; --marked-line: #6b4a06;
    --error: #8c3a63; --warning: #b06f12; --hint: #3f7591;
  }
  @page { margin: 18mm 16mm; }
  body { padding: 0; font-size: 10.5pt; line-height: 1.45; }
  header, main, footer { max-width: none; }
  header { padding-top: 0; }
  h1, h2, h3 { break-after: avoid; }
  .charts { display: block; }
  .chart { margin-bottom: 1rem; }
  .chart, .document, .rule { border: 0; padding: 0; }
  .finding, .rule, .counts, tr { break-inside: avoid; }
  .findings { margin-bottom: 1.5rem; }
  mark, rect, .finding, .counts div { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .sources a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  .on-screen { display: none; }
}
)css";

}  // namespace personfirst
