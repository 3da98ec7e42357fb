// Instead of ICU's uloc.cpp: what to take for the machine's language when none is named. A module
// has no machine to ask, all calls name one (""), and finding out would bring in everything that
// ICU knows about languages.
#include "unicode/uloc.h"

const char* uloc_getDefault() { return ""; }
