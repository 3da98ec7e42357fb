// Instead of ICU's brkeng.cpp. Words of Thai, Lao, Khmer, Burmese and Chinese are found with
// dictionaries; the rules for sentences ask for none, and the module's data holds none. What would
// read them, and the sets and resource bundles that it needs, stays out.
#include "brkeng.h"

#include "unicode/uniset.h"

U_NAMESPACE_BEGIN

LanguageBreakEngine::LanguageBreakEngine() = default;
LanguageBreakEngine::~LanguageBreakEngine() = default;
LanguageBreakFactory::LanguageBreakFactory() = default;
LanguageBreakFactory::~LanguageBreakFactory() = default;

UnhandledEngine::UnhandledEngine(UErrorCode&) : fHandled(nullptr) {}
UnhandledEngine::~UnhandledEngine() = default;
UBool UnhandledEngine::handles(UChar32) const { return true; }
int32_t UnhandledEngine::findBreaks(UText*, int32_t, int32_t, UVector32&, UBool,
                                    UErrorCode&) const {
  return 0;
}
void UnhandledEngine::handleCharacter(UChar32) {}

ICULanguageBreakFactory::ICULanguageBreakFactory(UErrorCode&) : fEngines(nullptr) {}
ICULanguageBreakFactory::~ICULanguageBreakFactory() = default;
const LanguageBreakEngine* ICULanguageBreakFactory::getEngineFor(UChar32) { return nullptr; }
const LanguageBreakEngine* ICULanguageBreakFactory::loadEngineFor(UChar32) { return nullptr; }
DictionaryMatcher* ICULanguageBreakFactory::loadDictionaryMatcherFor(UScriptCode) {
  return nullptr;
}

U_NAMESPACE_END
