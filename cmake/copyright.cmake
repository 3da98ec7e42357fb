# The licences of what ends up inside the programs, beside our own, as the Debian package's copyright file. What the programs
# share with the rest of the system brings its own.
function(personfirst_copyright out)
  file(READ ${CMAKE_SOURCE_DIR}/LICENSE text)
  string(PREPEND text "personfirst\n\n")
  set(parts
    "tree-sitter-html, the grammar|${PERSONFIRST_GRAMMARS_DIR}/tree-sitter-html/LICENSE"
    "entities, the table of HTML's named characters|${PERSONFIRST_GRAMMARS_DIR}/entities/LICENSE"
    "CLI11, headers|/usr/share/doc/libcli11-dev/copyright"
    "nlohmann-json, headers|/usr/share/doc/nlohmann-json3-dev/copyright"
    "tl-expected, headers|/usr/share/doc/libexpected-dev/copyright")
  foreach(part IN LISTS parts)
    string(REPLACE "|" ";" part "${part}")
    list(GET part 0 name)
    list(GET part 1 file)
    if(EXISTS ${file})
      file(READ ${file} licence)
      string(APPEND text "\n----------\n\n${name}\n\n${licence}")
    else()
      message(STATUS "The licence of ${name} is not at ${file}; the package's copyright file goes without it")
    endif()
  endforeach()
  file(WRITE ${out} "${text}")
endfunction()
