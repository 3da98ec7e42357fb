// What is written straight into the output is what the library would write.
#include "linter/render/json_writer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "linter/render/json_parts.h"

namespace personfirst {
namespace {

void check(const std::string& text) {
  std::string out = "before";
  append_json(text, out);
  EXPECT_EQ(out, "before" + dump(text));
}

TEST(JsonWriter, WritesTextsAsTheLibraryDoes) {
  check("");
  check("plain");
  check("“curly”, \"straight\" and a \\ and a /");
  for (int byte = 0; byte < 256; ++byte) {
    check(std::string(1, static_cast<char>(byte)));
    check("seventeen bytes, " + std::string(1, static_cast<char>(byte)) + " and some more behind");
  }
}

TEST(JsonWriter, WritesRandomBytesAsTheLibraryDoes) {
  constexpr int kTexts = 4000;
  const std::string characters = "aé\xE2\x82\xAC\xF0\x9F\x98\x80\xED\xA0\x80\xC0\xFF\"\\\n\x1F\x7F";
  std::mt19937 random(3);  // NOLINT(cert-msc51-cpp): the same texts each time
  for (int i = 0; i < kTexts; ++i) {
    std::string text;
    const std::size_t size = random() % 40;
    while (text.size() < size) text += characters[random() % characters.size()];
    check(text);
  }
}

TEST(JsonWriter, WritesNumbersAndMembers) {
  std::string out;
  JsonMembers members(out);
  members.add("least", 0U);
  members.add("most", 4294967295U);
  members.name("text");
  append_json("x", out);
  EXPECT_EQ(out, R"("least":0,"most":4294967295,"text":"x")");
  JsonMembers more(out, false);
  more.add("y", 1U);
  EXPECT_EQ(out, R"("least":0,"most":4294967295,"text":"x","y":1)");
}

}  // namespace
}  // namespace personfirst
