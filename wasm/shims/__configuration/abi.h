// Debian builds this libc++ with iterators of std::array and std::string_view that are classes; our
// sources are also read by a library where they are pointers, and say `const auto*`. Both templates
// are headers alone, so that the choice is ours.
#pragma once
#include_next <__configuration/abi.h>

#undef _LIBCPP_ABI_USE_WRAP_ITER_IN_STD_ARRAY
#undef _LIBCPP_ABI_USE_WRAP_ITER_IN_STD_STRING_VIEW
