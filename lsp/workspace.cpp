#include "lsp/workspace.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/editor_settings.h"
#include "lsp/uri.h"

namespace personfirst::lsp {

struct Workspace::Place {
  ProjectConfigPtr config;
  RuleBookPtr book;
  std::string nearest;  // configuration file; empty when there is none
  bool enabled = true;
};

namespace {

// How the editor's settings are named in errors.
constexpr std::string_view kEditorSettings = "editor settings";

std::string joined(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (!path.ends_with('/')) path += '/';
  return path.append(name);
}

ProjectConfigPtr no_config() {
  const auto nothing = [](const std::string&) -> Result<std::optional<std::string>> {
    return std::nullopt;
  };
  return load_project_config("", nothing).value_or(nullptr);
}

RuleBookPtr make_book(RuleSetPtr rules) {
  auto book = std::make_shared<RuleBook>();
  book->knowledge = {rules.get(), list_rules(*rules), list_sources(*rules)};
  std::set<std::string> packs{"all"};
  for (const RuleInfo& rule : book->knowledge.rule_infos) {
    book->names.rules.push_back(rule.id);
    packs.insert(rule.pack);
  }
  book->names.packs.assign(packs.begin(), packs.end());
  book->rules = std::move(rules);
  return book;
}

}  // namespace

Workspace::Workspace(Host& host, ServerOptions options)
    : host_(host), options_(std::move(options)) {}

Workspace::~Workspace() = default;

void Workspace::set_folders(std::vector<WorkspaceFolder> folders) {
  folders_ = std::move(folders);
  reload();
}

bool Workspace::set_editor_settings(const Json& common,
                                    std::map<std::string, std::string> by_folder) {
  std::string text = dump(common);
  if (text == common_settings_ && by_folder == settings_by_folder_) return false;
  common_settings_ = std::move(text);
  settings_by_folder_ = std::move(by_folder);
  reload();
  return true;
}

DocumentSettings Workspace::settings_of(const std::string& path) {
  const Place& place = place_of(path);
  auto settings = std::make_shared<const Settings>(settings_for(*place.config, path));
  const bool enabled = place.enabled && settings->included;
  return {std::move(settings), place.book, config_path_for(path, place), enabled};
}

RuleBookPtr Workspace::book() { return place_of("").book; }

bool Workspace::concerns(std::string_view path) const {
  return path.substr(path.rfind('/') + 1) == kConfigFileName || watched_.contains(path);
}

std::set<std::string> Workspace::other_names() const {
  std::set<std::string> names;
  for (const std::string& path : watched_) {
    std::string name = path.substr(path.rfind('/') + 1);
    if (name != kConfigFileName) names.insert(std::move(name));
  }
  return names;
}

void Workspace::reload() {
  ++generation_;
  for (auto& [folder, place] : places_) last_good_[folder] = std::move(place);
  places_.clear();
  books_.clear();
  watched_.clear();
  told_before_ = std::move(told_);
  told_.clear();
}

std::vector<std::string> Workspace::take_messages() { return std::exchange(messages_, {}); }

const Workspace::Place& Workspace::place_of(const std::string& path) {
  const WorkspaceFolder* root = root_of(path);
  const std::string folder = !path.empty() ? folder_of(path) : root != nullptr ? root->path : "";
  const auto found = places_.find(folder);
  if (found != places_.end()) return found->second;
  return places_.emplace(folder, load(folder, root)).first->second;
}

Workspace::Place Workspace::load(const std::string& folder, const WorkspaceFolder* root) {
  const std::string& editor = editor_settings(root);
  const auto own = load_own(folder);
  const ProjectConfigPtr used = own ? *own : no_config();
  ProjectConfigPtr base = load_base(folder, root);
  const Settings settings = settings_for(*with_base(used, base), joined(folder, "document"));
  const auto book = load_book(settings.rule_files);
  Result<void> names;
  if (book) {
    names = check_names(*used, (*book)->names);
    if (const auto base_names = check_names(*base, (*book)->names); !base_names) {
      complain(base_names.error());
      base = no_config();
    }
  }
  Place place{with_base(used, base), book ? *book : built_in(), nearest_file(*used)};
  if (!own || !book || !names) {
    complain(!own ? own.error() : !book ? book.error() : names.error());
    const auto good = last_good_.find(folder);
    if (good != last_good_.end()) place = good->second;
  }
  place.enabled = editor_enables(editor);
  return place;
}

Result<ProjectConfigPtr> Workspace::load_own(const std::string& folder) {
  const ReadFile read = [this](const std::string& path) {
    watched_.insert(path);
    return options_.config_file.empty() ? this->read(path) : host_.read_file(path);
  };
  return options_.config_file.empty() ? load_project_config(folder, read)
                                      : load_config_file(options_.config_file, read);
}

// Broken settings of the editor count as none.
ProjectConfigPtr Workspace::load_base(const std::string& folder, const WorkspaceFolder* root) {
  const std::string text = config_of_editor(editor_settings(root));
  const std::string from = root != nullptr ? root->path : folder;
  const std::string path = joined(from, kEditorSettings);
  const ReadFile read = [&](const std::string& wanted) -> Result<std::optional<std::string>> {
    if (wanted == path) return text;
    return this->read(wanted);
  };
  const auto base = load_config_file(path, read, from);
  if (base) return *base;
  complain(base.error());
  return no_config();
}

const std::string& Workspace::editor_settings(const WorkspaceFolder* root) const {
  const auto found =
      root == nullptr ? settings_by_folder_.end() : settings_by_folder_.find(root->uri);
  return found == settings_by_folder_.end() ? common_settings_ : found->second;
}

// A file that a configuration names, or a configuration that is looked for.
Result<std::optional<std::string>> Workspace::read(const std::string& path) {
  if (trusted_ || lies_in_folders(path)) return host_.read_file(path);
  if (path.ends_with("/" + std::string(kConfigFileName))) return std::nullopt;  // of a folder above
  return tl::unexpected(
      Error{path, "lies outside of the folder, which you do not trust yet: it is not read"});
}

bool Workspace::lies_in_folders(const std::string& path) const {
  const std::string real = host_.real_path(path);
  return std::ranges::any_of(folders_, [&](const WorkspaceFolder& folder) {
    return !folder.path.empty() && is_below(real, host_.real_path(folder.path));
  });
}

RuleBookPtr Workspace::built_in() {
  if (!built_in_) {
    auto rules = load_rules();
    if (rules) built_in_ = make_book(std::move(*rules));
  }
  return built_in_;
}

Result<RuleBookPtr> Workspace::load_book(const std::vector<std::string>& files) {
  std::vector<std::string> all = options_.rule_files;
  all.insert(all.end(), files.begin(), files.end());
  if (all.empty()) return built_in();
  const auto found = books_.find(all);
  if (found != books_.end()) return found->second;
  std::vector<RuleFile> rule_files;
  for (const std::string& file : all) {
    watched_.insert(file);
    const bool is_asked_for =
        std::ranges::find(options_.rule_files, file) != options_.rule_files.end();
    auto text = is_asked_for ? host_.read_file(file) : read(file);
    if (!text) return tl::unexpected(text.error());
    if (!*text) return tl::unexpected(Error{file, "there is no such file"});
    rule_files.push_back({file, std::move(**text)});
  }
  auto rules = load_rules(rule_files);
  if (!rules) return tl::unexpected(rules.error());
  return books_[all] = make_book(std::move(*rules));
}

// The innermost folder that holds the file; the first one for documents that are no files.
const WorkspaceFolder* Workspace::root_of(std::string_view path) const {
  const WorkspaceFolder* best = nullptr;
  for (const WorkspaceFolder& folder : folders_) {
    if (folder.path.empty()) continue;
    if (path.empty()) return &folder;
    if (!is_below(path, folder.path)) continue;
    if (best == nullptr || folder.path.size() > best->path.size()) best = &folder;
  }
  return best;
}

std::string Workspace::config_path_for(const std::string& path, const Place& place) const {
  if (!place.nearest.empty()) return place.nearest;
  const WorkspaceFolder* root = root_of(path);
  const std::string folder = root != nullptr ? root->path : folder_of(path);
  return folder.empty() ? "" : joined(folder, kConfigFileName);
}

void Workspace::complain(const Error& error) {
  std::string text = to_string(error);
  if (!told_.insert(text).second || told_before_.contains(text)) return;
  messages_.push_back(std::move(text));
}

}  // namespace personfirst::lsp
