#include "wasm/server_host.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/config/config.h"
#include "lsp/json.h"
#include "lsp/uri.h"

namespace personfirst::wasm {
namespace {

constexpr std::string_view kComplaint = R"("method":"window/showMessage")";
// After these, the server reads files again.
constexpr std::array<std::string_view, 5> kAfterWhichFilesAreRead = {
    "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration",
    "workspace/didChangeWorkspaceFolders", "workspace/executeCommand", "/didSave"};
constexpr std::array<std::string_view, 3> kNamesFolders = {
    "initialize", "workspace/didChangeWorkspaceFolders", "/didOpen"};
// The method stands before the text of a document, or after it; a needless question costs little.
constexpr std::size_t kWhereMethodsStand = 512;

template <std::size_t N>
bool stands_in(std::string_view message, const std::array<std::string_view, N>& methods) {
  const std::string_view begin = message.substr(0, kWhereMethodsStand);
  const std::string_view end =
      message.substr(message.size() - std::min(message.size(), kWhereMethodsStand));
  return std::ranges::any_of(methods, [&](std::string_view method) {
    return begin.find(method) != std::string_view::npos ||
           end.find(method) != std::string_view::npos;
  });
}

// Those that the message is about: a workspace's, and that of a document.
std::set<std::string> folders_in(const nlohmann::json& message) {
  std::set<std::string> folders;
  const nlohmann::json* params = lsp::find(message, "params");
  if (params == nullptr) return folders;
  const auto add = [&](std::string path) {
    if (!path.empty()) folders.insert(std::move(path));
  };
  add(lsp::path_of_uri(lsp::string_at(*params, "rootUri").value_or("")));
  for (const nlohmann::json* list :
       {lsp::find(*params, "workspaceFolders"), lsp::find(*params, {"event", "added"})}) {
    if (list == nullptr || !list->is_array()) continue;
    for (const nlohmann::json& folder : *list)
      add(lsp::path_of_uri(lsp::string_at(folder, "uri").value_or("")));
  }
  for (const char* kind : {"textDocument", "notebookDocument"}) {
    const nlohmann::json* document = lsp::find(*params, kind);
    if (document == nullptr) continue;
    const std::string path = lsp::path_of_uri(lsp::string_at(*document, "uri").value_or(""));
    if (!path.empty()) add(lsp::folder_of(path));
  }
  return folders;
}

std::string changed_message(const std::vector<std::string>& paths) {
  nlohmann::json changes = nlohmann::json::array();
  for (const std::string& path : paths)
    changes.push_back({{"uri", lsp::uri_of_path(path)}, {"type", 1}});
  return lsp::dump({{"jsonrpc", "2.0"},
                    {"method", "workspace/didChangeWatchedFiles"},
                    {"params", {{"changes", std::move(changes)}}}});
}

}  // namespace

ServerHost::ServerHost(lsp::ServerOptions options) : server_(*this, std::move(options)) {}

// ---- for the host ----

void ServerHost::receive(std::string message) { inbox_.push_back(std::move(message)); }

const ServerHost::Queue* ServerHost::next_queue() const {
  for (const Queue& queue : jobs_) {
    if (std::ranges::any_of(queue, [](const auto& fed) { return !fed->waits(); })) return &queue;
  }
  return nullptr;
}

ServerHost::Queue* ServerHost::next_queue() {
  return const_cast<Queue*>(std::as_const(*this).next_queue());
}

bool ServerHost::can_step() const {
  return !stopped_ && wanted_.empty() && (!inbox_.empty() || next_queue() != nullptr);
}

void ServerHost::step() {
  if (!can_step()) return;
  if (inbox_.empty()) return run(*next_queue());
  if (!has_files_for(inbox_.front())) return;
  const std::string message = std::move(inbox_.front());
  inbox_.pop_front();
  server_.receive(message);
  after_servers_turn();
}

// Asks for what is missing.
bool ServerHost::has_files_for(const std::string& message) {
  if (!refreshed_ && stands_in(message, kAfterWhichFilesAreRead)) {
    for (std::string& path : files_.names()) wanted_.insert(std::move(path));
    refreshed_ = true;
    if (!wanted_.empty()) return false;
  }
  if (stands_in(message, kNamesFolders)) {
    for (const std::string& folder : folders_in(nlohmann::json::parse(message, nullptr, false)))
      look_for_configuration(folder);
  }
  wanted_.merge(files_.take_missing());
  if (!wanted_.empty()) return false;
  refreshed_ = false;
  return true;
}

void ServerHost::look_for_configuration(const std::string& folder) {
  const ReadFile read = [this](const std::string& path) { return files_.read(path); };
  const auto config = load_project_config(folder, read);
  if (!config) return;
  for (const std::string& file : settings_for(**config, folder + "/document").rule_files)
    static_cast<void>(files_.read(file));
}

// Of the documents that it has found.
bool ServerHost::has_configurations_for(const Fed& job) {
  std::set<std::string> folders;
  for (const auto& [folder, paths] : job.folders) {
    for (const std::string& path : paths) folders.insert(lsp::folder_of(path));
  }
  for (const std::string& folder : folders) look_for_configuration(folder);
  wanted_.merge(files_.take_missing());
  return wanted_.empty();
}

void ServerHost::run(Queue& queue) {
  const auto at = std::ranges::find_if(queue, [](const auto& fed) { return !fed->waits(); });
  const std::shared_ptr<Fed> fed = *at;
  running_ = fed;
  if (fed->job.work) fed->job.work();
  running_ = nullptr;
  fed->wanted_files.merge(fed->files.take_missing());
  if (fed->waits() || !has_configurations_for(*fed)) return;
  queue.erase(std::ranges::find(queue, fed));
  fed->job.work = nullptr;
  if (fed->job.done) fed->job.done();
  after_servers_turn();
}

void ServerHost::after_servers_turn() {
  std::set<std::string> missing = files_.take_missing();
  wanted_.insert(missing.begin(), missing.end());
  told_absent_.merge(missing);
  settle();
}

// When all that was asked for has been answered.
void ServerHost::settle() {
  if (!wanted_.empty()) return;
  if (!there_after_all_.empty()) {
    complaints_.clear();
    const std::string message = changed_message(std::exchange(there_after_all_, {}));
    server_.receive(message);
    return after_servers_turn();
  }
  for (std::string& complaint : complaints_) outbox_.push_back({"", std::move(complaint)});
  complaints_.clear();
}

void ServerHost::give_file(const std::string& path, FileAnswer answer) {
  for (Queue& queue : jobs_) {
    for (const auto& fed : queue) {
      if (fed->wanted_files.erase(path) > 0) fed->files.give(path, answer);
    }
  }
  if (wanted_.erase(path) == 0) return;
  const bool is_there = !answer || *answer;
  if (told_absent_.erase(path) > 0 && is_there) there_after_all_.push_back(path);
  files_.give(path, std::move(answer));
  settle();
}

void ServerHost::give_folder(const std::string& path, std::vector<std::string> files) {
  for (Queue& queue : jobs_) {
    for (const auto& fed : queue) {
      if (fed->wanted_folders.erase(path) > 0) fed->folders[path] = files;
    }
  }
}

std::set<std::string> ServerHost::wanted_files() const {
  std::set<std::string> wanted = wanted_;
  for (const Queue& queue : jobs_) {
    for (const auto& fed : queue) wanted.insert(fed->wanted_files.begin(), fed->wanted_files.end());
  }
  return wanted;
}

std::set<std::string> ServerHost::wanted_folders() const {
  std::set<std::string> wanted;
  for (const Queue& queue : jobs_) {
    for (const auto& fed : queue)
      wanted.insert(fed->wanted_folders.begin(), fed->wanted_folders.end());
  }
  return wanted;
}

std::vector<std::string> ServerHost::take_messages() {
  std::vector<std::string> bodies;
  bodies.reserve(outbox_.size());
  for (Message& message : outbox_) bodies.push_back(std::move(message.body));
  outbox_.clear();
  return bodies;
}

std::vector<std::string> ServerHost::take_log() { return std::exchange(log_, {}); }

// ---- lsp::Host ----

void ServerHost::send(std::string message, std::string_view replaces) {
  const bool guess = !wanted_.empty() || !there_after_all_.empty() || files_.has_missing();
  if (guess && std::string_view(message).substr(0, 80).find(kComplaint) != std::string_view::npos)
    return complaints_.push_back(std::move(message));
  if (!replaces.empty())
    std::erase_if(outbox_, [&](const Message& older) { return older.key == replaces; });
  outbox_.push_back({std::string(replaces), std::move(message)});
}

void ServerHost::start(lsp::Job job) {
  const auto priority = static_cast<std::size_t>(job.priority);
  auto fed = std::make_shared<Fed>();
  fed->job = std::move(job);
  jobs_[priority].push_back(std::move(fed));
}

Result<std::optional<std::string>> ServerHost::read_file(const std::string& path) {
  return running_ ? running_->files.read(path) : files_.read(path);
}

std::vector<lsp::FoundFile> ServerHost::list_documents(const std::string& folder) {
  if (!running_) return {};
  std::vector<lsp::FoundFile> found;
  const auto given = running_->folders.find(folder);
  if (given == running_->folders.end()) {
    running_->wanted_folders.insert(folder);
  } else {
    for (const std::string& path : given->second) found.push_back({path});
  }
  return found;
}

void ServerHost::stop(int status) {
  if (!stopped_) stopped_ = status;
}

}  // namespace personfirst::wasm
