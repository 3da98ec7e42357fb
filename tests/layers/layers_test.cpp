// The invariants hold for the real sources, and the check that says so would notice if they did
// not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/layers/offences.h"

namespace personfirst::layers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Texts = std::vector<std::pair<std::string, std::string>>;  // path, text

void check(const Texts& texts, const std::vector<std::string>& expected) {
  SourceTree tree;
  for (const auto& [path, text] : texts) {
    tree.emplace(path, read_source(path.ends_with(".h") ? "#pragma once\n" + text : text));
  }
  EXPECT_EQ(offences(tree, {"people/hero"}), expected);
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  const std::regex id(R"re("id":\s*"([a-z0-9-]+/[a-z0-9-]+)")re");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(RULES_DIR)) {
    if (entry.path().extension() != ".json") continue;
    std::ostringstream stream;
    stream << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    const auto text = stream.str();
    for (std::sregex_iterator match(text.begin(), text.end(), id), end; match != end; ++match)
      ids.push_back((*match)[1]);
  }
  return ids;
}

TEST(Layers, TheSourcesKeepEveryInvariant) {
  const auto tree = read_tree(SOURCE_DIR, {"linter", "lsp"});
  ASSERT_TRUE(tree.contains("linter/linter.h"));
  EXPECT_THAT(offences(tree, rule_ids()), IsEmpty());
}

TEST(Layers, ALayerIncludesOnlyWhatItMay) {
  check({{"linter/text/a.h", ""}, {"linter/engine/b.h", "#include \"linter/text/a.h\"\n"}}, {});
  check({{"lsp/a.h", ""}, {"linter/engine/b.h", "#include \"lsp/a.h\"\n"}},
        {"linter/engine/b.h must not include lsp/a.h"});
  check({{"linter/rules/a.h", ""}, {"linter/render/b.cpp", "#include \"linter/rules/a.h\"\n"}},
        {"linter/render/b.cpp must not include linter/rules/a.h"});
  check({{"linter/markup/html.h", ""},
         {"linter/engine/b.cpp", "  #  include \"linter/markup/html.h\"\n"}},
        {"linter/engine/b.cpp must not include linter/markup/html.h"});
  check({{"linter/text/b.cpp", "#include \"a.h\"\n"}}, {"linter/text/b.cpp must not include a.h"});
  check({{"linter/text/b.cpp", "#include \"linter/text/a.h\"\n"}},
        {"linter/text/b.cpp includes linter/text/a.h, which is not there"});
  check({{"linter/render/b.cpp", "#include <re2/re2.h>\n"}},
        {"linter/render/b.cpp must not include <re2/re2.h>: it is another layer's library"});
  check({{"linter/own.h", ""}, {"linter/lint.cpp", "#include \"linter/own.h\"\n"}}, {});
  check({{"linter/own.h", ""}, {"linter/cli/b.cpp", "#include \"linter/own.h\"\n"}},
        {"linter/cli/b.cpp must not include linter/own.h"});
  check({{"other/b.cpp", ""}}, {"other/b.cpp is in no layer that tests/layers knows"});
}

TEST(Layers, AHeavyLibraryStaysBehindItsLayersHeaders) {
  const std::string engine = "#include \"linter/rules/a.h\"\n";
  check({{"linter/rules/a.cpp", "#include <re2/re2.h>\n"},
         {"linter/rules/a.h", ""},
         {"linter/engine/b.cpp", engine}},
        {});
  check({{"linter/rules/a.h", "#include <re2/re2.h>\n"},
         {"linter/rules/c.cpp", "#include \"linter/rules/a.h\"\n"}},
        {});
  check({{"linter/rules/a.h", "#include <re2/re2.h>\n"}, {"linter/engine/b.cpp", engine}},
        {"linter/engine/b.cpp gets <re2/re2.h> by linter/rules/a.h"});
  check({{"linter/rules/a.h", "#include \"linter/rules/c.h\"\n"},
         {"linter/rules/c.h", "#include \"linter/rules/a.h\"\n#include <nlohmann/json.hpp>\n"},
         {"linter/engine/b.cpp", engine}},
        {"linter/engine/b.cpp gets <nlohmann/json.hpp> by linter/rules/a.h"});
}

TEST(Layers, OnlyFrontEndsTouchFilesThreadsClocksAndExceptions) {
  check({{"linter/cli/a.cpp", "#include <fstream>\nvoid f() { throw 1; }\n"}}, {});
  check({{"linter/text/a.cpp", "#include <fstream>\n"}},
        {"linter/text/a.cpp must not include <fstream>: only front ends may"});
  check({{"linter/text/a.cpp", "void f() { throw 1; }\n"}},
        {"linter/text/a.cpp must not say `throw`: only front ends may"});
  check({{"linter/text/a.cpp", "auto x = std::getenv(\"X\");\n"}},
        {"linter/text/a.cpp must not say `getenv`: only front ends may"});
  check({{"linter/text/a.cpp",
          "// throw\n/* try\n catch */ auto s = \"throw \\\" throw\"; int throwaway = 1'000;\n"}},
        {});
}

TEST(Layers, WordsAreData) {
  check({{"linter/text/a.cpp", "// an addict\nauto s = \"hero\";\n"}}, {});
  check({{"linter/text/a.cpp", "auto s = \"an Addict\";\n"}},
        {"linter/text/a.cpp holds the word “Addict”: words are data"});
  check({{"linter/text/a.cpp", "auto s = R\"x(a \"junkie\")x\"; int throws;\n"}},
        {"linter/text/a.cpp holds the word “junkie”: words are data"});
  check({{"linter/text/a.cpp", "auto s = \"people/hero\";\n"}},
        {"linter/text/a.cpp names the rule people/hero"});
}

TEST(Layers, ATypeNameIsGivenOnceInANamespace) {
  const std::string ours = "\nnamespace personfirst {\n";
  check({{"linter/markup/a.h", ours + "struct A {};\nclass B final {};\nstruct C;\n"},
         {"linter/render/b.h", ours + "enum class A {};\n"},
         {"linter/render/c.h", ours + "class B : public C {};\n"}},
        {"linter/render/b.h defines personfirst::A, which stands in linter/markup/a.h",
         "linter/render/c.h defines personfirst::B, which stands in linter/markup/a.h"});
  check({{"linter/text/a.h", ours + "struct A {};\nstruct B;\n"},
         {"linter/text/b.h", ours + "struct B {\n  struct A {};\n};\n"},
         {"lsp/a.h", "\nnamespace personfirst::lsp {\nstruct A {};\n"}},
        {});
}

TEST(Layers, EveryHeaderIsIncludedOnce) {
  SourceTree tree;
  tree.emplace("linter/text/a.h", read_source("int f();\n"));
  EXPECT_THAT(offences(tree), ElementsAre("linter/text/a.h has no #pragma once"));
}

}  // namespace
}  // namespace personfirst::layers
