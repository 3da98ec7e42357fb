# Every message that the server sends in the tests is measured by the protocol's official package, which is pinned in
# tests/support/package-lock.json.

add_test(NAME lsp_check_messages COMMAND ${NODE_PROGRAM} --test ${CMAKE_CURRENT_SOURCE_DIR}/lsp/check_messages_test.mjs)

set(lsp_messages)
foreach(name IN ITEMS lsp_server lsp_process)
  if(TARGET ${name})
    set(file ${CMAKE_CURRENT_BINARY_DIR}/${name}_messages.jsonl)
    list(APPEND lsp_messages ${file})
    set_tests_properties(${name} PROPERTIES
      ENVIRONMENT "PERSONFIRST_LSP_MESSAGES=${file}"
      FIXTURES_REQUIRED lsp_messages_removed
      FIXTURES_SETUP lsp_messages_written)
  endif()
endforeach()
if(lsp_messages)
  add_test(NAME lsp_messages_removed COMMAND ${CMAKE_COMMAND} -E rm -f ${lsp_messages})
  set_tests_properties(lsp_messages_removed PROPERTIES FIXTURES_SETUP lsp_messages_removed)
  add_test(NAME lsp_messages
    COMMAND ${NODE_PROGRAM} ${CMAKE_CURRENT_SOURCE_DIR}/lsp/check_messages.mjs ${lsp_messages})
  set_tests_properties(lsp_messages PROPERTIES FIXTURES_REQUIRED lsp_messages_written)
endif()

# The protocol's own client library, from the same place.
if(TARGET personfirst-lsp)
  add_test(NAME lsp_client COMMAND ${NODE_PROGRAM} --test ${CMAKE_CURRENT_SOURCE_DIR}/lsp/client_test.mjs)
  set_tests_properties(lsp_client PROPERTIES ENVIRONMENT "PERSONFIRST_LSP=$<TARGET_FILE:personfirst-lsp>")
endif()
