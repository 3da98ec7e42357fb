// RE2 prints its complaints through streams, which would bring libc++'s locales along: a tenth of
// the module, for lines that nobody reads. What is wrong with a pattern is asked of RE2 anyway. In
// the place of util/logging.h.
#ifndef UTIL_LOGGING_H_
#define UTIL_LOGGING_H_

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "util/util.h"

struct Unread {
  Unread& stream() { return *this; }
  template <typename T>
  Unread& operator<<(const T& /*value*/) {
    return *this;
  }
};
struct UnreadThenEnd : Unread {
  [[noreturn]] ~UnreadThenEnd() { __builtin_trap(); }
};

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    UnreadThenEnd().stream()
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_GT(a, b) CHECK((a) > (b))

// What is to be printed is not even put together: that would bring along RE2's way back from a
// pattern to its text.
#define UNREAD \
  if (true) {  \
  } else       \
    Unread()

#define LOG_INFO UNREAD
#define LOG_WARNING UNREAD
#define LOG_ERROR UNREAD
#define LOG_DFATAL UNREAD
#define LOG_FATAL UnreadThenEnd()
#define LOG_QFATAL UnreadThenEnd()
#define LOG(severity) LOG_##severity.stream()
#define VLOG(x) LOG_INFO.stream()

#endif  // UTIL_LOGGING_H_
