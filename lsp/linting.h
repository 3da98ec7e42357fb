// Keeps the findings of open documents up to date: at most one lint of a document at a time, always
// of the newest text when the last one ended, and nobody ever sees findings of an older text.
//
// Server's thread; the lint itself runs as a job on what LintState::work shares with it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lsp/dispatcher.h"
#include "lsp/features.h"
#include "lsp/snapshot.h"
#include "lsp/workspace.h"

namespace personfirst::lsp {

struct OpenDocument;

// One text's findings. Immutable.
struct Linted {
  Snapshot snapshot;
  std::shared_ptr<const RuleBook> book;  // never null
  std::uint64_t revision = 0;            // OpenDocument::revision
  std::string diagnostics;               // a JSON array; empty when they were not kept
  std::string result_id;                 // of the diagnostics; empty when clients do not pull
};
using LintedPtr = std::shared_ptr<const Linted>;

// As kept, or made anew.
[[nodiscard]] std::string diagnostics_of(const Linted& linted, const ClientCapabilities& client);
[[nodiscard]] std::string result_id_of(const Linted& linted, const ClientCapabilities& client);

// Called once: with the findings of the current text, or with null when the document was closed, or
// (`of_this_text`) changed, before they were there.
struct LintWaiter {
  bool of_this_text = false;
  ReplyPtr reply;  // whose cancellation makes the waiter pointless; may be null
  std::function<void(const LintedPtr&)> call;
};

// A document's part of it.
struct LintState {
  struct Work;                 // the engine's memory of the document; used by one job at a time
  std::shared_ptr<Work> work;  // null: to be made anew
  bool running = false;
  bool closed = false;
  LintedPtr linted;             // of the current revision; null: not there yet, or forgotten
  std::uint64_t published = 0;  // the revision whose diagnostics the client has
  std::vector<LintWaiter> waiters;
};

class Linting {
 public:
  using OnLinted = std::function<void(OpenDocument&, Linted&)>;
  // `dispatcher` and `client` must outlive it. `on_linted` is called for every finished lint of a
  // current text, before anybody else sees it, and may take the diagnostics away.
  Linting(Dispatcher& dispatcher, const ClientCapabilities& client, OnLinted on_linted)
      : dispatcher_(dispatcher), client_(client), on_linted_(std::move(on_linted)) {}

  // The text has changed: findings and waiters of the older one go.
  void text_changed(const std::shared_ptr<OpenDocument>& document);
  // The settings or rules have: the engine's memory of it goes as well.
  void settings_changed(const std::shared_ptr<OpenDocument>& document);
  void close(OpenDocument& document);

  // Lints it again when its findings were forgotten.
  void when_linted(const std::shared_ptr<OpenDocument>& document, LintWaiter waiter);

 private:
  void lint(const std::shared_ptr<OpenDocument>& document);
  void start(const std::shared_ptr<OpenDocument>& document);
  void finish(OpenDocument& document, const std::shared_ptr<Linted>& linted);
  void remember(const std::shared_ptr<OpenDocument>& document);

  Dispatcher& dispatcher_;
  const ClientCapabilities& client_;
  OnLinted on_linted_;
  // Those linted last, the very last one at the end. Others' findings are forgotten, and of most of
  // these the engine's memory: people type in a few documents, and may have very many open.
  std::vector<std::weak_ptr<OpenDocument>> recent_;
};

// A name for these diagnostics: equal for equal ones.
[[nodiscard]] std::string result_id_of(std::string_view diagnostics);

}  // namespace personfirst::lsp
