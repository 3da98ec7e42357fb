# What CMake should know of this system: nothing. Without the file it asks for one.
