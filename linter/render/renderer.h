// What every output format has in common.
//
// A renderer turns documents and what was found in them into text for people or programs. It knows
// plain data only (Document, Finding, Problem, RuleInfo), writes to a string, and is const: one
// renderer may serve several threads, and the caller puts the pieces together in the order it
// likes:
//
//     begin  document (separator document)*  end
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "linter/finding.h"
#include "linter/text/document.h"

namespace personfirst {

// Counted over all documents of one run.
struct Totals {
  std::uint64_t files = 0;  // that were read and checked
  std::uint64_t files_with_findings = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t hints = 0;
  std::uint64_t problems = 0;
  std::uint64_t fixed_files = 0;  // rewritten by --fix
  std::uint64_t applied = 0;      // rewordings in them

  [[nodiscard]] std::uint64_t findings() const { return errors + warnings + hints; }
  void add(const Totals& other);
};

[[nodiscard]] Totals count(std::span<const Finding> findings, std::span<const Problem> problems);

class Renderer {
 public:
  virtual ~Renderer() = default;

  virtual void begin(std::string& out) const { static_cast<void>(out); }
  virtual void document(const Document& document, std::span<const Finding> findings,
                        std::span<const Problem> problems, std::string& out) const = 0;
  [[nodiscard]] virtual std::string_view separator() const { return {}; }
  virtual void end(const Totals& totals, std::string& out) const {
    static_cast<void>(totals);
    static_cast<void>(out);
  }
};

}  // namespace personfirst
