#include "wasm/counted.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

bool is_line(const Json& json) {
  return json.is_number_unsigned() &&
         json.get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max();
}

// The file's lines; nothing when that is no list of ranges.
std::optional<ChangedFile> read_lines(const Json& list) {
  ChangedFile file;
  for (const Json& range : list) {
    if (!range.is_array() || range.size() != 2 || !is_line(range[0]) || !is_line(range[1]))
      return std::nullopt;
    file.lines.push_back({range[0].get<std::uint32_t>(), range[1].get<std::uint32_t>()});
  }
  return file;
}

}  // namespace

Counted Counted::read(OptionsReader& options) {
  Counted counted;
  if (const Json* lines = options.list("lines")) {
    counted.changed_ = read_lines(*lines);
    if (!counted.changed_) options.complain("lines", "must be a list of [first, last]");
  }
  const Json* known = options.list("known");
  if (known == nullptr) return counted;
  for (const Json& item : *known) {
    if (item.is_number_unsigned()) counted.known_.push_back(item.get<std::size_t>());
  }
  return counted;
}

Baseline Counted::baseline() const {
  return Baseline([this](const std::vector<bool>& prefer) {
    std::vector<bool> is_known(prefer.size());
    for (const std::size_t i : known_) {
      if (i < is_known.size()) is_known[i] = true;
    }
    return is_known;
  });
}

Sifted Counted::sift(const Document& document, LintResult& result) const {
  const Baseline known = baseline();
  return personfirst::sift(document, result, changed(), &known, false);
}

std::vector<bool> Counted::in_changed_lines(const Document& document, LintResult& result) const {
  std::vector<bool> is_in;
  const Baseline asked([&](const std::vector<bool>& is_old) {
    for (const bool old : is_old) is_in.push_back(!old);
    return std::vector<bool>(is_old.size());
  });
  static_cast<void>(personfirst::sift(document, result, changed(), &asked, false));
  return is_in;
}

CountedFix Counted::fix(const RuleSet& rules, const Document& document, const LintOptions& options,
                        FixLevel level) const {
  const Baseline known = baseline();
  return fix_counted(rules, document, options, level, changed(), &known);
}

Json to_json(const std::vector<LineRange>& lines) {
  Json list = Json::array();
  for (const LineRange& range : lines) list.push_back({range.first, range.last});
  return list;
}

}  // namespace personfirst::wasm
