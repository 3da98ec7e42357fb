# Puts the shipped rule files into the binary: embed_rules checks them and writes one C++ file, which implements
# linter/rules/embedded.h. Sets embedded_rules to that file. A bad rule file therefore fails the build, by name.

file(GLOB rule_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/rules/*.json)
file(GLOB topic_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/rules/*/*.json)
list(REMOVE_ITEM rule_files rules/schema.json)
list(APPEND rule_files ${topic_files})
list(TRANSFORM rule_files PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE rule_paths)

set(embedded_rules)
if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
  if(PERSONFIRST_TOOLS)
    add_executable(embed_rules IMPORTED)
    set_target_properties(embed_rules PROPERTIES IMPORTED_LOCATION ${PERSONFIRST_TOOLS}/embed_rules)
  else()
    file(GLOB embed_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
    add_executable(embed_rules ${embed_sources})
    target_link_libraries(embed_rules PRIVATE personfirst_rules)
  endif()

  set(embedded_rules ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp)
  set(embedded_outputs ${embedded_rules})
  if(PERSONFIRST_WASM)
    set(embed_option --compact)
    list(APPEND embedded_outputs ${CMAKE_BINARY_DIR}/examples.dat)
  endif()
  add_custom_command(
    OUTPUT ${embedded_outputs}
    COMMAND embed_rules ${embed_option} ${embedded_outputs} ${rule_files}
    DEPENDS embed_rules ${rule_paths}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Checking and embedding the rules"
    VERBATIM)
endif()
