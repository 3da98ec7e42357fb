#include "lsp/progress.h"

namespace personfirst::lsp {

void Progress::begin(const Json& token, std::string_view title) {
  if (ended_) return;
  token_ = dump(token);
  running_ = true;
  send({{"kind", "begin"}, {"title", title}, {"cancellable", true}, {"percentage", 0}});
}

void Progress::begin_own(const std::shared_ptr<Progress>& progress, const std::string& token,
                         std::string_view title) {
  progress->token_ = dump(Json(token));
  const auto dispatcher = progress->dispatcher_.lock();
  if (!dispatcher) return;
  const Json params = {{"token", token}};
  dispatcher->call(
      "window/workDoneProgress/create", dump(params),
      [weak = std::weak_ptr(progress), token, title = std::string(title)](const Message& answer) {
        const auto still_there = weak.lock();
        if (still_there && !answer.failed) still_there->begin(token, title);
      });
}

void Progress::report(std::size_t done, std::size_t all) {
  const std::size_t percentage = all == 0 ? 100 : done * 100 / all;
  if (!running_ || percentage == percentage_) return;
  percentage_ = percentage;
  send({{"kind", "report"},
        {"cancellable", true},
        {"message", std::to_string(done) + "/" + std::to_string(all)},
        {"percentage", percentage}});
}

void Progress::end() {
  ended_ = true;
  if (!running_) return;
  running_ = false;
  send({{"kind", "end"}});
}

void Progress::send(const Json& value) {
  const auto dispatcher = dispatcher_.lock();
  if (!dispatcher) return;
  dispatcher->notify("$/progress", R"({"token":)" + token_ + R"(,"value":)" + dump(value) + "}");
}

}  // namespace personfirst::lsp
