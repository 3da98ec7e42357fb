// Settings and folders: what the editor says, and what files say.
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/warm_up.h"
#include "lsp/capabilities.h"
#include "lsp/server_impl.h"
#include "lsp/uri.h"

namespace personfirst::lsp {
namespace {

constexpr int kMessageError = 1;  // MessageType.Error

Json unregistration(std::string_view method) {
  return {{"id", "personfirst:" + std::string(method)}, {"method", method}};
}

Json registration(std::string_view method, Json options) {
  Json json = unregistration(method);
  json["registerOptions"] = std::move(options);
  return json;
}

void call_register(Dispatcher& dispatcher, Json one) {
  const Json params = {{"registrations", Json::array({std::move(one)})}};
  dispatcher.call("client/registerCapability", dump(params));
}

}  // namespace

void Server::Impl::register_capabilities() {
  if (client_.configuration_registration) {
    const Json options = {{"section", kSection}};
    call_register(*dispatcher_, registration("workspace/didChangeConfiguration", options));
  }
  const RuleBookPtr book = workspace_.book();  // what the first folder's configuration names
  watch_files();
  if (warms_up_) warm_up(book);
}

void Server::Impl::warm_up(const RuleBookPtr& book) {
  Job job;
  job.priority = Job::Priority::Background;
  job.work = [book] { personfirst::warm_up(*book->rules); };
  dispatcher_->start(std::move(job));
}

// Own rule files, and what a configuration extends, may be called anything.
void Server::Impl::watch_files() {
  if (!client_.watched_files_registration) return;
  std::set<std::string> names = workspace_.other_names();
  if (watched_ == names) return;
  const std::string_view method = "workspace/didChangeWatchedFiles";
  if (watched_) {
    // The protocol spells it so.
    const Json params = {{"unregisterations", Json::array({unregistration(method)})}};
    dispatcher_->call("client/unregisterCapability", dump(params));
  }
  watched_ = names;
  names.insert(std::string(kConfigFileName));
  Json watchers = Json::array();
  for (const std::string& name : names) watchers.push_back({{"globPattern", "**/" + name}});
  call_register(*dispatcher_, registration(method, {{"watchers", std::move(watchers)}}));
}

// One section for everything, and one for each folder.
void Server::Impl::ask_for_settings() {
  Json items = Json::array({{{"section", kSection}}});
  std::vector<std::string> scopes;
  for (const WorkspaceFolder& folder : workspace_.folders()) {
    items.push_back({{"scopeUri", folder.uri}, {"section", kSection}});
    scopes.push_back(folder.uri);
  }
  const Json params = {{"items", std::move(items)}};
  dispatcher_->call("workspace/configuration", dump(params),
                    [this, scopes = std::move(scopes)](const Message& answer) {
                      if (answer.failed || !answer.result.is_array() || answer.result.empty())
                        return log("the client has no settings");
                      take_settings(answer.result, scopes);
                    });
}

void Server::Impl::take_settings(const Json& sections, const std::vector<std::string>& scopes) {
  std::map<std::string, std::string> by_folder;
  for (std::size_t i = 0; i < scopes.size() && i + 1 < sections.size(); ++i) {
    if (!sections[i + 1].is_null()) by_folder[scopes[i]] = dump(sections[i + 1]);
  }
  const Json& common = sections[0].is_null() ? first_settings_ : sections[0];
  if (workspace_.set_editor_settings(common, std::move(by_folder))) settings_changed();
}

void Server::Impl::did_change_configuration(const Json& params) {
  if (client_.configuration) return ask_for_settings();
  const Json* section = find(params, {"settings", kSection});
  if (section != nullptr && workspace_.set_editor_settings(*section, {})) settings_changed();
}

void Server::Impl::did_change_watched_files(const Json& params) {
  const Json* changes = find(params, "changes");
  if (changes == nullptr || !changes->is_array()) return;
  bool concerns = false;
  for (const Json& change : *changes)
    concerns |= workspace_.concerns(path_of_uri(string_at(change, "uri").value_or("")));
  if (!concerns) return;
  workspace_.reload();
  settings_changed();
}

void Server::Impl::did_change_folders(const Json& params) {
  std::vector<WorkspaceFolder> folders = workspace_.folders();
  if (const Json* removed = find(params, {"event", "removed"}); removed != nullptr) {
    for (const Json& folder : *removed) {
      const auto uri = string_at(folder, "uri");
      std::erase_if(folders, [&](const WorkspaceFolder& known) { return known.uri == uri; });
    }
  }
  if (const Json* added = find(params, {"event", "added"}); added != nullptr) {
    for (const Json& folder : *added) {
      const auto uri = string_at(folder, "uri");
      if (uri) folders.push_back({std::string(*uri), path_of_uri(*uri)});
    }
  }
  workspace_.set_folders(std::move(folders));
  settings_changed();
  if (client_.configuration) ask_for_settings();
}

void Server::Impl::settings_changed() {
  const auto documents = documents_.all();  // a copy: what follows may answer requests
  for (const auto& [uri, document] : documents) {
    apply_settings(*document);
    linting_.settings_changed(document);
  }
  watch_files();
  if (client_.pull_diagnostics && client_.diagnostic_refresh)
    dispatcher_->call("workspace/diagnostic/refresh", "");
  show_messages();
}

void Server::Impl::show_messages() {
  for (const std::string& message : workspace_.take_messages()) {
    const Json params = {{"type", kMessageError}, {"message", "personfirst: " + message}};
    dispatcher_->notify("window/showMessage", dump(params));
  }
}

}  // namespace personfirst::lsp
