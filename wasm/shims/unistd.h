// wasi-libc says that it has read-write locks, but has no <pthread.h> to declare them. Without the
// claim, RE2 takes std::shared_mutex.
#pragma once
#include_next <unistd.h>

#undef _POSIX_READER_WRITER_LOCKS
