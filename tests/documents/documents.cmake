# tests/documents/<folder>: the real binary over documents of every format.
file(GLOB document_folders CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*)
foreach(folder IN LISTS document_folders)
  if(IS_DIRECTORY ${folder})
    cmake_path(GET folder FILENAME name)
    add_test(NAME documents_${name}
      COMMAND ${CMAKE_CURRENT_LIST_DIR}/run_documents.sh $<TARGET_FILE:personfirst> ${folder})
  endif()
endforeach()
