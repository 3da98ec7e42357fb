#include "linter/files/walk.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/files/git.h"
#include "linter/text/document.h"

namespace personfirst {
namespace {

namespace fs = std::filesystem;

std::string join(const std::string& folder, const std::string& name) {
  return folder.empty() || folder.ends_with('/') ? folder + name : folder + "/" + name;
}

struct Entry {
  std::string name;
  bool folder = false;
};

// Folders and regular files that are not hidden, sorted.
std::vector<Entry> read_folder(const std::string& path, std::error_code& error) {
  std::vector<Entry> entries;
  fs::directory_iterator entry(path.empty() ? "." : path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (name.starts_with('.')) continue;
    // Mostly known without asking for it again.
    std::error_code vanished;
    if (entry->is_symlink(vanished)) continue;
    const bool folder = entry->is_directory(vanished);
    if (!folder && !entry->is_regular_file(vanished)) continue;
    entries.push_back({std::move(name), folder});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

class Walker {
 public:
  Walker(const Globs& globs, bool several_paths, const TargetSink& sink, const WalkScope& scope)
      : globs_(globs), several_paths_(several_paths), sink_(sink), scope_(scope) {}

  bool visit_named(const std::string& path) {
    if (path == "-") return !first_visit(path) || sink_({path, true, {}});
    std::error_code error;
    const fs::file_status status = fs::status(path.empty() ? "." : path, error);
    if (status.type() == fs::file_type::not_found)
      error = std::make_error_code(std::errc::no_such_file_or_directory);
    if (error) return give_error(path, error);
    const std::string real = fs::canonical(path.empty() ? "." : path, error).string();
    if (status.type() != fs::file_type::directory)
      return !first_visit(real) || sink_({path, true, {}});
    if (error) return give_error(path, error);

    // Who names an ignored folder wants it checked.
    std::shared_ptr<const GitIgnore> ignore = GitIgnore::around(real);
    if (ignore && ignore->is_ignored(real, true)) ignore = nullptr;
    const bool here = path.empty() || fs::path(path) / "" == "./";
    return visit_folder(here ? "" : path, "", real, ignore);
  }

 private:
  using Ignore = std::shared_ptr<const GitIgnore>;

  // `shown` is what people see, `below` the path below the named folder, `real` absolute.
  bool visit_folder(const std::string& shown, const std::string& below, const std::string& real,
                    const Ignore& ignore) {
    if (!first_visit(real)) return true;
    std::error_code error;
    for (const Entry& entry : read_folder(shown, error)) {
      const std::string entry_shown = join(shown, entry.name);
      const std::string entry_below = join(below, entry.name);
      const std::string entry_real = join(real, entry.name);
      const bool go_on = entry.folder ? enter(entry_shown, entry_below, entry_real, ignore)
                                      : offer(entry_shown, entry_below, entry_real, ignore);
      if (!go_on) return false;
    }
    return !error || give_error(shown.empty() ? "." : shown, error);
  }

  bool enter(const std::string& shown, const std::string& below, const std::string& real,
             const Ignore& ignore) {
    if (!globs_.wants_folder({shown, below})) return true;
    if (ignore && ignore->is_ignored(real, true)) return true;
    if (scope_.wants_folder && !scope_.wants_folder(shown)) return true;
    std::error_code error;
    const bool own_repository = fs::exists(real + "/.git", error);
    return visit_folder(shown, below, real, own_repository ? GitIgnore::around(real) : ignore);
  }

  bool offer(const std::string& shown, const std::string& below, const std::string& real,
             const Ignore& ignore) {
    const bool text_ending = is_prose_name(shown);
    if (!text_ending && !scope_.wants_file) return true;
    if (!globs_.wants_file({shown, below})) return true;
    if (scope_.wants_file && !scope_.wants_file(shown, text_ending)) return true;
    if (ignore && ignore->is_ignored(real, false)) return true;
    return !first_visit(real) || sink_({shown, false, {}});
  }

  bool give_error(const std::string& path, std::error_code error) {
    return sink_({path, true, Error{path, error.message()}});
  }

  // With one path nothing can be met twice: symbolic links are not followed.
  bool first_visit(const std::string& real) { return !several_paths_ || seen_.insert(real).second; }

  const Globs& globs_;
  bool several_paths_;
  const TargetSink& sink_;
  const WalkScope& scope_;
  std::set<std::string> seen_;
};

}  // namespace

void walk(std::span<const std::string> paths, const Globs& globs, const TargetSink& sink,
          const WalkScope& scope) {
  Walker walker(globs, paths.size() > 1, sink, scope);
  if (paths.empty()) {
    walker.visit_named("");
    return;
  }
  std::vector<std::string> sorted(paths.begin(), paths.end());
  std::sort(sorted.begin(), sorted.end());
  for (const std::string& path : sorted) {
    if (!walker.visit_named(path)) return;
  }
}

}  // namespace personfirst
