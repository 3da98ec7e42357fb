// personfirst init, personfirst config show.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/project.h"
#include "linter/config/config.h"

namespace personfirst {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

int refuse(const Error& error) {
  complain(to_string(error));
  return 2;
}

std::string place_of(const ConfigOrigin& origin, const std::string& working_folder) {
  return shown_path(to_string(origin), working_folder);
}

std::string to_text(const std::vector<ShownSetting>& rows, const std::string& working_folder) {
  std::size_t key_width = 0;
  std::size_t value_width = 0;
  constexpr std::size_t kWidest = 40;  // longer ones push their origin to the right
  for (const ShownSetting& row : rows) {
    key_width = std::max(key_width, row.key.size());
    value_width = std::max(value_width, std::min(kWidest, row.value.size()));
  }
  std::string text;
  for (const ShownSetting& row : rows) {
    text += fmt::format("{:{}}  {:{}}  {}\n", row.key, key_width, row.value, value_width,
                        place_of(row.origin, working_folder));
  }
  return text;
}

std::string to_json_text(const std::vector<ShownSetting>& rows, const std::string& path,
                         const std::string& working_folder) {
  Json list = Json::array();
  for (const ShownSetting& row : rows) {
    Json origin = {{"file", shown_path(row.origin.file, working_folder)}};
    if (row.origin.line != 0) {
      origin["line"] = row.origin.line;
      origin["column"] = row.origin.column;
    }
    list.push_back({{"key", row.key},
                    {"value", Json::parse(row.value, nullptr, false)},
                    {"origin", std::move(origin)}});
  }
  return Json({{"version", 1}, {"path", path}, {"settings", std::move(list)}})
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

// Never over a file that is there.
Result<void> write_new(const std::string& path, std::string_view text) {
  const auto failure = [&](int number) -> Result<void> {
    return tl::unexpected(Error{path, std::generic_category().message(number)});
  };
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0 && errno == EEXIST)
    return tl::unexpected(Error{path, "is there already; it was left as it is"});
  if (fd < 0) return failure(errno);
  Output output(fd);
  output.write(text);
  output.flush();
  const int number = output.failure();
  if (::close(fd) != 0 && number == 0) return failure(errno);
  return number == 0 ? Result<void>() : failure(number);
}

}  // namespace

int run_init(const InitArgs& args) {
  const std::string path = (fs::path(args.folder) / kConfigFileName).lexically_normal().string();
  if (const Result<void> written = write_new(path, starter_config()); !written)
    return refuse(written.error());
  Output output(STDOUT_FILENO);
  output.write("Wrote " + path + ". See what it does: personfirst config show\n");
  return finish(output, 0);
}

int run_config_show(const ConfigShowArgs& args) {
  const Result<std::unique_ptr<Project>> project = Project::open({}, args.config, {});
  if (!project) return refuse(project.error());
  const Result<Project::Place> place = (*project)->look_up(args.path);
  if (!place) return refuse(place.error());
  const std::string working_folder = fs::current_path().string();
  const std::vector<ShownSetting> rows = show_settings(*place->config, place->path);
  Output output(STDOUT_FILENO);
  output.write(args.format == ListFormat::Json ? to_json_text(rows, args.path, working_folder)
                                               : to_text(rows, working_folder));
  return finish(output, 0);
}

}  // namespace personfirst
