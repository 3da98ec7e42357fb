# Compiles for WebAssembly with Debian's clang 22, wasi-libc and libc++.
#
# The triple is wasm32-wasi, by which Debian's folders are named; clang calls that deprecated.
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}/cmake)
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang-22)
set(CMAKE_CXX_COMPILER clang++-22)
set(CMAKE_ASM_COMPILER clang-22)
set(CMAKE_AR llvm-ar-22)
set(CMAKE_RANLIB llvm-ranlib-22)
foreach(language C CXX ASM)
  set(CMAKE_${language}_COMPILER_TARGET wasm32-wasi)
endforeach()
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(UNIX TRUE)

# Programs are the build machine's, all else is not.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Debian's libc++ cannot throw. Where a library would, it ends the instance (a trap), which the loader tells of.
set(shims ${CMAKE_CURRENT_LIST_DIR}/shims)
set(CMAKE_C_FLAGS_INIT "-Wno-deprecated -isystem ${shims}")
set(CMAKE_CXX_FLAGS_INIT "-Wno-deprecated -fno-exceptions -DJSON_NOEXCEPTION -isystem ${shims}")
