// What fnmatch() asks of wide characters. In the locale "C", the only one here, a character is a
// byte and those beyond ASCII are of no class; musl's tables for all of Unicode would never be
// asked.
#include <ctype.h>
#include <string.h>
#include <wctype.h>

static const char* const kClasses[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph",
                                       "lower", "print", "punct", "space", "upper", "xdigit"};
static int (*const kTests[])(int) = {isalnum, isalpha, isblank, iscntrl, isdigit, isgraph,
                                     islower, isprint, ispunct, isspace, isupper, isxdigit};

wctype_t wctype(const char* name) {
  for (unsigned i = 0; i < sizeof kClasses / sizeof *kClasses; ++i) {
    if (strcmp(name, kClasses[i]) == 0) return (wctype_t)(i + 1);
  }
  return 0;
}
int iswctype(wint_t c, wctype_t type) {
  return type != 0 && c < 0x80 && kTests[(unsigned long)type - 1]((int)c) != 0;
}
wint_t towlower(wint_t c) { return c < 0x80 ? (wint_t)tolower((int)c) : c; }
wint_t towupper(wint_t c) { return c < 0x80 ? (wint_t)toupper((int)c) : c; }

// libc++'s locales name these; the linker takes both away again.
wint_t towlower_l(wint_t c, locale_t locale) { return (void)locale, towlower(c); }
wint_t towupper_l(wint_t c, locale_t locale) { return (void)locale, towupper(c); }
