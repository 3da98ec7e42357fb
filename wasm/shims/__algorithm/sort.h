// libc++'s sort is fast and long, and stands in the module once for each type that is sorted: a
// twentieth of all code. What is sorted here is short; a heap will do. The constraint, though it is
// none, makes this the better match.
#pragma once

#include <__algorithm/partial_sort.h>
#include <__config>

#if __cplusplus >= 202002L
_LIBCPP_BEGIN_NAMESPACE_STD
template <class _AlgPolicy, class _Iterator, class _Comp>
requires true inline _LIBCPP_HIDE_FROM_ABI constexpr void __sort_impl(_Iterator __first,
                                                                      _Iterator __last,
                                                                      _Comp& __comp) {
  (void)std::__partial_sort_impl<_AlgPolicy>(__first, __last, __last, __comp);
}
_LIBCPP_END_NAMESPACE_STD
#endif

#include_next <__algorithm/sort.h>
