#include "tests/lsp/test_client.h"

#include <gtest/gtest.h>

namespace personfirst::lsp {

Json TestClient::answer(int id) {
  listen();
  const auto& given = answers[std::to_string(id)];
  EXPECT_EQ(given.size(), 1U) << "answers to request " << id;
  return given.size() == 1 ? given[0] : Json();
}

}  // namespace personfirst::lsp
