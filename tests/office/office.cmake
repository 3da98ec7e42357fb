# tests/office/<case>: the real binary with office documents.
if(TARGET personfirst)
  add_executable(package_tool office/package_tool.cpp)
  target_link_libraries(package_tool PRIVATE personfirst_flags PkgConfig::minizip)
  file(GLOB cases CONFIGURE_DEPENDS office/*/cmd)
  foreach(case_cmd IN LISTS cases)
    cmake_path(GET case_cmd PARENT_PATH case_dir)
    cmake_path(GET case_dir FILENAME case_name)
    add_test(NAME office_${case_name}
      COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/office/run_case.sh $<TARGET_FILE:personfirst> $<TARGET_FILE:package_tool> ${case_dir})
  endforeach()
endif()
