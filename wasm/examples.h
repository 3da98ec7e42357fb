// The rules' examples: a tenth of all that is sent, and asked for by few. They are a file of their
// own, examples.dat, which the loader hands in when a call needs them.
#pragma once

#include <string>

namespace personfirst::wasm {

// For as long as the instance.
void give_examples(std::string bytes);

}  // namespace personfirst::wasm
