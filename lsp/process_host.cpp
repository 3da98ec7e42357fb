#include "lsp/process_host.h"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "linter/files/files.h"
#include "linter/files/walk.h"

namespace personfirst::lsp {
namespace {

// What may wait to be dealt with, and to be written, before the client has to wait.
constexpr std::size_t kInputLimit = 32 * 1024 * 1024;
constexpr std::size_t kOutputLimit = 32 * 1024 * 1024;
constexpr std::size_t kReadAtOnce = 64 * 1024;
// For a client that wants to know the end, but does not read it.
constexpr std::chrono::milliseconds kLastWords{2000};

std::string count(std::string_view what, std::size_t bytes) {
  return std::string(what) + " " + std::to_string(bytes) + " bytes";
}

}  // namespace

ProcessHost::ProcessHost(Connection client, const ProcessOptions& options)
    : client_(std::move(client)),
      log_(options.log_level),
      events_(kInputLimit),
      workers_(options.threads, [this](Job job) { events_.add(std::move(job.done)); }),
      output_(client_.out.number(), kOutputLimit,
              {[this](bool hold) {
                 events_.hold_input(hold);
                 workers_.hold_background(hold);
               },
               [this] { events_.add(EndOfInput{}); }}),
      watch_([this] { events_.add(ClientIsGone{}); }) {
  if (options.client_process) watch_.watch(*options.client_process);
}

ProcessHost::~ProcessHost() {
  stop_reading_.wake();
  events_.close();
  if (reader_.joinable()) reader_.join();
}

int ProcessHost::run(Server& server) {
  reader_ = std::thread([this] { read_input(); });
  while (!status_) handle(server, events_.take());
  output_.flush(kLastWords);
  // A folder that is being searched, say, is not worth waiting for.
  if (!workers_.wait_until_idle(kLastWords)) std::_Exit(*status_);
  return *status_;
}

void ProcessHost::read_input() {
  FrameReader framing;
  std::vector<Frame> frames;
  std::vector<char> buffer(kReadAtOnce);
  bool more = true;
  while (more) {
    const std::size_t size = read_some(client_.in.number(), buffer, stop_reading_);
    more = size > 0;
    if (more) {
      framing.read({buffer.data(), size}, frames);
    } else {
      framing.end(frames);
    }
    for (Frame& frame : frames) {
      if (!events_.add_input(std::move(frame))) return;
    }
    frames.clear();
  }
  events_.add(EndOfInput{});
}

void ProcessHost::handle(Server& server, Event event) {
  if (const auto* frame = std::get_if<Frame>(&event)) {
    receive(server, *frame);
  } else if (const auto* done = std::get_if<Finished>(&event)) {
    if (*done) (*done)();
  } else if (std::holds_alternative<ClientIsGone>(event)) {
    log_.info("the client's process has ended");
    server.end_of_input();
  } else {
    log_.debug("the client has closed the connection");
    server.end_of_input();
  }
}

void ProcessHost::receive(Server& server, const Frame& frame) {
  if (!frame) return server.framing_error(to_string(frame.error()));
  if (log_.has_debug()) log_.debug(count("received", frame->size()));
  server.receive(*frame);
  if (const auto process = server.client_process()) watch_.watch(*process);
}

void ProcessHost::send(std::string message, std::string_view replaces) {
  if (log_.has_debug()) log_.debug(count("sends", message.size()));
  output_.send(std::move(message), replaces);
}

void ProcessHost::start(Job job) { workers_.start(std::move(job)); }

std::string ProcessHost::real_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
  return error ? normal_path(path) : real.string();
}

Result<std::optional<std::string>> ProcessHost::read_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR))
    return std::nullopt;
  // Reading anything else might wait for ever.
  if (!S_ISREG(status.st_mode)) return tl::unexpected(Error{path, "cannot be read as a file"});
  Result<FileContents> contents = personfirst::read_file(path);
  if (!contents) return tl::unexpected(contents.error());
  return std::move(contents->bytes);
}

std::vector<FoundFile> ProcessHost::list_documents(const std::string& folder) {
  std::vector<FoundFile> found;
  walk({&folder, 1}, Globs(), [&](Target target) {
    if (!target.error) found.push_back({std::move(target.path)});
    return true;
  });
  return found;
}

void ProcessHost::log(std::string_view line) { log_.info(line); }

void ProcessHost::stop(int status) {
  if (!status_) status_ = status;
}

}  // namespace personfirst::lsp
