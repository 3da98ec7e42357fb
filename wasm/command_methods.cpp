// What personfirst.wasm can be asked: documents, reports, rules and configurations, for pages and
// the command.
#include "wasm/engine.h"

namespace personfirst::wasm {

const std::vector<Engine::NamedMethod>& Engine::methods() {
  static const std::vector<NamedMethod> kMethods = {
      {"file/give", &Engine::give_file},
      {"file/forget", &Engine::forget_file},
      {"charsets", &Engine::take_charsets},
      {"examples", &Engine::take_examples},
      {"lint", &Engine::lint_document},
      {"fix", &Engine::fix_text},
      {"warmUp", &Engine::warm_up_rules},
      {"report/open", &Engine::open_report},
      {"report/check", &Engine::check_for_report},
      {"report/add", &Engine::add_to_report},
      {"report/end", &Engine::end_report},
      {"version", &Engine::tell_version},
      {"rules", &Engine::tell_rules},
      {"explain", &Engine::explain_rule},
      {"config", &Engine::tell_config},
      {"walk/wants", &Engine::tell_wanted},
      {"rules/test", &Engine::test_rules},
  };
  return kMethods;
}

}  // namespace personfirst::wasm
