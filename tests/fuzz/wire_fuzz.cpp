// Whatever comes over the wire: the server lives, what it sends is JSON-RPC, and every request is
// answered exactly once.
//
// The first byte says how the rest is read: even, as the bytes of the wire, fed in pieces of that
// many bytes; odd, as one message body a line, framed here, with jobs run in an order that the
// bodies' lengths choose.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lsp/framing.h"
#include "lsp/json_rpc.h"
#include "lsp/server.h"

namespace personfirst::lsp {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// Counts what is asked and answered, by the id's text.
class FuzzHost : public Host {
 public:
  void send(std::string message, std::string_view /*replaces*/) override {
    const Json json = Json::parse(message, nullptr, false);
    require(json.is_object() && json.value("jsonrpc", "") == "2.0");
    if (json.contains("method")) {
      require(json["method"].is_string());
      if (json.contains("id")) asked_.push_back(json["id"].dump());
      return;
    }
    require(json.contains("id") && json.contains("result") != json.contains("error"));
    if (!json["id"].is_null()) --open_[json["id"].dump()];
  }
  void start(Job job) override { jobs_.push_back(std::move(job)); }
  Result<std::optional<std::string>> read_file(const std::string& path) override {
    if (path.ends_with(".md")) return "An addict, and *another* one.\n";
    if (path.ends_with("bad.json")) return tl::unexpected(Error{path, "cannot be read"});
    return std::nullopt;
  }
  std::vector<FoundFile> list_documents(const std::string& folder) override {
    return {{folder + "/a.md"}, {folder + "/b.md"}, {folder + "/c.html"}};
  }
  void log(std::string_view line) override { require(line.find('\n') == std::string::npos); }
  void stop(int status) override {
    require(!stopped_ && (status == 0 || status == 1));
    stopped_ = true;
  }

  void expect_answer(const Message& message) {
    if (!message.id.is_null() && message.kind != Message::Kind::Response)
      ++open_[message.id.dump()];
  }
  void run_one(std::size_t choice) {
    if (jobs_.empty()) return;
    const auto chosen = jobs_.begin() + static_cast<std::ptrdiff_t>(choice % jobs_.size());
    Job job = std::move(*chosen);
    jobs_.erase(chosen);
    job.work();
    job.work = nullptr;
    job.done();
  }
  void run_all() {
    while (!jobs_.empty()) run_one(0);
  }
  // The ids of the server's own requests since the last call.
  std::vector<std::string> take_asked() { return std::exchange(asked_, {}); }
  [[nodiscard]] bool has_asked() const { return !asked_.empty(); }
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] bool all_answered() const {
    return std::all_of(open_.begin(), open_.end(), [](const auto& id) { return id.second == 0; });
  }

 private:
  std::deque<Job> jobs_;
  std::map<std::string, int> open_;
  std::vector<std::string> asked_;
  bool stopped_ = false;
};

class Session {
 public:
  Session() : server_(host_, {}) {}

  void read(std::string_view bytes) {
    reader_.read(bytes, frames_);
    take_frames();
  }
  void end() {
    reader_.end(frames_);
    take_frames();
    // Some answers wait for one of the client's.
    do {
      for (const std::string& id : host_.take_asked())
        server_.receive(R"({"jsonrpc":"2.0","result":null,"id":)" + id + "}");
      host_.run_all();
    } while (host_.has_asked());
    require(host_.stopped() || host_.all_answered());
    server_.end_of_input();
    require(host_.stopped());
  }

 private:
  void take_frames() {
    for (const Frame& frame : std::exchange(frames_, {})) {
      if (host_.stopped()) return;
      if (!frame) {
        server_.framing_error(to_string(frame.error()));
        continue;
      }
      host_.expect_answer(parse_message(*frame));
      server_.receive(*frame);
      if (frame->size() % 3 != 0) host_.run_one(frame->size());
    }
  }

  FuzzHost host_;
  Server server_;
  FrameReader reader_;
  std::vector<Frame> frames_;
};

}  // namespace
}  // namespace personfirst::lsp

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace personfirst::lsp;
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  Session session;
  if (data[0] % 2 == 0) {
    const std::size_t piece = data[0] == 0 ? rest.size() : data[0];
    for (; !rest.empty(); rest.remove_prefix(std::min(piece, rest.size())))
      session.read(rest.substr(0, piece));
  } else {
    while (!rest.empty()) {
      const std::string_view body = rest.substr(0, rest.find('\n'));
      session.read(frame_header(body.size()) + std::string(body));
      rest.remove_prefix(std::min(body.size() + 1, rest.size()));
    }
  }
  session.end();
  return 0;
}
