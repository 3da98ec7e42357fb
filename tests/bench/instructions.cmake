# The counts of instructions.json are those of the program that people get.
if(PERSONFIRST_HARDEN AND NOT PERSONFIRST_STATIC AND TARGET personfirst
    AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12
    AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_test(NAME instructions COMMAND node ${CMAKE_CURRENT_LIST_DIR}/instructions.mjs $<TARGET_FILE:personfirst>)
endif()
