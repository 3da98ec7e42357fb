# Everything that the module is linked with, made from source, under the names that find_package gives the shared libraries.
# See README.md.

enable_language(ASM)
set(wasm_dir ${CMAKE_CURRENT_LIST_DIR})
set(wasm_parts ${CMAKE_BINARY_DIR}/parts CACHE PATH "Folder with the sources of ICU, RE2, MD4C and pugixml")
set(wasm_out ${CMAKE_BINARY_DIR}/made)
file(MAKE_DIRECTORY ${wasm_out})

# Small, but for what reads every byte of a document: those ask for -O2. The linker sees all code at once (-flto). An instance has
# one thread, and is never taken down tidily. Without --no-wasm-opt, clang would look for another optimizer on the machine, and
# the module would depend on what it finds; CMakeLists.txt calls it with the steps that help.
add_compile_options(-Oz -flto -ffunction-sections -fdata-sections)
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics;-fno-c++-static-destructors>")
add_link_options(-flto -Wl,-mllvm,-inline-threshold=0 -Wl,--gc-sections -Wl,--strip-all --no-wasm-opt)
add_library(wasm_missing STATIC
  ${wasm_dir}/shims/stack_guard.c ${wasm_dir}/shims/ends.cpp ${wasm_dir}/shims/ascii_wide.c
  ${wasm_dir}/shims/hex_printf.c)
link_libraries(wasm_missing)

# ---- sources ----
file(SHA256 ${wasm_dir}/fetch-parts fetch_hash)
set(fetched)
if(EXISTS ${wasm_parts}/fetched)
  file(READ ${wasm_parts}/fetched fetched)
endif()
if(NOT fetched STREQUAL fetch_hash)
  message(STATUS "Fetching the sources of ICU, RE2, MD4C and pugixml from Debian's archive")
  execute_process(COMMAND ${wasm_dir}/fetch-parts ${wasm_parts} RESULT_VARIABLE fetch_status)
  if(NOT fetch_status EQUAL 0)
    message(FATAL_ERROR "The sources could not be fetched (${fetch_status}). That needs a network, once.")
  endif()
  file(WRITE ${wasm_parts}/fetched ${fetch_hash})
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${wasm_dir}/fetch-parts ${wasm_dir}/icu_sources.txt)

# wasm_library(<target> <public include folder> <sources>): other people's code, compiled without a word.
function(wasm_library target include)
  string(REPLACE "::" "_" plain ${target})
  add_library(wasm_${plain} STATIC ${ARGN})
  target_include_directories(wasm_${plain} SYSTEM PUBLIC ${include})
  target_compile_options(wasm_${plain} PRIVATE -w)
  add_library(${target} ALIAS wasm_${plain})
endfunction()

# Libraries that are headers alone come from Debian's packages. The folder of all headers holds glibc's, too, so that these
# get one of their own.
set(header_dir ${wasm_out}/include)
file(MAKE_DIRECTORY ${header_dir})
foreach(headers nlohmann fmt tl)
  file(CREATE_LINK /usr/include/${headers} ${header_dir}/${headers} SYMBOLIC)
endforeach()
function(wasm_headers target)
  string(REPLACE "::" "_" plain ${target})
  add_library(wasm_${plain} INTERFACE)
  target_include_directories(wasm_${plain} SYSTEM INTERFACE ${header_dir})
  target_compile_definitions(wasm_${plain} INTERFACE ${ARGN})
  add_library(${target} ALIAS wasm_${plain})
endfunction()
wasm_headers(nlohmann_json::nlohmann_json)
wasm_headers(tl::expected)
# Without libc++'s locales; nothing prints fractions or numbers of 128 bits.
wasm_headers(fmt::fmt FMT_HEADER_ONLY=1 "FMT_STATIC_THOUSANDS_SEPARATOR=','"
  FMT_USE_FLOAT=0 FMT_USE_DOUBLE=0 FMT_USE_LONG_DOUBLE=0 FMT_USE_INT128=0)

# ---- ICU, with as much of its code and data as is used ----
set(icu_source ${wasm_parts}/icu/source)
set(icu_name icudt72l)
find_program(ICUPKG icupkg REQUIRED PATHS /usr/sbin /sbin)
find_program(GENCMN gencmn REQUIRED PATHS /usr/sbin /sbin)
find_program(GENCNVAL gencnval REQUIRED)
# As the static programs have it, in two: what the module holds, and charsets.dat for hosts that want East Asia's, too.
file(STRINGS ${CMAKE_SOURCE_DIR}/.ci/cmake/static/icu_items.txt icu_items)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/.ci/cmake/static/icu_items.txt)
set(icu_items_charsets ${icu_items})
list(FILTER icu_items_charsets INCLUDE REGEX "^(euc-jp|gb18030|ibm-943|ibm-970|ibm-1373|windows-950)")
list(REMOVE_ITEM icu_items ${icu_items_charsets})
# The list of charsets' names is our own: a thirtieth of ICU's.
set(icu_charset_names ${wasm_dir}/charset_names.txt)
# wasm_icu_data(<folder below made> <items>): ${icu_name}.dat there
function(wasm_icu_data folder)
  set(out ${wasm_out}/${folder})
  list(JOIN ARGN "\n" lines)
  file(CONFIGURE OUTPUT ${out}/items.txt CONTENT "${lines}\n" @ONLY)
  list(REMOVE_ITEM ARGN cnvalias.icu)
  list(JOIN ARGN "\n" lines)
  file(CONFIGURE OUTPUT ${out}/icu_items.txt CONTENT "${lines}\n" @ONLY)
  add_custom_command(
    OUTPUT ${out}/${icu_name}.dat
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${out}/items
    COMMAND ${CMAKE_COMMAND} -E make_directory ${out}/items
    COMMAND ${ICUPKG} -x ${out}/icu_items.txt -d ${out}/items ${icu_source}/data/in/${icu_name}.dat
    COMMAND ${GENCNVAL} -d ${out}/items ${icu_charset_names}
    COMMAND ${CMAKE_COMMAND} -E chdir ${out}/items ${GENCMN} -n ${icu_name} -d ${out} -c -s . 0 ${out}/items.txt
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${out}/items
    DEPENDS ${out}/items.txt ${icu_charset_names}
    COMMENT "Cutting ICU's data down to what is used (${folder})"
    VERBATIM)
endfunction()
wasm_icu_data(data ${icu_items})
wasm_icu_data(charsets ${icu_items_charsets})
add_custom_target(wasm_charsets ALL
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${wasm_out}/charsets/${icu_name}.dat ${CMAKE_BINARY_DIR}/charsets.dat
  DEPENDS ${wasm_out}/charsets/${icu_name}.dat)
set_source_files_properties(${wasm_dir}/icu_data.S PROPERTIES
  COMPILE_DEFINITIONS "PERSONFIRST_ICU_DATA=\"${wasm_out}/data/${icu_name}.dat\""
  OBJECT_DEPENDS ${wasm_out}/data/${icu_name}.dat)

file(STRINGS ${wasm_dir}/icu_sources.txt icu_files REGEX "^[^#]")
list(TRANSFORM icu_files PREPEND ${icu_source}/)
set(character_data ${wasm_out}/characters/character_data.h)
add_custom_command(
  OUTPUT ${character_data}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${wasm_out}/characters
  COMMAND node ${wasm_dir}/characters.mjs
    ${icu_source}/common/uchar_props_data.h ${wasm_parts}/re2/re2/unicode_groups.cc ${character_data}
  DEPENDS ${wasm_dir}/characters.mjs
  COMMENT "Writing down what is asked of characters"
  VERBATIM)
wasm_library(ICU::uc ${icu_source}/common ${icu_files} ${wasm_dir}/icu_data.S
  ${wasm_dir}/shims/characters.cpp ${wasm_dir}/shims/no_dictionaries.cpp ${wasm_dir}/shims/no_locale.cpp ${character_data})
target_include_directories(wasm_ICU_uc SYSTEM PUBLIC ${icu_source}/i18n)
target_include_directories(wasm_ICU_uc PRIVATE ${wasm_out}/characters)
# Under other names, since characters.cpp answers these.
set_property(SOURCE ${icu_source}/common/uchar.cpp APPEND PROPERTY
  COMPILE_DEFINITIONS u_isUAlphabetic_72=icu_isUAlphabetic u_isUWhiteSpace_72=icu_isUWhiteSpace)
target_compile_definitions(wasm_ICU_uc
  PUBLIC U_STATIC_IMPLEMENTATION U_DISABLE_RENAMING=0
  PRIVATE U_COMMON_IMPLEMENTATION U_I18N_IMPLEMENTATION U_ENABLE_DYLOAD=0 U_CHECK_DYLOAD=0 UCONFIG_NO_FILE_IO=1 UCONFIG_NO_IDNA=1
    UCONFIG_ONLY_HTML_CONVERSION=1 U_CHARSET_IS_UTF8=1 U_HAVE_TZSET=0 U_HAVE_TIMEZONE=0 U_HAVE_TZNAME=0)
add_library(ICU::i18n ALIAS wasm_ICU_uc)

# ---- RE2 ----
set(re2_source ${wasm_parts}/re2)
file(GLOB re2_files ${re2_source}/re2/*.cc)
list(REMOVE_ITEM re2_files ${re2_source}/re2/unicode_groups.cc)
wasm_library(PkgConfig::re2 ${re2_source} ${re2_files} ${re2_source}/util/rune.cc ${re2_source}/util/strutil.cc
  ${wasm_dir}/shims/re2/unicode_groups.cpp ${character_data})
target_include_directories(wasm_PkgConfig_re2 BEFORE PRIVATE ${wasm_dir}/shims/re2)
target_include_directories(wasm_PkgConfig_re2 PRIVATE ${wasm_dir}/shims ${wasm_out}/characters)
target_link_libraries(wasm_PkgConfig_re2 PRIVATE ICU::uc)
target_compile_options(wasm_PkgConfig_re2 PRIVATE -fno-rtti)
set_property(SOURCE ${re2_source}/re2/dfa.cc APPEND PROPERTY COMPILE_OPTIONS -O2)

# ---- MD4C, pugixml ----
wasm_library(PkgConfig::md4c ${wasm_parts}/md4c/src ${wasm_parts}/md4c/src/md4c.c)
target_compile_definitions(wasm_PkgConfig_md4c PRIVATE MD4C_USE_UTF8=1)
wasm_library(pugixml::pugixml ${wasm_parts}/pugixml/src ${wasm_parts}/pugixml/src/pugixml.cpp)
target_compile_definitions(wasm_pugixml_pugixml PUBLIC PUGIXML_NO_EXCEPTIONS)
