#include "linter/render/checkstyle.h"

#include "linter/render/phrases.h"
#include "linter/render/place_names.h"
#include "linter/render/positions.h"
#include "linter/render/xml_parts.h"

namespace personfirst {
namespace {

const char* severity_of(const Finding& finding) {
  switch (finding.severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Hint:
      return "info";
  }
  return "";
}

class CheckstyleComposer final : public Composer {
 public:
  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  }
  void end(const Tally&, std::string& out) override { out += "</checkstyle>\n"; }
};

class CheckstyleRenderer final : public Renderer {
 public:
  [[nodiscard]] Rendered document(const Report& report) const override {
    if (report.findings.empty()) return {};
    Positions positions(report.document);
    pugi::xml_document xml;
    pugi::xml_node file = xml.append_child("file");
    set_attribute(file, "name", report.document.name);
    for (const Finding& finding : report.findings) {
      const Position at = positions.at(finding.span.begin);
      pugi::xml_node error = file.append_child("error");
      const bool lines = has_lines(report.document);
      error.append_attribute("line").set_value(lines ? at.line : 1);
      error.append_attribute("column").set_value(lines ? at.column : 1);
      set_attribute(error, "severity", severity_of(finding));
      set_attribute(error, "message",
                    with_place(report.document, finding.span.begin, full_message(finding)));
      set_attribute(error, "source", "personfirst." + finding.rule);
    }
    Rendered piece;
    piece.text = to_xml(file, 1);
    return piece;
  }

  [[nodiscard]] std::unique_ptr<Composer> composer() const override {
    return std::make_unique<CheckstyleComposer>();
  }
};

}  // namespace

std::unique_ptr<const Renderer> make_checkstyle_renderer() {
  return std::make_unique<const CheckstyleRenderer>();
}

}  // namespace personfirst
