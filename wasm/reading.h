// Bytes and what holds for them -> a document, or the reason why it is none.
#pragma once

#include <string>
#include <string_view>

#include "linter/text/decode.h"
#include "wasm/project.h"

namespace personfirst::wasm {

struct ReadDocument {
  Document document;
  Encoding encoding;
};

[[nodiscard]] Result<ReadDocument> read_document(const std::string& name, std::string bytes,
                                                 const Settings& settings);

}  // namespace personfirst::wasm
