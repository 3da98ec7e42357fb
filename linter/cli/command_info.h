// The command line described as plain data: what the manual and the shells' completions are written
// from. options.cpp, which knows how the command line is read, fills it in; nothing is listed
// twice.
#pragma once

#include <string>
#include <vector>

namespace personfirst {

// What a shell may offer for a value.
enum class Offer { Nothing, Words, Files, Folders, Rules, WordsThenFile };

struct ValueInfo {
  std::string name;  // as shown: "FILE"; empty for an option that takes no value
  Offer offer = Offer::Nothing;
  std::vector<std::string> words;  // those that are allowed, if only they are
  bool is_list = false;            // several with commas between them
};

struct OptionInfo {
  std::vector<std::string> names;  // "-j", "--jobs"; the short ones first
  ValueInfo value;
  std::string what;
  bool repeatable = false;
  std::vector<std::string> excludes;  // "--other"
};

struct ArgumentInfo {
  ValueInfo value;
  std::string what;
  bool repeatable = false;
  bool required = false;
};

struct CommandInfo {
  std::string name;   // "config show"; empty for the program itself
  std::string usage;  // "personfirst config show [OPTIONS] [PATH]"
  std::string what;   // one paragraph or two, without line breaks that matter
  std::string help;   // the page for --help
  std::vector<OptionInfo> options;
  std::vector<ArgumentInfo> arguments;
  std::vector<CommandInfo> commands;
};

// The program and all of its commands, with the sections of its help that are no list.
struct ProgramInfo {
  CommandInfo program;
  std::vector<std::string> examples;  // whole command lines
  std::string exit_status;
};

// The last word of a command's name: "show".
[[nodiscard]] inline std::string last_word(const CommandInfo& command) {
  return command.name.substr(command.name.find_last_of(' ') + 1);
}

// What a list of commands says of one: the first sentence, without what ends it.
[[nodiscard]] inline std::string first_sentence(const std::string& text) {
  for (std::size_t end = 0; end < text.size(); ++end) {
    const bool may_end = text[end] == '.' || text[end] == ':';
    const bool ends = end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n';
    if (may_end && ends) return text.substr(0, end);
  }
  return text;
}

// Calls `visit` for the command and all below it, the outer ones first.
template <typename Visit>
void for_each_command(const CommandInfo& command, const Visit& visit) {
  visit(command);
  for (const CommandInfo& below : command.commands) for_each_command(below, visit);
}

}  // namespace personfirst
