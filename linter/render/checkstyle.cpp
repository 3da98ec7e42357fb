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

// A document is one element of three lines and more. All that is printed of a part is what lies
// between the first line and the last.
class CheckstyleParts final : public PartRenderer {
 public:
  explicit CheckstyleParts(const Document& document) : document_(document), positions_(document) {}

  [[nodiscard]] Rendered part(const Report& part, bool is_last) override {
    Rendered piece;
    if (!part.findings.empty()) {
      const std::string xml = element_with(part.findings);
      const std::size_t first = began_ ? xml.find('\n') + 1 : 0;
      const std::size_t last = xml.rfind('\n', xml.size() - 2) + 1;
      piece.text = xml.substr(first, last - first);
      end_ = xml.substr(last);
      began_ = true;
    }
    if (is_last) piece.text += end_;
    return piece;
  }

 private:
  [[nodiscard]] std::string element_with(std::span<const Finding> findings) {
    pugi::xml_document xml;
    pugi::xml_node file = xml.append_child("file");
    set_attribute(file, "name", document_.name);
    for (const Finding& finding : findings) add_error(file, finding);
    return to_xml(file, 1);
  }

  void add_error(pugi::xml_node& file, const Finding& finding) {
    const Position at = positions_.at(finding.span.begin);
    pugi::xml_node error = file.append_child("error");
    const bool lines = has_lines(document_);
    error.append_attribute("line").set_value(lines ? at.line : 1);
    error.append_attribute("column").set_value(lines ? at.column : 1);
    set_attribute(error, "severity", severity_of(finding));
    set_attribute(error, "message",
                  with_place(document_, finding.span.begin, full_message(finding)));
    set_attribute(error, "source", "personfirst." + finding.rule);
  }

  const Document& document_;
  Positions positions_;
  bool began_ = false;
  std::string end_;  // the element's last line
};

class CheckstyleRenderer final : public RendererInParts {
 public:
  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override {
    return std::make_unique<CheckstyleParts>(document);
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
