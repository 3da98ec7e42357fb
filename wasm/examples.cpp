#include "wasm/examples.h"

#include <utility>

#include "linter/rules/embedded.h"

namespace personfirst {
namespace {

std::string& examples() {
  static std::string given;
  return given;
}

}  // namespace

std::string_view given_examples() { return examples(); }

namespace wasm {

void give_examples(std::string bytes) { examples() = std::move(bytes); }

}  // namespace wasm
}  // namespace personfirst
