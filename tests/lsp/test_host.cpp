#include "tests/lsp/test_host.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace personfirst::lsp {

void TestHost::send(std::string message, std::string_view /*replaces*/) {
  Json json = Json::parse(message, nullptr, false);
  ASSERT_TRUE(json.is_object()) << message;
  EXPECT_EQ(json.value("jsonrpc", ""), "2.0") << message;
  record(json);
  json.erase("jsonrpc");
  sent.push_back(std::move(json));
}

void TestHost::start(Job job) {
  ++jobs_started;
  if (hold) {
    jobs_.push_back({std::move(job)});
    return;
  }
  job.work();
  job.done();
}

void TestHost::step(std::size_t job) {
  Waiting& waiting = jobs_.at(job);
  if (!waiting.worked) {
    waiting.worked = true;
    waiting.job.work();
    return;
  }
  const Job ended = std::move(waiting.job);
  jobs_.erase(jobs_.begin() + static_cast<std::ptrdiff_t>(job));
  ended.done();
}

void TestHost::run() {
  while (!jobs_.empty()) step(0);
}

Result<std::optional<std::string>> TestHost::read_file(const std::string& path) {
  const auto found = files.find(path);
  if (found == files.end()) return std::nullopt;
  return found->second;
}

std::vector<FoundFile> TestHost::list_documents(const std::string& folder) {
  std::vector<FoundFile> found;
  for (const auto& [path, text] : files) {
    if (path.starts_with(folder + "/")) found.push_back({path});
  }
  return found;
}

void TestHost::note_request(const Json& request) {
  if (!request.is_object() || !request.contains("id") || !request.contains("method")) return;
  if (request["method"].is_string()) methods_[request["id"].dump()] = request["method"];
}

void TestHost::record(const Json& message) {
  static const char* const kFile = std::getenv("PERSONFIRST_LSP_MESSAGES");
  if (kFile == nullptr) return;
  std::string method;
  if (!message.contains("method") && message.contains("id"))
    method = methods_[message["id"].dump()];
  std::ofstream(kFile, std::ios::app)
      << Json{{"method", method}, {"message", message}}.dump() << '\n';
}

}  // namespace personfirst::lsp
