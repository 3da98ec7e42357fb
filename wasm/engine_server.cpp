// The language server: opened, given messages and files, and taken step by step.
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/json.h"
#include "wasm/engine.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

// How a server stands, and each message that it has sent, after its length: four bytes, the lowest
// first.
Answer state_of(ServerHost& host) {
  Answer answer;
  answer.json = lsp::dump({{"canStep", host.can_step()},
                           {"files", host.wanted_files()},
                           {"folders", host.wanted_folders()},
                           {"log", host.take_log()},
                           {"stopped", host.stopped() ? Json(*host.stopped()) : Json()}});
  for (const std::string& message : host.take_messages()) {
    for (unsigned shift = 0; shift < 32; shift += 8)
      answer.bytes += static_cast<char>((message.size() >> shift) & 0xFFU);
    answer.bytes += message;
  }
  return answer;
}

}  // namespace

Result<ServerHost*> Engine::server(const Json& options) {
  const auto id = lsp::int_at(options, "id");
  const auto found = id ? servers_.find(*id) : servers_.end();
  if (found == servers_.end()) return failure("options.id", "there is no such server");
  return found->second.get();
}

// {"rules", "configurationFile", "warmUp"}: paths -> {"id"}
Result<Answer> Engine::open_server(Call call) {
  OptionsReader options(call.options, "options");
  lsp::ServerOptions server;
  server.rule_files = options.texts("rules");
  server.config_file = options.text("configurationFile").value_or("");
  server.warm_up = options.flag("warmUp");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  const std::int64_t id = next_id_++;
  servers_[id] = std::make_unique<ServerHost>(std::move(server));
  return Answer{lsp::dump({{"id", id}})};
}

// {"id"} and the body of a message; nothing is done yet.
Result<Answer> Engine::receive_by_server(Call call) {
  const auto host = server(call.options);
  if (!host) return tl::unexpected(host.error());
  (*host)->receive(std::move(call.bytes));
  return state_of(**host);
}

// {"id"}
Result<Answer> Engine::step_server(Call call) {
  const auto host = server(call.options);
  if (!host) return tl::unexpected(host.error());
  (*host)->step();
  return state_of(**host);
}

// {"id", "path", "error"} and the bytes unless {"absent": true}; or {"id", "folder", "paths"}.
Result<Answer> Engine::give_to_server(Call call) {
  const auto host = server(call.options);
  if (!host) return tl::unexpected(host.error());
  OptionsReader options(call.options, "options");
  static_cast<void>(options.number("id"));
  const auto path = options.text("path");
  const auto folder = options.text("folder");
  const auto error = options.text("error");
  const bool absent = options.flag("absent");
  std::vector<std::string> paths = options.texts("paths");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  if (folder) (*host)->give_folder(*folder, std::move(paths));
  if (path && error) {
    (*host)->give_file(*path, tl::unexpected(Error{*path, *error}));
  } else if (path && absent) {
    (*host)->give_file(*path, std::nullopt);
  } else if (path) {
    (*host)->give_file(*path, std::move(call.bytes));
  }
  return state_of(**host);
}

// {"id"}: the client is gone.
Result<Answer> Engine::end_server(Call call) {
  const auto host = server(call.options);
  if (!host) return tl::unexpected(host.error());
  (*host)->end_of_input();
  return state_of(**host);
}

// {"id"}
Result<Answer> Engine::close_server(Call call) {
  const auto host = server(call.options);
  if (!host) return tl::unexpected(host.error());
  servers_.erase(*lsp::int_at(call.options, "id"));
  return Answer();
}

}  // namespace personfirst::wasm
