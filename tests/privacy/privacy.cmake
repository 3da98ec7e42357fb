# tests/privacy: what the program asks of the system while it reads other people's texts.
if(TARGET personfirst AND TARGET package_tool)
  add_test(NAME privacy_trace
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/trace.sh $<TARGET_FILE:personfirst> $<TARGET_FILE:package_tool>)
endif()
