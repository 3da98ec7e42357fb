#include "linter/render/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "linter/render/html_parts.h"
#include "linter/render/html_style.h"
#include "linter/render/in_context.h"
#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/positions.h"
#include "linter/render/printable.h"

namespace personfirst {
namespace {

constexpr std::size_t kLongestHeading = 100;  // bytes, beside a place

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Wording report</title>
<style>)";

std::string topic_of(const RenderSettings& settings, std::string_view rule) {
  const RuleInfo* info = find_rule(settings, rule);
  std::string topic(info != nullptr ? std::string_view(info->topic)
                                    : rule.substr(0, rule.find('/')));
  std::replace(topic.begin(), topic.end(), '_', ' ');
  std::replace(topic.begin(), topic.end(), '-', ' ');
  return with_capital(topic);
}

// Most first, then by name.
void sort_bars(std::vector<Bar>& bars) {
  std::sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
    const auto n = a.counts.all(), m = b.counts.all();
    return n != m ? n > m : a.label < b.label;
  });
}

// The page, but for the documents: what is known at the end.
class Page {
 public:
  Page(const RenderSettings& settings, const Tally& tally) : settings_(settings), tally_(tally) {}

  std::string before_documents() {
    out_ = std::string(kHead) + std::string(kHtmlStyle) + "</style>\n</head>\n<body>\n";
    out_ += "<header>\n<h1>Wording report</h1>\n<p class=\"lead\">" + lead() + "</p>\n</header>\n";
    out_ += "<main>\n";
    summary();
    if (tally_.totals.findings() > 0) {
      charts();
    } else {
      trend();
    }
    return std::move(out_);
  }

  std::string after_documents() {
    out_.clear();
    rules();
    sources();
    not_checked();
    out_ += "</main>\n<footer>\n<h2>About this report</h2>\n";
    out_ +=
        "<p>It was made by personfirst " + html_escaped(settings_.tool_version) +
        ", which looks for words that carry stigma about people and substance use. It sees words "
        "and not people: you know whom you write about, so the last word is yours.";
    if (!settings_.redact && tally_.totals.findings() > 0)
      out_ += " The report quotes the documents; please share it with the same care.";
    return out_ + "</p>\n</footer>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string lead() const {
    const Totals& totals = tally_.totals;
    if (totals.files == 0) return "No documents were checked.";
    if (totals.findings() == 0) {
      return fmt::format("{} checked, and nothing to suggest. Thank you for writing with care!",
                         counted(totals.files, "document", "documents"));
    }
    return fmt::format(
        "{} in {} could do with another look. {} checked in all.",
        counted(totals.findings(), "place", "places"),
        counted(totals.files_with_findings, "document", "documents"),
        totals.files == 1 ? "One document was" : fmt::format("{} documents were", totals.files));
  }

  void count_card(std::string_view css, std::string_view name, std::uint64_t n) {
    out_ += fmt::format("<div class=\"{}\"><dt>{}</dt><dd>{}</dd></div>\n", css, name, n);
  }

  void summary() {
    const Totals& totals = tally_.totals;
    out_ += "<h2>In short</h2>\n<dl class=\"counts\">\n";
    count_card("all", "Documents checked", totals.files);
    count_card("error", "Best changed", totals.errors);
    count_card("warning", "Worth changing", totals.warnings);
    count_card("hint", "Worth a thought", totals.hints);
    out_ += "</dl>\n";
    if (totals.findings() > 0) {
      out_ +=
          "<p><strong>Best changed</strong> are words that published guidance agrees to avoid. "
          "<strong>Worth changing</strong> are words that most guidance advises against. "
          "<strong>Worth a thought</strong> are milder words, and words in quotations or in what "
          "people say about themselves. Words like these are often habit; no one is at "
          "fault.</p>\n";
    }
    if (tally_.suppressed > 0) {
      out_ += fmt::format("<p>{} left as written on purpose, by a remark in the document.</p>\n",
                          counted(tally_.suppressed, "more place is", "more places are"));
    }
    if (tally_.known > 0) {
      out_ += fmt::format("<p>{} known from before and not shown here.</p>\n",
                          counted(tally_.known, "more place is", "more places are"));
    }
  }

  void legend() {
    const auto item = [&](Severity severity) {
      out_ += fmt::format(
          "<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\" focusable=\"false\"><rect "
          "class=\"{}\" width=\"10\" height=\"10\"/></svg>{}</li>\n",
          to_string(severity), with_capital(kind_name(severity)));
    };
    out_ += "<ul class=\"legend\">\n";
    item(Severity::Error);
    item(Severity::Warning);
    item(Severity::Hint);
    out_ += "</ul>\n";
  }

  void charts() {
    std::vector<Bar> topics, rules, documents;
    for (const auto& [rule, counts] : tally_.rules) {
      if (counts.all() == 0) continue;
      const std::string target =
          find_rule(settings_, rule) != nullptr ? html_id("rule", rule) : std::string();
      rules.push_back({rule, target, counts});
      const std::string topic = topic_of(settings_, rule);
      auto same = std::find_if(topics.begin(), topics.end(),
                               [&](const Bar& bar) { return bar.label == topic; });
      if (same == topics.end()) same = topics.insert(topics.end(), {topic, {}, {}});
      same->counts.add(counts);
    }
    for (const DocumentCounts& one : tally_.documents)
      documents.push_back({one.name, html_id("document", one.name), one.counts});
    sort_bars(topics);
    sort_bars(rules);
    sort_bars(documents);
    out_ += "<h2>At a glance</h2>\n";
    legend();
    out_ += "<div class=\"charts\">\n";
    trend_chart();
    out_ += html_chart({"By topic", "", "Topic", "other topics"}, topics);
    out_ += html_chart({"By rule", "", "Rule", "other rules"}, rules);
    out_ += html_chart({"By document", "", "Document", "other documents"}, documents);
    out_ += "</div>\n";
  }

  void trend() {
    if (settings_.earlier.empty()) return;
    out_ += "<h2>At a glance</h2>\n";
    legend();
    out_ += "<div class=\"charts\">\n";
    trend_chart();
    out_ += "</div>\n";
  }

  void trend_chart() {
    if (settings_.earlier.empty()) return;
    std::vector<Bar> bars;
    const auto add = [&](const std::string& label, const Totals& totals) {
      bars.push_back({label, {}, {totals.errors, totals.warnings, totals.hints}});
    };
    for (const EarlierReport& report : settings_.earlier) add(report.label, report.totals);
    add("This report", tally_.totals);
    out_ += html_chart({"Over time", change(), "Report", ""}, bars);
  }

  // Since the last report before this one.
  [[nodiscard]] std::string change() const {
    const EarlierReport& last = settings_.earlier.back();
    const std::uint64_t before = last.totals.findings(), now = tally_.totals.findings();
    const std::string since = fmt::format(" than in “{}”.", last.label);
    if (now == before) return fmt::format("As many as in “{}”.", last.label);
    if (now < before) return counted(before - now, "place fewer", "places fewer") + since;
    return counted(now - before, "place more", "places more") + since;
  }

  void rules() {
    bool any = false;
    for (const auto& [id, counts] : tally_.rules) {
      const RuleInfo* rule = counts.all() > 0 ? find_rule(settings_, id) : nullptr;
      if (rule == nullptr) continue;
      if (!any) out_ += "<h2>Why these words</h2>\n";
      any = true;
      write_rule(*rule, counts);
    }
  }

  void write_rule(const RuleInfo& rule, const Counts& counts) {
    const std::string id = html_id("rule", rule.id);
    out_ += fmt::format("<section class=\"rule\" aria-labelledby=\"{}\">\n<h3 id=\"{}\">{}</h3>\n",
                        id, id, html_escaped(rule.id));
    out_ += "<p class=\"place\">In this report " + described(counts) + ".</p>\n";
    if (!rule.note.empty()) out_ += "<p>" + html_escaped(rule.note) + "</p>\n";
    if (!rule.advice.empty()) out_ += "<p>" + html_escaped(rule.advice) + "</p>\n";
    std::string sources;
    for (const std::string& source_id : rule.sources) {
      const Source* source = find_source(settings_, source_id);
      if (source == nullptr) continue;
      used_.insert(source_id);
      sources += fmt::format("{}<a href=\"#{}\">{}</a>", sources.empty() ? "" : "; ",
                             html_id("source", source_id), html_escaped(short_name(*source)));
    }
    if (!sources.empty()) out_ += "<p class=\"who\">Who says so: " + sources + ".</p>\n";
    out_ += "</section>\n";
  }

  static std::string short_name(const Source& source) {
    std::string name = source.publisher.empty() ? source.title : source.publisher;
    return source.year.empty() ? name : name + " " + source.year;
  }

  void sources() {
    if (used_.empty()) return;
    out_ += "<h2>Sources</h2>\n<ul class=\"sources\">\n";
    for (const std::string_view id : used_) out_ += source_item(*find_source(settings_, id));
    out_ += "</ul>\n";
  }

  static std::string source_item(const Source& source) {
    std::string title = html_escaped(source.title);
    const bool web = source.url.starts_with("https://") || source.url.starts_with("http://");
    if (web) title = fmt::format("<a href=\"{}\">{}</a>", html_escaped(source.url), title);
    std::string rest;
    if (!source.publisher.empty()) rest += ", " + html_escaped(source.publisher);
    if (!source.year.empty()) rest += ", " + html_escaped(source.year);
    return fmt::format("<li id=\"{}\">{}{}</li>\n", html_id("source", source.id), title, rest);
  }

  void not_checked() {
    if (tally_.errors.empty()) return;
    out_ += "<h2>Not checked</h2>\n<ul>\n";
    for (const Error& failed : tally_.errors)
      out_ += "<li>" + html_escaped(to_string(failed)) + "</li>\n";
    out_ += "</ul>\n";
  }

  const RenderSettings& settings_;
  const Tally& tally_;
  std::set<std::string_view> used_;  // ids of the sources that rules name
  std::string out_;
};

class HtmlComposer final : public Composer {
 public:
  explicit HtmlComposer(const RenderSettings& settings) : settings_(settings) {}

  void add(Rendered piece, std::string& out) override {
    static_cast<void>(out);
    if (piece.findings == 0) return;
    // Links of the charts lead to every document, so those left out keep a heading.
    documents_ += shown_ < kHtmlFindings ? piece.text : piece.aside;
    if (shown_ < kHtmlFindings) shown_ += piece.findings;
  }

  void end(const Tally& tally, std::string& out) override {
    Page page(settings_, tally);
    out += page.before_documents();
    if (!documents_.empty()) out += "<h2>The documents</h2>\n" + documents_;
    if (shown_ < tally.totals.findings()) {
      out += fmt::format("<p class=\"more\">{} more are counted above but not shown here.</p>\n",
                         tally.totals.findings() - shown_);
    }
    out += page.after_documents();
  }

 private:
  const RenderSettings& settings_;
  std::string documents_;
  std::size_t shown_ = 0;
};

class HtmlRenderer final : public Renderer {
 public:
  explicit HtmlRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] Rendered document(const Report& report) const override {
    Rendered piece;
    if (report.findings.empty()) return piece;
    const std::string id = html_id("document", report.document.name);
    const std::string head =
        fmt::format("<section class=\"document\" aria-labelledby=\"{}\">\n<h3 id=\"{}\">{}</h3>\n",
                    id, id, html_escaped(report.document.name));
    piece.text = head + "<ol class=\"findings\">\n";
    Positions positions(report.document);
    SentenceBreaker breaker;
    for (const Finding& finding : report.findings) {
      if (piece.findings == kHtmlFindings) break;
      ++piece.findings;
      write_finding(report, finding, place_of(report.document, finding, positions), breaker,
                    piece.text);
    }
    piece.text += "</ol>\n</section>\n";
    piece.aside = head + "<p>" + described(tally_of(report).documents.front().counts) +
                  ", not shown here.</p>\n</section>\n";
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<HtmlComposer>(settings_);
  }

 private:
  [[nodiscard]] std::string place_of(const Document& document, const Finding& finding,
                                     Positions& positions) const {
    const std::uint32_t begin = finding.span.begin;
    if (has_lines(document)) return fmt::format("line {}", positions.at(begin).line);
    std::string name = place_name(document, begin);
    const Place* place = place_at(*document.places, begin);
    if (place == nullptr || settings_.redact) return html_escaped(name);
    const std::string_view heading = heading_of(*document.places, *place, document.text);
    if (!heading.empty() && heading.size() <= kLongestHeading)
      name += fmt::format(", under “{}”", printable(heading));
    return html_escaped(name);
  }

  void write_finding(const Report& report, const Finding& finding, const std::string& place,
                     SentenceBreaker& breaker, std::string& out) const {
    const Document& document = report.document;
    const InContext passage = in_context(document, finding.span, breaker,
                                         settings_.redact ? ContextShown::None : ContextShown::All);
    out +=
        fmt::format("<li class=\"finding {}\">\n<p class=\"place\"><strong>{}</strong>, {}</p>\n",
                    to_string(finding.severity), with_capital(kind_name(finding.severity)), place);
    out += fmt::format("<p class=\"excerpt\" lang=\"{}\" dir=\"auto\">{}<mark>{}</mark>{}</p>\n",
                       html_escaped(document.language), html_escaped(passage.before),
                       html_escaped(passage.found), html_escaped(passage.after));
    out += "<p>" + html_escaped(finding.message) + "</p>\n";
    write_fixes(finding, out);
    if (const std::string_view note = context_note(finding.context); !note.empty())
      out += "<p>" + html_escaped(sentence(note)) + "</p>\n";
    if (find_rule(settings_, finding.rule, report.rules) != nullptr) {
      out += fmt::format("<p class=\"on-screen\"><a href=\"#{}\">Why “{}”?</a></p>\n",
                         html_id("rule", finding.rule), html_escaped(passage.found));
    } else if (!finding.note.empty()) {
      out += "<p>" + html_escaped(finding.note) + "</p>\n";
    }
    out += "</li>\n";
  }

  static void write_fixes(const Finding& finding, std::string& out) {
    std::string choices, remarks;
    for (const Fix& fix : finding.fixes) {
      if (!is_choice(fix)) {
        remarks += "<p>" + html_escaped(sentence(fix.title)) + "</p>\n";
      } else {
        choices += "<li>" + html_escaped(fix.title) + "</li>\n";
      }
    }
    if (!choices.empty()) out += "<p>You could</p>\n<ul>\n" + choices + "</ul>\n";
    out += remarks;
  }

  const RenderSettings& settings_;
};

}  // namespace

std::unique_ptr<const Renderer> make_html_renderer(const RenderSettings& settings) {
  return std::make_unique<const HtmlRenderer>(settings);
}

}  // namespace personfirst
