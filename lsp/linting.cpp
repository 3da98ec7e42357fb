#include "lsp/linting.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lsp/documents.h"

namespace personfirst::lsp {

struct LintState::Work {
  Work(std::shared_ptr<const RuleBook> rule_book, const LintOptions& options,
       const ClientCapabilities& client)
      : book(std::move(rule_book)),
        edited(*book->rules, options),
        writer(book->knowledge, client) {}

  std::shared_ptr<const RuleBook> book;  // before what uses it
  EditedDocument edited;
  DiagnosticsWriter writer;
};

namespace {

constexpr std::size_t kManyWaiters = 64;
constexpr std::size_t kWithWork = 32;        // documents
constexpr std::size_t kWithFindings = 1024;  // documents

std::shared_ptr<Linted> before_lint(const OpenDocument& document) {
  auto linted = std::make_shared<Linted>();
  linted->book = document.settings.book;
  linted->revision = document.revision;
  linted->snapshot.uri = document.uri;
  linted->snapshot.path = document.path;
  linted->snapshot.version = document.version.value_or(0);
  linted->snapshot.document = document.text;
  linted->snapshot.settings = document.settings.settings;
  linted->snapshot.config_path = document.settings.config_path;
  return linted;
}

bool is_linted(const OpenDocument& document) {
  return document.is_prose && document.settings.enabled;
}

void call_waiters(LintState& lint, const LintedPtr& linted,
                  const std::function<bool(const LintWaiter&)>& which) {
  std::vector<LintWaiter> called;
  std::erase_if(lint.waiters, [&](LintWaiter& waiter) {
    const bool call = which(waiter);
    if (call) called.push_back(std::move(waiter));
    return call;
  });
  for (const LintWaiter& waiter : called) waiter.call(linted);
}

}  // namespace

void Linting::text_changed(const std::shared_ptr<OpenDocument>& document) {
  ++document->revision;
  document->lint.linted = nullptr;
  call_waiters(document->lint, nullptr,
               [](const LintWaiter& waiter) { return waiter.of_this_text; });
  lint(document);
}

void Linting::settings_changed(const std::shared_ptr<OpenDocument>& document) {
  ++document->revision;
  document->lint.linted = nullptr;
  document->lint.work = nullptr;
  lint(document);
}

void Linting::close(OpenDocument& document) {
  document.lint.closed = true;
  document.lint.linted = nullptr;
  call_waiters(document.lint, nullptr, [](const LintWaiter&) { return true; });
}

void Linting::when_linted(const std::shared_ptr<OpenDocument>& document, LintWaiter waiter) {
  if (document->lint.linted) return waiter.call(document->lint.linted);
  auto& waiters = document->lint.waiters;
  if (waiters.size() >= kManyWaiters)
    std::erase_if(waiters, [](const LintWaiter& w) { return w.reply && !w.reply->open(); });
  waiters.push_back(std::move(waiter));
  lint(document);
}

void Linting::lint(const std::shared_ptr<OpenDocument>& document) {
  if (document->lint.running) return;  // when that has ended, the newest text follows
  if (is_linted(*document)) return start(document);
  document->lint.work = nullptr;
  auto linted = before_lint(*document);
  linted->diagnostics = "[]";
  linted->result_id = result_id_of(linted->diagnostics);
  finish(*document, linted);
}

void Linting::start(const std::shared_ptr<OpenDocument>& document) {
  LintState& lint_state = document->lint;
  lint_state.running = true;
  if (!lint_state.work) {
    const DocumentSettings& settings = document->settings;
    lint_state.work =
        std::make_shared<LintState::Work>(settings.book, settings.settings->options, client_);
  }
  remember(document);
  auto linted = before_lint(*document);
  const bool wants_id = client_.pull_diagnostics;
  Job job;
  job.priority = Job::Priority::Edit;
  job.work = [work = lint_state.work, linted, wants_id] {
    linted->snapshot.sections = work->edited.lint(linted->snapshot.document);
    linted->diagnostics = work->writer.write(linted->snapshot);
    if (wants_id) linted->result_id = result_id_of(linted->diagnostics);
  };
  job.done = [this, weak = std::weak_ptr(document), linted] {
    const auto still_there = weak.lock();
    if (!still_there || still_there->lint.closed) return;
    still_there->lint.running = false;
    if (linted->revision != still_there->revision) return lint(still_there);
    finish(*still_there, linted);
  };
  dispatcher_.start(std::move(job));
}

void Linting::remember(const std::shared_ptr<OpenDocument>& document) {
  if (!recent_.empty() && recent_.back().lock() == document) return;
  std::erase_if(recent_, [&](const std::weak_ptr<OpenDocument>& one) {
    const auto open = one.lock();
    return !open || open == document;
  });
  recent_.push_back(document);
  if (recent_.size() > kWithWork) {
    const auto idle = recent_[recent_.size() - 1 - kWithWork].lock();
    if (idle) idle->lint.work = nullptr;  // a job that runs has it, too
  }
  if (recent_.size() > kWithFindings) {
    if (const auto idle = recent_.front().lock()) idle->lint.linted = nullptr;
    recent_.erase(recent_.begin());
  }
}

void Linting::finish(OpenDocument& document, const std::shared_ptr<Linted>& linted) {
  on_linted_(document, *linted);
  document.lint.linted = linted;
  call_waiters(document.lint, linted, [](const LintWaiter&) { return true; });
}

std::string diagnostics_of(const Linted& linted, const ClientCapabilities& client) {
  if (!linted.diagnostics.empty()) return linted.diagnostics;
  return DiagnosticsWriter(linted.book->knowledge, client).write(linted.snapshot);
}

std::string result_id_of(const Linted& linted, const ClientCapabilities& client) {
  if (!linted.result_id.empty()) return linted.result_id;
  return result_id_of(diagnostics_of(linted, client));
}

std::string result_id_of(std::string_view diagnostics) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<char, 16> text{};
  auto value = static_cast<std::uint64_t>(std::hash<std::string_view>{}(diagnostics));
  for (char& digit : text) {
    digit = kDigits[value & 15U];
    value >>= 4U;
  }
  return {text.begin(), text.end()};
}

}  // namespace personfirst::lsp
