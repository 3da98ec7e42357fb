// The keys of a configuration, as one table: what each holds, and how a nearer file joins a farther
// one. The reader, the merging and `config show` all go by it; personfirst.schema.json describes
// the same keys to editors (a test compares the two).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace personfirst {

enum class ConfigKey : std::uint8_t {
  Schema,
  Root,
  Extends,
  Packs,
  Rules,
  Allow,
  Preferred,
  Quotations,
  Voice,
  Spelling,
  Language,
  Format,
  Values,
  MinSeverity,
  RequireReason,
  Include,
  Exclude,
  RuleFiles,
  Overrides,
  Files,
};

enum class ConfigShape : std::uint8_t {
  Flag,        // true or false
  Word,        // one of KeyInfo::words
  Text,        // any text
  Texts,       // a list of texts
  TextOrList,  // one text, or a list
  Levels,      // rule id or glob -> level
  Wordings,    // rule id -> text
  ByGlob,      // file glob -> text
  TextOrByGlob,
  Blocks,  // overrides
};

enum class ConfigMerge : std::uint8_t {
  Own,      // means its own file only
  Replace,  // the nearest value
  Append,   // all values, farthest first
  ByName,   // the nearest value of each name
};

struct KeyInfo {
  ConfigKey key;
  std::string_view name;
  ConfigShape shape;
  ConfigMerge merge;
  bool on_top;       // may stand at the top level
  bool in_override;  // may stand in an override; Language and Format are plain texts there
  std::vector<std::string_view> words = {};
  std::size_t default_word = 0;
};

[[nodiscard]] std::span<const KeyInfo> config_keys();
[[nodiscard]] const KeyInfo& info_of(ConfigKey key);
// Null when there is no such key there.
[[nodiscard]] const KeyInfo* find_key(std::string_view name, bool in_override);
[[nodiscard]] std::vector<std::string> key_names(bool in_override);

// What a rule may be set to; and the fields of the long form {"level": ..., "preferred": ...}.
[[nodiscard]] std::span<const std::string_view> level_words();
inline constexpr std::string_view kOff = "off";
inline constexpr std::string_view kLevelField = "level";
inline constexpr std::string_view kPreferredField = "preferred";

}  // namespace personfirst
