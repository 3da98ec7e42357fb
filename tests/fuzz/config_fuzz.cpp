// Configurations are people's own: whatever stands in one, reading ends in settings or in an Error
// with a place and a reason, and an edit of a good one gives a good one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "linter/config/config.h"

namespace {

using namespace personfirst;

constexpr std::size_t kEditable = 1 << 19;  // an edit must not push it over the limit
constexpr const char* kPath = "/p/.personfirst.json";

Result<ProjectConfigPtr> load(const std::string& text) {
  return load_project_config("/p/docs", [&](const std::string& path) {
    using Text = std::optional<std::string>;
    return Result<Text>(path == kPath ? Text(text) : Text());
  });
}

std::string edited_by(std::string text, const std::vector<Edit>& edits) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    if (edit->span.begin > edit->span.end || edit->span.end > text.size()) std::abort();
    text.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->text);
  }
  return text;
}

void check_edits(const std::string& text) {
  const auto adding = add_to_list(text, "allow", "a \"new\" phrase");
  const auto setting = set_rule_level(text, "new/rule", "off");
  if (!adding || !setting) std::abort();
  const auto allowing = load(edited_by(text, *adding));
  if (!allowing || settings_for(**allowing, "").options.allowed_phrases.empty()) std::abort();
  const auto levelled = load(edited_by(text, *setting));
  if (!levelled || settings_for(**levelled, "").options.levels.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const Result<ProjectConfigPtr> config = load(text);
  if (!config) {
    if (config.error().where.empty() || config.error().what.empty()) std::abort();
    (void)add_to_list(text, "allow", "x");
    (void)set_rule_level(text, "a/b", "off");
    return 0;
  }
  (void)settings_for(**config, "/p/docs/a.md");
  (void)excludes_folder(**config, "/p/docs");
  (void)show_settings(**config, "/p/docs/a.md");
  if (text.size() < kEditable) check_edits(text);
  return 0;
}
