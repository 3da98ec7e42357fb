#include "wasm/engine.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lsp/json.h"
#include "wasm/charsets.h"
#include "wasm/examples.h"
#include "wasm/options_reader.h"

namespace personfirst::wasm {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kKeptProjects = 4;

}  // namespace

tl::unexpected<Error> failure(std::string_view where, std::string_view what) {
  return tl::unexpected(Error{std::string(where), std::string(what)});
}

Engine::Engine() = default;
Engine::~Engine() = default;

Status Engine::call(std::string_view name, std::string_view options, std::string bytes) {
  const Json json = options.empty() ? Json() : Json::parse(options, nullptr, false);
  const auto found = std::ranges::find(methods(), name, &NamedMethod::name);
  Result<Answer> answer = found == methods().end()
                              ? failure("call", "this module has no such method")
                          : json.is_discarded() ? failure("options", "must be JSON")
                                                : (this->*found->method)({json, std::move(bytes)});
  const std::set<std::string> missing = files_.take_missing();
  if (!missing.empty()) {
    projects_.clear();  // made without them
    answer_ = {lsp::dump({{"files", missing}})};
    return Status::MissingFiles;
  }
  if (!answer) {
    answer_ = {lsp::dump({{"where", answer.error().where}, {"what", answer.error().what}})};
    return Status::Failed;
  }
  answer_ = *std::move(answer);
  return Status::Done;
}

// {"path", "error"}, and the bytes unless {"absent": true}; of a folder {"path", "names"}.
Result<Answer> Engine::give_file(Call call) {
  OptionsReader options(call.options, "options");
  const auto path = options.text("path");
  const bool absent = options.flag("absent");
  const auto error = options.text("error");
  const bool is_folder = options.list("names") != nullptr;
  std::vector<std::string> names = options.texts("names");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  if (!path) return failure("options.path", "must be a text");
  projects_.clear();
  if (error) {
    files_.give(*path, tl::unexpected(Error{*path, *error}));
  } else if (is_folder) {
    files_.give_folder(*path, std::move(names));
  } else if (absent) {
    files_.give(*path, std::nullopt);
  } else {
    files_.give(*path, std::move(call.bytes));
  }
  return Answer();
}

// {"path"}, or all.
Result<Answer> Engine::forget_file(Call call) {
  OptionsReader options(call.options, "options");
  const auto path = options.text("path");
  if (auto read = options.finish(); !read) return tl::unexpected(read.error());
  projects_.clear();
  if (path) {
    files_.forget(*path);
  } else {
    files_.forget_all();
  }
  return Answer();
}

// The bytes of charsets.dat.
Result<Answer> Engine::take_charsets(Call call) {
  if (auto added = add_charsets(call.bytes); !added) return tl::unexpected(added.error());
  return Answer();
}

// The bytes of examples.dat.
Result<Answer> Engine::take_examples(Call call) {
  give_examples(std::move(call.bytes));
  return Answer();
}

Result<Project*> Engine::project(const Json* options) {
  const Json nothing;
  if (options == nullptr) options = &nothing;
  std::string key = lsp::dump(*options);
  const auto found = std::ranges::find(projects_, key, &KeptProject::options);
  if (found != projects_.end()) {
    std::rotate(projects_.begin(), found, found + 1);
    return projects_.front().project.get();
  }
  auto opened = Project::open(*options, files_, rule_sets_);
  if (!opened) return tl::unexpected(opened.error());
  if (projects_.size() >= kKeptProjects) projects_.pop_back();
  projects_.insert(projects_.begin(), {std::move(key), *std::move(opened)});
  return projects_.front().project.get();
}

}  // namespace personfirst::wasm
