# tree-sitter grammars: pinned npm packages, of which only the generated C is compiled, without our warning flags.
# They are put into node_modules here (git ignores it) when it is missing or older than the lock file. To build without a
# network, point PERSONFIRST_GRAMMARS_DIR at a node_modules folder that holds the same packages.

set(PERSONFIRST_GRAMMARS_DIR ${CMAKE_CURRENT_LIST_DIR}/node_modules CACHE PATH "node_modules with the grammars")

set(grammars_lock ${CMAKE_CURRENT_LIST_DIR}/package-lock.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${grammars_lock})
if(PERSONFIRST_GRAMMARS_DIR STREQUAL "${CMAKE_CURRENT_LIST_DIR}/node_modules"
   AND ${grammars_lock} IS_NEWER_THAN ${PERSONFIRST_GRAMMARS_DIR}/.package-lock.json)
  message(STATUS "Fetching the tree-sitter grammars named in linter/markup/grammars/package-lock.json")
  execute_process(
    COMMAND npm ci --ignore-scripts
    WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    RESULT_VARIABLE npm_status
    OUTPUT_QUIET)
  if(NOT npm_status EQUAL 0)
    message(FATAL_ERROR "npm ci failed in linter/markup/grammars (${npm_status}). It needs npm and a network, once.")
  endif()
endif()

add_library(tree_sitter_grammars STATIC
  ${PERSONFIRST_GRAMMARS_DIR}/tree-sitter-html/src/parser.c
  ${PERSONFIRST_GRAMMARS_DIR}/tree-sitter-html/src/scanner.c)
target_include_directories(tree_sitter_grammars PRIVATE ${PERSONFIRST_GRAMMARS_DIR}/tree-sitter-html/src)
target_compile_options(tree_sitter_grammars PRIVATE -w)
