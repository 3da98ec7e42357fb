// What every output format has in common.
//
// A renderer turns one document and what was found in it into a piece of output. It knows plain
// data only (Document, Finding, Problem, RuleInfo) and is const: one renderer serves any number of
// threads. A composer puts the pieces of one run together, in the order they are given; it belongs
// to one run and one thread:
//
//     begin  add*  end
//
// So a run over many files needs no more memory than its largest ones. What a format shows first
// but knows last (a summary, charts) it can only show by keeping its pieces; such formats keep a
// bounded number and say what they left out.
//
// Most formats also render a document in parts, as it is linted (lint_in_parts), so that neither
// its findings nor what is said of them need ever be in memory together. Formats that begin with a
// document's counts cannot.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/finding.h"
#include "linter/linter.h"
#include "linter/result.h"
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

// What people may read about the rules that a document was checked with. Sorted by id.
struct RuleList {
  std::vector<RuleInfo> rules;
  std::vector<Source> sources;
};

// One document and what is to be said about it. Everything must outlive the call it is handed to.
struct Report {
  const Document& document;
  std::span<const Finding> findings;
  std::span<const Problem> problems = {};
  std::span<const Suppressed> suppressed = {};  // by comments in the document
  std::span<const Finding> known = {};          // by a baseline: not counted
  const RuleList* rules = nullptr;              // where they are not the run's own
};

struct Counts {
  std::uint64_t errors = 0, warnings = 0, hints = 0;
  [[nodiscard]] std::uint64_t all() const { return errors + warnings + hints; }
  void add(Severity severity);
  void add(const Counts& other);
};

struct DocumentCounts {
  std::string name;
  Counts counts;
};

// What a run came to. Grows with the rules that found something and the documents they found it
// in.
struct Tally {
  Totals totals;
  // Also those that found only what was suppressed or known, with counts of zero.
  std::map<std::string, Counts, std::less<>> rules;
  std::vector<DocumentCounts> documents;  // those with findings, in order
  std::uint64_t suppressed = 0;
  std::uint64_t known = 0;
  std::vector<Error> errors;  // what could not be done

  void add(Tally other);
};

// Of one document.
[[nodiscard]] Tally tally_of(const Report& report);
// The same of one whose report comes in parts.
class DocumentTally {
 public:
  explicit DocumentTally(std::string name) : name_(std::move(name)) {}

  void add(const Report& part);
  [[nodiscard]] Tally tally() const;

 private:
  std::string name_;
  Tally tally_;  // but for the totals of findings
  Counts counts_;
};

// What one document, or a part of it, comes to in one output.
struct Rendered {
  std::string text;
  std::string aside;         // belongs elsewhere in the output (SARIF's notifications)
  std::size_t findings = 0;  // shown in `text`
  bool goes_on = false;      // the piece before this one is of the same document
};

class Composer {
 public:
  virtual ~Composer() = default;

  virtual void begin(std::string& out) { static_cast<void>(out); }
  virtual void add(Rendered piece, std::string& out) {
    if (out.empty()) {
      out.swap(piece.text);
    } else {
      out += piece.text;
    }
  }
  virtual void end(const Tally& tally, std::string& out) {
    static_cast<void>(tally);
    static_cast<void>(out);
  }
};

// One document, part after part. All the pieces, one after the other, are the one of the whole.
// For one thread; must not outlive the renderer and the document.
class PartRenderer {
 public:
  virtual ~PartRenderer() = default;

  // `part` holds findings behind those of the part before. Problems come in the first part; what is
  // suppressed or known, in the last, which there must be.
  [[nodiscard]] virtual Rendered part(const Report& part, bool is_last) = 0;
};

class Renderer {
 public:
  virtual ~Renderer() = default;

  [[nodiscard]] virtual Rendered document(const Report& report) const = 0;
  // Null: this format needs all of a document at once.
  [[nodiscard]] virtual std::unique_ptr<PartRenderer> parts(const Document& document) const {
    static_cast<void>(document);
    return nullptr;
  }
  // Must not outlive the renderer.
  [[nodiscard]] virtual std::unique_ptr<Composer> composer() const {
    return std::make_unique<Composer>();
  }
};

// Of a format that is written as findings come: a whole document is one part.
class RendererInParts : public Renderer {
 public:
  [[nodiscard]] Rendered document(const Report& report) const final {
    return parts(report.document)->part(report, true);
  }
  [[nodiscard]] std::unique_ptr<PartRenderer> parts(const Document& document) const override = 0;
};

}  // namespace personfirst
