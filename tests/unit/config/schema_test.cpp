// The schema that ships, the table of keys and the files of this folder tell the same story.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "linter/config/embedded_config.h"
#include "linter/config/keys.h"
#include "tests/unit/config/fake_files.h"

namespace personfirst {
namespace {

using Json = nlohmann::ordered_json;

std::string read(const std::string& name) {
  std::ifstream in(SOURCE_DIR "/linter/config/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return sorted(keys);
}

TEST(ConfigSchema, ItIsTheFileInThisFolderByteForByte) {
  EXPECT_EQ(config_schema(), read("personfirst.schema.json"));
  EXPECT_EQ(starter_config(), read("starter.jsonc"));
  ASSERT_FALSE(embedded_presets().empty());
  for (const EmbeddedPreset& preset : embedded_presets())
    EXPECT_EQ(preset.text, read("presets/" + std::string(preset.name) + ".json"));
}

TEST(ConfigSchema, ItHasTheKeysThatTheReaderKnows) {
  const Json schema = Json::parse(config_schema());
  EXPECT_EQ(keys_of(schema["properties"]), sorted(key_names(false)));
  EXPECT_EQ(keys_of(schema["definitions"]["override"]["properties"]), sorted(key_names(true)));
}

TEST(ConfigSchema, ItHasTheWordsAndDefaultsThatTheReaderKnows) {
  const Json schema = Json::parse(config_schema());
  for (const KeyInfo& info : config_keys()) {
    if (info.shape != ConfigShape::Word) continue;
    const Json& key = schema["properties"][std::string(info.name)];
    EXPECT_EQ(key["enum"], Json(info.words)) << info.name;
    EXPECT_EQ(key["default"], Json(info.words[info.default_word])) << info.name;
    EXPECT_EQ(key, schema["definitions"]["override"]["properties"][std::string(info.name)]);
  }
  EXPECT_EQ(schema["definitions"]["level"]["enum"], Json(level_words()));
}

TEST(ConfigKeys, TheTableIsInTheOrderOfTheKeys) {
  for (std::size_t i = 0; i < config_keys().size(); ++i)
    EXPECT_EQ(static_cast<std::size_t>(config_keys()[i].key), i) << config_keys()[i].name;
}

}  // namespace
}  // namespace personfirst
