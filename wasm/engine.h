// Everything that a host can ask of a module, by name: options as JSON and perhaps bytes in; JSON
// and perhaps bytes out.
//
// One instance of a module has one of these. For one thread.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "linter/result.h"
#include "wasm/given_files.h"
#include "wasm/project.h"
#include "wasm/reports.h"
#include "wasm/server_host.h"

namespace personfirst::wasm {

// What the loader knows these numbers as.
enum class Status : int {
  Done = 0,
  Failed = 1,        // JSON: {"where", "what"}
  MissingFiles = 2,  // JSON: {"files": [...]}: give them, and call again
};

struct Call {
  const nlohmann::json& options;
  std::string bytes;
};

struct Answer {
  std::string json = "null";
  std::string bytes = {};
};

class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  Status call(std::string_view name, std::string_view options, std::string bytes);
  [[nodiscard]] const Answer& answer() const { return answer_; }

 private:
  using Method = Result<Answer> (Engine::*)(Call call);
  struct NamedMethod {
    std::string_view name;
    Method method;
  };
  // What this module has: command_methods.cpp or server_methods.cpp. What it does not name is not
  // linked.
  static const std::vector<NamedMethod>& methods();

  // ---- engine.cpp ----
  Result<Answer> give_file(Call call);
  Result<Answer> forget_file(Call call);
  Result<Answer> take_charsets(Call call);
  Result<Answer> take_examples(Call call);
  // The project that the options of a call speak of; the latest few are kept.
  Result<Project*> project(const nlohmann::json* options);

  // ---- engine_documents.cpp ----
  Result<Answer> lint_document(Call call);
  Result<Answer> fix_text(Call call);
  Result<Answer> warm_up_rules(Call call);

  // ---- engine_reports.cpp ----
  Result<Answer> open_report(Call call);
  Result<Answer> check_for_report(Call call);
  Result<Answer> add_to_report(Call call);
  Result<Answer> end_report(Call call);

  // ---- engine_knowledge.cpp ----
  Result<Answer> tell_version(Call call);
  Result<Answer> tell_rules(Call call);
  Result<Answer> explain_rule(Call call);
  Result<Answer> tell_config(Call call);

  // ---- engine_command_line.cpp ----
  Result<Answer> tell_wanted(Call call);
  Result<Answer> test_rules(Call call);

  // ---- engine_server.cpp ----
  Result<Answer> open_server(Call call);
  Result<Answer> receive_by_server(Call call);
  Result<Answer> step_server(Call call);
  Result<Answer> give_to_server(Call call);
  Result<Answer> end_server(Call call);
  Result<Answer> close_server(Call call);
  Result<ServerHost*> server(const nlohmann::json& options);

  struct KeptProject {
    std::string options;
    std::unique_ptr<Project> project;
  };

  GivenFiles files_;
  RuleSets rule_sets_;                 // before those who use them
  std::vector<KeptProject> projects_;  // the latest first
  std::map<std::int64_t, std::unique_ptr<OpenReport>> reports_;
  std::map<std::int64_t, std::unique_ptr<ServerHost>> servers_;
  std::int64_t next_id_ = 1;
  Answer answer_;
};

[[nodiscard]] tl::unexpected<Error> failure(std::string_view where, std::string_view what);

}  // namespace personfirst::wasm
