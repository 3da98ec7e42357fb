// What the module shows to its host: memory, one call, and where the answer stands.
//
// All numbers are addresses in the module's memory, or sizes in bytes. An answer is valid until the
// next call.
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "wasm/engine.h"

// A library of this kind has no exceptions: where memory runs out, the host is told and the
// instance is of no more use.
extern "C" __attribute__((import_module("personfirst"), import_name("out_of_memory"))) void
personfirst_out_of_memory();

namespace {

using personfirst::wasm::Engine;

Engine& engine() {
  static Engine* const one = [] {
    std::set_new_handler([] {
      personfirst_out_of_memory();
      std::abort();
    });
    return new Engine;
  }();
  return *one;
}

}  // namespace

#define PERSONFIRST_EXPORT(name) extern "C" __attribute__((export_name(#name)))

// Null: there is no more memory.
PERSONFIRST_EXPORT(pf_alloc) void* pf_alloc(std::size_t size) { return std::malloc(size); }
PERSONFIRST_EXPORT(pf_free) void pf_free(void* memory) { std::free(memory); }

PERSONFIRST_EXPORT(pf_call)
int pf_call(const char* name, std::size_t name_size, const char* options, std::size_t options_size,
            const char* bytes, std::size_t size) {
  return static_cast<int>(
      engine().call({name, name_size}, {options, options_size}, std::string(bytes, size)));
}

PERSONFIRST_EXPORT(pf_json) const char* pf_json() { return engine().answer().json.data(); }
PERSONFIRST_EXPORT(pf_json_size) std::size_t pf_json_size() {
  return engine().answer().json.size();
}
PERSONFIRST_EXPORT(pf_bytes) const char* pf_bytes() { return engine().answer().bytes.data(); }
PERSONFIRST_EXPORT(pf_bytes_size) std::size_t pf_bytes_size() {
  return engine().answer().bytes.size();
}
