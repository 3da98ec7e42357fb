# rules/schema.json is checked by a validator that is not ours: ajv, pinned in tests/support/package-lock.json. The test
# also proves that the schema refuses bad files.

set(support_lock ${CMAKE_SOURCE_DIR}/tests/support/package-lock.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${support_lock})
if(${support_lock} IS_NEWER_THAN ${CMAKE_SOURCE_DIR}/tests/support/node_modules/.package-lock.json)
  message(STATUS "Fetching the packages named in tests/support/package-lock.json")
  execute_process(
    COMMAND npm ci --ignore-scripts --no-fund --no-audit
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/support
    RESULT_VARIABLE npm_status
    OUTPUT_QUIET)
  if(NOT npm_status EQUAL 0)
    message(FATAL_ERROR "npm ci failed in tests/support (${npm_status}). It needs npm and a network, once.")
  endif()
endif()

find_program(NODE_PROGRAM NAMES node nodejs REQUIRED)
add_test(NAME rules_schema COMMAND ${NODE_PROGRAM} --test ${CMAKE_SOURCE_DIR}/tests/rules/schema_test.mjs)
