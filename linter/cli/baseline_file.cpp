#include "linter/cli/baseline_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "linter/files/new_file.h"
#include "linter/render/printable.h"
#include "linter/text/name_globs.h"

namespace personfirst {
namespace {

constexpr std::size_t kMostNotes = 20;

bool fits_any(const std::vector<std::string>& globs, const std::string& rule) {
  return std::ranges::any_of(globs, [&](const std::string& glob) { return name_fits(glob, rule); });
}

// Could the run have found it? What the command line left out is not called stale.
bool is_asked_for(const std::string& rule, const RuleArgs& args) {
  if (!args.packs.empty() || args.min_severity) return false;
  if (!args.select.empty() && !fits_any(args.select, rule)) return false;
  return !fits_any(args.ignore, rule);
}

}  // namespace

Result<BaselineFile> BaselineFile::open(const LintArgs& args) {
  BaselineFile file;
  file.writes_ = !args.write_baseline.empty();
  file.prunes_ = args.prune_baseline;
  file.rules_ = args.rules;
  file.path_ = file.writes_ ? args.write_baseline : args.baseline;
  if (file.path_.empty()) return file;
  Result<Baseline> baseline =
      file.writes_ ? Result<Baseline>(Baseline::empty(file.path_)) : Baseline::read(file.path_);
  if (!baseline) return tl::unexpected(baseline.error());
  file.baseline_ = std::make_unique<const Baseline>(*std::move(baseline));
  file.tally_ = std::make_unique<BaselineTally>(*file.baseline_);
  return file;
}

void BaselineFile::add(Compared compared) {
  std::erase_if(compared.stale,
                [&](const auto& entry) { return !is_asked_for(entry.first.rule, rules_); });
  if (tally_) tally_->add(std::move(compared));
}

std::vector<std::string> BaselineFile::notes() const {
  std::vector<std::string> notes;
  if (!tally_ || writes_) return notes;
  for (const BaselineTally::Rename& rename : tally_->renames()) {
    notes.push_back(fmt::format("{}: {} seems to be renamed to {}", path_, printable(rename.from),
                                printable(rename.to)));
  }
  const BaselineCounts stale = tally_->stale();
  std::size_t left = stale.size();
  for (const auto& [entry, count] : stale) {
    if (stale.size() - left == kMostNotes) break;
    --left;
    notes.push_back(fmt::format("{}: {}: {} “{}”: no longer found{}", path_, printable(entry.path),
                                entry.rule, printable(entry.words),
                                count == 1 ? "" : fmt::format(" ({} times)", count)));
  }
  if (left > 0) notes.push_back(fmt::format("{}: and {} more", path_, left));
  if (!stale.empty() && !prunes_)
    notes.push_back(fmt::format("{}: --prune-baseline takes out what is no longer found", path_));
  return notes;
}

Result<void> BaselineFile::write(bool incomplete) const {
  if (!tally_ || (!writes_ && !prunes_)) return {};
  if (incomplete)
    return tl::unexpected(Error{path_, "not written: something could not be checked"});
  const BaselineCounts counts = writes_ ? tally_->found() : tally_->pruned();
  if (!writes_ && counts == baseline_->counts()) return {};
  Result<NewFile> file = NewFile::create(path_);
  if (!file) return tl::unexpected(file.error());
  file->write(to_text(counts));
  return file->commit();
}

}  // namespace personfirst
