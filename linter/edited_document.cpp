#include "linter/edited_document.h"

#include <utility>

namespace personfirst {

struct EditedDocument::State {
  const RuleSet* rules = nullptr;
  LintOptions options;
  std::vector<LintedSection> sections;
  std::uint64_t last_id = 0;
};

EditedDocument::EditedDocument(const RuleSet& rules, LintOptions options)
    : state_(std::make_unique<State>()) {
  state_->rules = &rules;
  state_->options = std::move(options);
}
EditedDocument::~EditedDocument() = default;
EditedDocument::EditedDocument(EditedDocument&&) noexcept = default;
EditedDocument& EditedDocument::operator=(EditedDocument&&) noexcept = default;

const std::vector<LintedSection>& EditedDocument::lint(std::shared_ptr<const Document> document) {
  auto result =
      std::make_shared<LintResult>(personfirst::lint(*state_->rules, *document, state_->options));
  state_->sections = {{++state_->last_id, 0, std::move(result)}};
  return state_->sections;
}

LintResult EditedDocument::all() const {
  return state_->sections.empty() ? LintResult() : *state_->sections.front().result;
}

}  // namespace personfirst
