// clang's library of built-ins names these; wasi-libc has none. Nothing is compiled with
// -fstack-protector: a module's stack has no return addresses, and the machine checks every access
// against the module's own memory.
#include <stdint.h>

uintptr_t __stack_chk_guard = 0x595e9fbd;
_Noreturn void __stack_chk_fail(void);
_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
