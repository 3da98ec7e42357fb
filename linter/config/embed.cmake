# Puts the presets, the schema and the start for `init` into the program. Run by CMake as a script, at build time:
#   cmake -D FOLDER=linter/config -D OUT=embedded_config.cpp -P embed.cmake

function(literal path result)
  file(READ ${path} text)
  # A string literal may have about 16,000 bytes with some compilers: more than any of these files.
  set(${result} "R\"config(${text})config\"" PARENT_SCOPE)
endfunction()

file(GLOB presets ${FOLDER}/presets/*.json)
list(SORT presets)
set(rows "")
foreach(preset IN LISTS presets)
  cmake_path(GET preset STEM name)
  literal(${preset} text)
  string(APPEND rows "    {\"${name}\", ${text}},\n")
endforeach()
literal(${FOLDER}/personfirst.schema.json schema)
literal(${FOLDER}/starter.jsonc starter)

file(WRITE ${OUT} "// Written by embed.cmake from the files in linter/config.
#include \"linter/config/embedded_config.h\"

namespace personfirst {
namespace {

constexpr EmbeddedPreset kPresets[] = {
${rows}};
constexpr std::string_view kSchema = ${schema};
constexpr std::string_view kStarter = ${starter};

}  // namespace

std::span<const EmbeddedPreset> embedded_presets() { return kPresets; }
std::string_view embedded_config_schema() { return kSchema; }
std::string_view embedded_starter_config() { return kStarter; }

}  // namespace personfirst
")
