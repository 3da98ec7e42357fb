// libc++'s stable sort is fast and long, too, and stands in the module once for each type that is
// sorted. A merge sort with room for one half says the same in a sixth. The constraint, though it
// is none, makes this the better match.
#pragma once

#include <__iterator/iterator_traits.h>
#include <__utility/move.h>
#include <__config>
#include <new>

#if __cplusplus >= 202002L
_LIBCPP_BEGIN_NAMESPACE_STD
template <class _Iterator, class _Comp, class _Value>
_LIBCPP_HIDE_FROM_ABI void __sort_stably(_Iterator __first, _Iterator __last, _Comp& __comp,
                                         _Value* __room) {
  if (__last - __first < 2) return;
  _Iterator __middle = __first + (__last - __first) / 2;
  std::__sort_stably(__first, __middle, __comp, __room);
  std::__sort_stably(__middle, __last, __comp, __room);
  if (!__comp(*__middle, *(__middle - 1))) return;
  _Value* __end = __room;
  for (_Iterator __from = __first; __from != __middle; ++__from, ++__end)
    ::new (static_cast<void*>(__end)) _Value(std::move(*__from));
  for (_Value* __left = __room; __left != __end; ++__first) {
    if (__middle != __last && __comp(*__middle, *__left)) {
      *__first = std::move(*__middle);
      ++__middle;
    } else {
      *__first = std::move(*__left);
      ++__left;
    }
  }
  while (__end != __room) (--__end)->~_Value();
}

template <class _AlgPolicy, class _Iterator, class _Comp>
requires true _LIBCPP_HIDE_FROM_ABI void __stable_sort_impl(_Iterator __first, _Iterator __last,
                                                            _Comp& __comp) {
  using _Value = typename iterator_traits<_Iterator>::value_type;
  void* const __room = ::operator new(sizeof(_Value) * static_cast<size_t>(__last - __first) / 2);
  std::__sort_stably(__first, __last, __comp, static_cast<_Value*>(__room));
  ::operator delete(__room);
}
_LIBCPP_END_NAMESPACE_STD
#endif

#include_next <__algorithm/stable_sort.h>
