# What the JSON formats print against their schemas, by ajv (tests/support). Other people's readers are for `make test-formats`.
find_program(NODE_PROGRAM NAMES node nodejs REQUIRED)
add_test(NAME formats_schema COMMAND ${NODE_PROGRAM} --test ${CMAKE_SOURCE_DIR}/tests/formats/schema_test.mjs)
set_tests_properties(formats_schema PROPERTIES ENVIRONMENT "PERSONFIRST=$<TARGET_FILE:personfirst>")
