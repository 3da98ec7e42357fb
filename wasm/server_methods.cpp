// What personfirst_server.wasm can be asked: the language server, and which files it minds.
#include "wasm/engine.h"

namespace personfirst::wasm {

const std::vector<Engine::NamedMethod>& Engine::methods() {
  static const std::vector<NamedMethod> kMethods = {
      {"file/give", &Engine::give_file},
      {"file/forget", &Engine::forget_file},
      {"charsets", &Engine::take_charsets},
      {"version", &Engine::tell_version},
      {"walk/wants", &Engine::tell_wanted},
      {"server/open", &Engine::open_server},
      {"server/receive", &Engine::receive_by_server},
      {"server/step", &Engine::step_server},
      {"server/give", &Engine::give_to_server},
      {"server/end", &Engine::end_server},
      {"server/close", &Engine::close_server},
  };
  return kMethods;
}

}  // namespace personfirst::wasm
