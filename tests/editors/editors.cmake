# What of tests/editors is quick enough for every run. The rest: `make test-editors`.
if(TARGET personfirst-lsp)
  add_test(NAME editor_settings COMMAND ${NODE_PROGRAM} --test ${CMAKE_CURRENT_SOURCE_DIR}/editors/settings/settings_test.mjs)
  add_test(NAME editor_neovim COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/editors/neovim/run.sh $<TARGET_FILE_DIR:personfirst-lsp>)
endif()
