# tests/bench: measured by hand, never part of ctest. *_bench.cpp use Google Benchmark.
find_package(benchmark REQUIRED)
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*_bench.cpp)
foreach(source IN LISTS bench_sources)
  cmake_path(GET source STEM name)
  add_executable(${name} ${source})
  target_compile_definitions(${name} PRIVATE SOURCE_DIR="${CMAKE_SOURCE_DIR}" TESTS_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE personfirst_linter benchmark::benchmark_main)
endforeach()
# What these know of the layers below the facade.
target_sources(stages_bench PRIVATE bench/prose_maker.cpp bench/rule_words.cpp)
target_link_libraries(stages_bench PRIVATE personfirst_engine personfirst_rules personfirst_markup personfirst_render)

# Whole programs against others, see `make bench`.
add_executable(make_corpus bench/make_corpus.cpp bench/prose_maker.cpp bench/rule_words.cpp)
target_compile_definitions(make_corpus PRIVATE SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(make_corpus PRIVATE personfirst_flags personfirst_rules)
add_executable(compare_programs bench/compare_programs.cpp)
target_link_libraries(compare_programs PRIVATE personfirst_flags)

# Texts that are made to be slow, see `make linear`.
add_executable(pathological bench/pathological.cpp)
target_link_libraries(pathological PRIVATE personfirst_linter personfirst_render)

# The real server, see `make bench-lsp`.
if(TARGET personfirst-lsp)
  foreach(name IN ITEMS lsp_typing lsp_long_run)
    add_executable(${name} bench/${name}.cpp)
    target_link_libraries(${name} PRIVATE personfirst_flags personfirst_lsp_process)
  endforeach()
endif()
