# linter/config/personfirst.schema.json, by a validator that is not ours (ajv, pinned in tests/support), against what the
# program itself takes and refuses. After rules/schema.cmake, which fetches ajv and finds node.
if(TARGET personfirst)
  add_test(NAME config_schema
    COMMAND ${CMAKE_COMMAND} -E env PERSONFIRST=$<TARGET_FILE:personfirst>
      ${NODE_PROGRAM} --test ${CMAKE_CURRENT_LIST_DIR}/schema_test.mjs)
endif()
