// What rules ask about a whole document, answered by looking in it for the words that the answer
// hangs on. Where they are looked for is the deriving class's business.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "linter/engine/surroundings.h"
#include "linter/rules/scan_words.h"

namespace personfirst {

// Each question is looked into once. Not thread-safe; the language must outlive it.
class SoughtCues : public Surroundings {
 public:
  explicit SoughtCues(const CompiledLanguage& language) : language_(language) {}

  bool document_holds(const PhraseIndex& phrases) override;
  bool is_uk() override;

 protected:
  using Holds = std::function<bool(const Folded&)>;

 private:
  // Is it true of any prose that holds one of the words?
  virtual bool any_prose(const ScanWords& words, const Holds& holds) = 0;

  const CompiledLanguage& language_;
  std::map<const PhraseIndex*, bool> known_;
  std::optional<bool> is_uk_;
};

}  // namespace personfirst
