#include "linter/render/junit.h"

#include <fmt/format.h>

#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/positions.h"
#include "linter/render/xml_parts.h"

namespace personfirst {
namespace {

struct SuiteCounts {
  std::size_t tests = 0, failures = 0, errors = 0;
};

pugi::xml_node add_suite(pugi::xml_document& xml, std::string_view name, SuiteCounts counts) {
  pugi::xml_node suite = xml.append_child("testsuite");
  set_attribute(suite, "name", name);
  set_attribute(suite, "tests", std::to_string(counts.tests));
  set_attribute(suite, "failures", std::to_string(counts.failures));
  set_attribute(suite, "errors", std::to_string(counts.errors));
  set_attribute(suite, "skipped", "0");
  set_attribute(suite, "time", "0");
  return suite;
}

pugi::xml_node add_case(pugi::xml_node& suite, std::string_view class_name, std::string_view name) {
  pugi::xml_node test = suite.append_child("testcase");
  set_attribute(test, "classname", class_name);
  set_attribute(test, "name", name);
  set_attribute(test, "time", "0");
  return test;
}

class JUnitComposer final : public Composer {
 public:
  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"personfirst\">\n";
  }

  // What could not be checked has a suite of its own.
  void end(const Tally& tally, std::string& out) override {
    if (!tally.errors.empty()) {
      pugi::xml_document xml;
      const std::size_t n = tally.errors.size();
      pugi::xml_node suite = add_suite(xml, "personfirst", {n, 0, n});
      for (const Error& failed : tally.errors) {
        pugi::xml_node test = add_case(suite, failed.where, "can be checked");
        pugi::xml_node error = test.append_child("error");
        set_attribute(error, "message", failed.what);
        set_attribute(error, "type", "error");
      }
      out += to_xml(suite, 1);
    }
    out += "</testsuites>\n";
  }
};

class JUnitRenderer final : public Renderer {
 public:
  explicit JUnitRenderer(const RenderSettings& settings) : settings_(settings) {}

  [[nodiscard]] Rendered document(const Report& report) const override {
    const std::string_view path = report.document.name;
    SuiteCounts counts;
    counts.tests = report.findings.empty() ? 1 : report.findings.size();
    for (const Finding& finding : report.findings) counts.failures += fails(finding) ? 1 : 0;
    pugi::xml_document xml;
    pugi::xml_node suite = add_suite(xml, path, counts);
    if (report.findings.empty()) add_case(suite, path, "no findings");
    Positions positions(report.document);
    for (const Finding& finding : report.findings) {
      add_finding(suite, report.document, finding, positions.at(finding.span.begin));
    }
    Rendered piece;
    piece.text = to_xml(suite, 1);
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<JUnitComposer>();
  }

 private:
  [[nodiscard]] bool fails(const Finding& finding) const {
    return settings_.fail_on && finding.severity >= *settings_.fail_on;
  }

  void add_finding(pugi::xml_node& suite, const Document& document, const Finding& finding,
                   Position at) const {
    const std::string_view path = document.name;
    const bool lines = has_lines(document);
    const std::string place =
        lines ? fmt::format("{}:{}", at.line, at.column) : place_name(document, at.offset);
    pugi::xml_node test = add_case(suite, path, fmt::format("{} at {}", finding.rule, place));
    std::string text = fmt::format("{}:{}{}: {}: {}", path, lines ? "" : " ", place,
                                   to_string(finding.severity), finding.message);
    if (const std::string advice = advice_line(finding); !advice.empty()) text += "\n" + advice;
    pugi::xml_node body = test.append_child(fails(finding) ? "failure" : "system-out");
    if (fails(finding)) {
      set_attribute(body, "message", finding.message);
      set_attribute(body, "type", to_string(finding.severity));
    }
    set_text(body, text);
  }

  const RenderSettings& settings_;
};

}  // namespace

std::unique_ptr<const Renderer> make_junit_renderer(const RenderSettings& settings) {
  return std::make_unique<const JUnitRenderer>(settings);
}

}  // namespace personfirst
