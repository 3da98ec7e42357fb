# PkgConfig::libgit2: libgit2 from its archive and without its network, see README.md.

find_library(archive_git2 NAMES libgit2.a)
find_library(archive_mbedcrypto NAMES libmbedcrypto.a)  # one hash function of it
find_library(archive_pcre2 NAMES libpcre2-8.a)
if(archive_git2 AND archive_mbedcrypto AND archive_pcre2)
  find_package(ZLIB REQUIRED)
  if(PERSONFIRST_STATIC)
    find_library(archive_zlib NAMES libz.a REQUIRED)
  endif()
  # An object, not an archive: it has to be there before libgit2 is looked through.
  add_library(git_without_network OBJECT ${CMAKE_CURRENT_LIST_DIR}/without_network.c)
  set_target_properties(git_without_network PROPERTIES POSITION_INDEPENDENT_CODE ON)
  if(PERSONFIRST_STATIC)
    target_compile_definitions(git_without_network PRIVATE PERSONFIRST_STATIC)
  endif()
  add_library(local_libgit2 INTERFACE)
  target_link_libraries(local_libgit2 INTERFACE
    $<TARGET_OBJECTS:git_without_network> ${archive_git2} ${archive_mbedcrypto} ${archive_pcre2}
    $<IF:$<BOOL:${PERSONFIRST_STATIC}>,${archive_zlib},ZLIB::ZLIB>)
  # What the network parts refer to is not there, and need not be: nothing refers to them.
  target_link_options(local_libgit2 INTERFACE -Wl,--gc-sections)
  add_library(PkgConfig::libgit2 ALIAS local_libgit2)
elseif(PERSONFIRST_STATIC)
  message(FATAL_ERROR "A static program needs libgit2.a, libmbedcrypto.a and libpcre2-8.a")
else()
  message(STATUS "There is no archive of libgit2: the programs use the shared library, which starts more slowly")
  pkg_check_modules(libgit2 REQUIRED IMPORTED_TARGET libgit2)
endif()
