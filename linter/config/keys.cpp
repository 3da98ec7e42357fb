#include "linter/config/keys.h"

#include <algorithm>

namespace personfirst {
namespace {

constexpr std::string_view kLevels[] = {kOff, "hint", "warning", "error"};

const std::vector<KeyInfo>& table() {
  using K = ConfigKey;
  using S = ConfigShape;
  using M = ConfigMerge;
  static const std::vector<KeyInfo> keys = {
      {K::Schema, "$schema", S::Text, M::Own, true, false},
      {K::Root, "root", S::Flag, M::Own, true, false},
      {K::Extends, "extends", S::TextOrList, M::Own, true, false},
      {K::Packs, "packs", S::Texts, M::Replace, true, true},
      {K::Rules, "rules", S::Levels, M::ByName, true, true},
      {K::Allow, "allow", S::Texts, M::Append, true, true},
      {K::Preferred, "preferred", S::Wordings, M::ByName, true, true},
      {K::Quotations,
       "quotations",
       S::Word,
       M::Replace,
       true,
       true,
       {kOff, "hint", "warning", "as-written"},
       1},
      {K::Voice, "voice", S::Word, M::Replace, true, true, {"standard", "mutual-aid"}},
      {K::Spelling, "spelling", S::Word, M::Replace, true, true, {"from-text", "us", "uk"}},
      {K::Language, "language", S::TextOrByGlob, M::Replace, true, true},
      {K::Format, "format", S::ByGlob, M::Replace, true, true},
      {K::Values, "values", S::Texts, M::Replace, true, true},
      {K::MinSeverity,
       "minSeverity",
       S::Word,
       M::Replace,
       true,
       true,
       {"hint", "warning", "error"}},
      {K::RequireReason, "requireReason", S::Flag, M::Replace, true, true},
      {K::Include, "include", S::Texts, M::Replace, true, false},
      {K::Exclude, "exclude", S::Texts, M::Append, true, false},
      {K::RuleFiles, "ruleFiles", S::Texts, M::Append, true, false},
      {K::Overrides, "overrides", S::Blocks, M::Own, true, false},
      {K::Files, "files", S::Texts, M::Own, false, true},
  };
  return keys;
}

}  // namespace

std::span<const KeyInfo> config_keys() { return table(); }

const KeyInfo& info_of(ConfigKey key) { return table()[static_cast<std::size_t>(key)]; }

const KeyInfo* find_key(std::string_view name, bool in_override) {
  const auto found = std::find_if(table().begin(), table().end(), [&](const KeyInfo& info) {
    return info.name == name && (in_override ? info.in_override : info.on_top);
  });
  return found == table().end() ? nullptr : &*found;
}

std::vector<std::string> key_names(bool in_override) {
  std::vector<std::string> names;
  for (const KeyInfo& info : table()) {
    if (in_override ? info.in_override : info.on_top) names.emplace_back(info.name);
  }
  return names;
}

std::span<const std::string_view> level_words() { return kLevels; }

}  // namespace personfirst
