# Everything that is linked, as static libraries, under the names that find_package gives the shared ones. See README.md.

enable_language(ASM)
set(PERSONFIRST_MD4C_DIR "" CACHE PATH "Folder with md4c.c and md4c.h; empty: they are fetched from Debian's archive")

set(static_dir ${CMAKE_CURRENT_LIST_DIR})
set(static_out ${CMAKE_BINARY_DIR}/static)
file(MAKE_DIRECTORY ${static_out})

add_compile_options(-ffunction-sections -fdata-sections)
add_link_options(-Wl,--gc-sections -Wl,--strip-all)
if(NOT PERSONFIRST_HARDEN)  # otherwise -static-pie
  add_link_options(-static)
endif()

# personfirst_archive(<target> <library> [<what it is linked with>...])
function(personfirst_archive target name)
  find_library(archive_${name} NAMES lib${name}.a REQUIRED)
  string(REPLACE "::" "_" plain ${target})
  add_library(static_${plain} INTERFACE)
  target_link_libraries(static_${plain} INTERFACE ${archive_${name}} ${ARGN})
  add_library(${target} ALIAS static_${plain})
endfunction()

# ---- ICU, with as much of its data as is used ----
pkg_check_modules(icu_uc REQUIRED icu-uc)
string(REGEX MATCH "^[0-9]+" icu_major ${icu_uc_VERSION})
find_library(icu_all_data NAMES libicudata.a REQUIRED)
find_program(ICUPKG icupkg REQUIRED PATHS /usr/sbin /sbin)
find_program(GENCMN gencmn REQUIRED PATHS /usr/sbin /sbin)

set(icu_name icudt${icu_major}l)
add_custom_command(
  OUTPUT ${static_out}/${icu_name}.dat
  COMMAND ${CMAKE_COMMAND} -E rm -rf icu
  COMMAND ${CMAKE_COMMAND} -E make_directory icu/items icu/all
  COMMAND ${CMAKE_COMMAND} -E chdir icu/all ${CMAKE_AR} x ${icu_all_data}
  COMMAND ${CMAKE_OBJCOPY} -O binary --only-section=.rodata icu/all/${icu_name}_dat.o icu/${icu_name}.dat
  COMMAND ${ICUPKG} -x ${static_dir}/icu_items.txt -d icu/items icu/${icu_name}.dat
  COMMAND ${CMAKE_COMMAND} -E chdir icu/items ${GENCMN} -n ${icu_name} -d ${static_out} -c -s . 0 ${static_dir}/icu_items.txt
  COMMAND ${CMAKE_COMMAND} -E rm -rf icu
  WORKING_DIRECTORY ${static_out}
  DEPENDS ${static_dir}/icu_items.txt ${icu_all_data}
  COMMENT "Cutting ICU's data down to what is used"
  VERBATIM)
set_source_files_properties(${static_dir}/icu_data.S PROPERTIES
  COMPILE_DEFINITIONS "PERSONFIRST_ICU_SYMBOL=icudt${icu_major}_dat;PERSONFIRST_ICU_DATA=\"${static_out}/${icu_name}.dat\""
  OBJECT_DEPENDS ${static_out}/${icu_name}.dat)
add_library(icu_data STATIC ${static_dir}/icu_data.S)

personfirst_archive(ICU::uc icuuc icu_data)
personfirst_archive(ICU::i18n icui18n static_ICU_uc)

# ---- md4c ----
if(PERSONFIRST_MD4C_DIR)
  set(md4c_dir ${PERSONFIRST_MD4C_DIR})
else()
  set(md4c_dir ${static_out}/md4c)
  if(NOT EXISTS ${md4c_dir}/md4c.c)
    message(STATUS "Fetching the source of md4c from Debian's archive")
    execute_process(COMMAND ${static_dir}/fetch-md4c ${md4c_dir} RESULT_VARIABLE md4c_status)
    if(NOT md4c_status EQUAL 0)
      message(FATAL_ERROR "The source of md4c could not be fetched (${md4c_status}). It needs a network, once.")
    endif()
  endif()
endif()
add_library(static_md4c STATIC ${md4c_dir}/md4c.c)
target_include_directories(static_md4c SYSTEM INTERFACE ${md4c_dir})
target_compile_definitions(static_md4c PRIVATE MD4C_USE_UTF8=1)
target_compile_options(static_md4c PRIVATE -w)
add_library(PkgConfig::md4c ALIAS static_md4c)

# ---- the rest ----
personfirst_archive(PkgConfig::re2 re2 Threads::Threads)
personfirst_archive(pugixml::pugixml pugixml)

# fmt has no archive in Debian either, but is whole in its headers.
add_library(static_fmt INTERFACE)
target_compile_definitions(static_fmt INTERFACE FMT_HEADER_ONLY=1)
add_library(fmt::fmt ALIAS static_fmt)

include(.ci/cmake/git/git.cmake)
include(.ci/cmake/minizip/minizip.cmake)
