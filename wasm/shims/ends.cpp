// How things end that cannot go on: by a trap, which the loader tells of. libc++'s own ways say why
// first, on an output that a module has not, and bring printf along; so does all of libc++abi's
// knowledge of types, for exceptions that nothing throws. Of types, ICU asks no more than whether
// they are the same.
#include <__verbose_abort>
#include <cstddef>

_LIBCPP_BEGIN_NAMESPACE_STD
void __libcpp_verbose_abort(const char* /*format*/, ...) noexcept { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD

extern "C" {
[[noreturn]] void __abort_message(const char* /*format*/, ...) { __builtin_trap(); }
[[noreturn]] void __cxa_pure_virtual() { __builtin_trap(); }

void* __dynamic_cast(const void* /*object*/, const void* /*from*/, const void* /*to*/,
                     std::ptrdiff_t /*hint*/) {
  __builtin_trap();
}

// The tables of functions of std::type_info's kinds: of classes without a base, with one, and with
// more. Nothing calls them.
extern const void* const _ZTVN10__cxxabiv117__class_type_infoE[10] = {};
extern const void* const _ZTVN10__cxxabiv120__si_class_type_infoE[10] = {};
extern const void* const _ZTVN10__cxxabiv121__vmi_class_type_infoE[10] = {};
}
