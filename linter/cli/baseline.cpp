#include "linter/cli/baseline.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "linter/files/files.h"
#include "linter/render/fingerprint.h"

namespace personfirst {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int kVersion = 1;

std::string quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

fs::path real_path(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  const fs::path real = fs::weakly_canonical(absolute, error);
  return error ? absolute.lexically_normal() : real;
}

std::string folder_of(const std::string& file) {
  return real_path(real_path(file).parent_path()).string();
}

tl::unexpected<Error> bad(const std::string& name, const std::string& what) {
  return tl::unexpected(Error{name, what});
}

bool is_text(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string();
}

std::uint32_t common(const BaselineCounts& a, const BaselineCounts& b) {
  std::uint32_t sum = 0;
  for (const auto& [entry, count] : a) {
    const auto other = b.find(entry);
    if (other != b.end()) sum += std::min(count, other->second);
  }
  return sum;
}

BaselineCounts with_path(const BaselineCounts& counts, const std::string& path) {
  BaselineCounts renamed;
  for (const auto& [entry, count] : counts)
    renamed[{path, entry.rule, entry.words, entry.around}] += count;
  return renamed;
}

void subtract(BaselineCounts& from, const BaselineCounts& what) {
  for (const auto& [entry, count] : what) {
    const auto found = from.find(entry);
    if (found == from.end()) continue;
    found->second -= std::min(found->second, count);
    if (found->second == 0) from.erase(found);
  }
}

void add(BaselineCounts& to, const BaselineCounts& what) {
  for (const auto& [entry, count] : what) to[entry] += count;
}

}  // namespace

std::string to_text(const BaselineCounts& counts) {
  std::string text = "{\n  \"version\": " + std::to_string(kVersion) + ",\n  \"findings\": [";
  bool first = true;
  for (const auto& [entry, count] : counts) {
    text += first ? "\n    " : ",\n    ";
    first = false;
    text += "{\"path\": " + quoted(entry.path) + ", \"rule\": " + quoted(entry.rule) +
            ", \"words\": " + quoted(entry.words) + ", \"around\": " + quoted(entry.around) +
            ", \"count\": " + std::to_string(count) + "}";
  }
  return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

Result<BaselineCounts> parse_baseline(const std::string& name, std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return bad(name, "is not JSON");
  if (!json.is_object() || !json.contains("findings") || !json["findings"].is_array())
    return bad(name, "is not a baseline: it has no list of findings");
  if (!json.contains("version") || json["version"] != kVersion)
    return bad(name, "is a baseline of another version; write it anew");
  BaselineCounts counts;
  std::size_t number = 0;
  for (const Json& entry : json["findings"]) {
    const std::string where = name + ": findings[" + std::to_string(number++) + "]";
    const bool whole = entry.is_object() && is_text(entry, "path") && is_text(entry, "rule") &&
                       is_text(entry, "words") && is_text(entry, "around") &&
                       entry.contains("count") && entry["count"].is_number_unsigned();
    if (!whole) return bad(where, "needs path, rule, words, around and count");
    counts[{entry["path"], entry["rule"], entry["words"], entry["around"]}] +=
        entry["count"].get<std::uint32_t>();
  }
  return counts;
}

Baseline Baseline::empty(const std::string& file) {
  Baseline baseline;
  baseline.folder_ = folder_of(file);
  return baseline;
}

Result<Baseline> Baseline::read(const std::string& file) {
  const Result<FileContents> contents = read_file(file);
  if (!contents) return tl::unexpected(contents.error());
  Result<BaselineCounts> counts = parse_baseline(file, contents->bytes);
  if (!counts) return tl::unexpected(counts.error());
  Baseline baseline = empty(file);
  baseline.counts_ = *std::move(counts);
  for (const auto& [entry, count] : baseline.counts_) {
    std::error_code error;
    if (!fs::exists(fs::path(baseline.folder_) / entry.path, error))
      baseline.missing_.insert(entry.path);
  }
  return baseline;
}

Compared Baseline::compare(const Document& document, std::span<const Finding> findings,
                           const std::vector<bool>& prefer) const {
  Compared compared;
  compared.known.resize(findings.size());
  const std::string path = real_path(document.name).lexically_relative(folder_).generic_string();
  std::vector<BaselineEntry> entries;
  for (const Finding& finding : findings) {
    entries.push_back({path, finding.rule, words_of(document, finding.span),
                       neighbours_of(document, finding.span)});
    ++compared.found[entries.back()];
  }
  BaselineCounts left = entries_of(path);
  if (left.empty() && !findings.empty()) {
    compared.renamed_from = former_path(compared.found);
    if (compared.renamed_from) left = with_path(entries_of(*compared.renamed_from), path);
  }
  for (const bool first : {true, false}) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (first != (prefer.empty() || prefer[i])) continue;
      const auto entry = left.find(entries[i]);
      if (entry == left.end()) continue;
      compared.known[i] = true;
      if (--entry->second == 0) left.erase(entry);
    }
  }
  compared.stale = std::move(left);
  return compared;
}

BaselineCounts Baseline::entries_of(const std::string& path) const {
  BaselineCounts entries;
  for (auto entry = counts_.lower_bound({path, "", "", ""});
       entry != counts_.end() && entry->first.path == path; ++entry)
    entries.insert(*entry);
  return entries;
}

// The one with the most findings in common, the first of those that are alike.
std::optional<std::string> Baseline::former_path(const BaselineCounts& found) const {
  std::optional<std::string> best;
  std::uint32_t most = 0;
  for (const std::string& path : missing_) {
    const std::uint32_t shared = common(with_path(found, path), entries_of(path));
    if (shared <= most) continue;
    most = shared;
    best = path;
  }
  return best;
}

void BaselineTally::add(Compared compared) {
  if (compared.renamed_from) {
    const std::string to = compared.found.begin()->first.path;
    renames_.push_back({*compared.renamed_from, to});
    BaselineCounts still = compared.found;
    BaselineCounts fresh = compared.found;
    subtract(fresh, with_path(baseline_.entries_of(*compared.renamed_from), to));
    subtract(still, fresh);
    personfirst::add(moved_, still);
  }
  personfirst::add(stale_, compared.stale);
  personfirst::add(found_, compared.found);
}

BaselineCounts BaselineTally::stale() const {
  BaselineCounts stale = stale_;
  for (const auto& [entry, count] : baseline_.counts()) {
    const auto moved = std::ranges::find(renames_, entry.path, &Rename::from);
    if (baseline_.missing_paths().contains(entry.path) && moved == renames_.end())
      stale[entry] += count;
  }
  return stale;
}

BaselineCounts BaselineTally::pruned() const {
  BaselineCounts kept;
  for (const auto& [entry, count] : baseline_.counts()) {
    if (!baseline_.missing_paths().contains(entry.path)) kept[entry] = count;
  }
  subtract(kept, stale_);
  personfirst::add(kept, moved_);
  return kept;
}

}  // namespace personfirst
