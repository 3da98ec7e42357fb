#include <fmt/format.h>
#include <fmt/ranges.h>

#include "linter/cli/completions.h"

namespace personfirst {
namespace {

constexpr const char* kBegin =
    R"(# fish completion for personfirst, written by: personfirst completions fish
function __personfirst_is
    set -l command
    for word in (commandline -opc)[2..-1]
        switch "$command $word"
)";

constexpr const char* kEnd = R"(        end
    end
    test "$command" = "$argv[1]"
end
function __personfirst_rule_ids
    personfirst rules 2>/dev/null | string replace -r ' .*' ''
end
complete -c personfirst -f
)";

// In single quotes.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "'";
}

std::string value_of(const ValueInfo& value) {
  switch (value.offer) {
    case Offer::Words:
      return fmt::format(" -a '{}'", fmt::join(value.words, " "));
    case Offer::Files:
      return " -F";
    case Offer::Folders:
      return " -a '(__fish_complete_directories)'";
    case Offer::Rules:
      return " -a '(__personfirst_rule_ids)'";
    case Offer::WordsThenFile:
      return fmt::format(" -F -a '{}='", fmt::join(value.words, "= "));
    case Offer::Nothing:
      return "";
  }
  return "";
}

std::string option_line(const std::string& begin, const OptionInfo& option) {
  std::string text = begin;
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.name.empty()) {
    const bool may_be_file =
        option.value.offer == Offer::Files || option.value.offer == Offer::WordsThenFile;
    text += (may_be_file ? " -r" : " -x") + value_of(option.value);
  }
  return text + " -d " + quoted(option.what) + "\n";
}

std::string lines_of(const CommandInfo& command) {
  const std::string begin =
      "complete -c personfirst -n '__personfirst_is \"" + command.name + "\"'";
  std::string text;
  for (const CommandInfo& below : command.commands)
    text += begin + " -a " + last_word(below) + " -d " + quoted(first_sentence(below.what)) + "\n";
  for (const ArgumentInfo& argument : command.arguments) {
    const std::string values = value_of(argument.value);
    if (!values.empty()) text += begin + values + "\n";
  }
  for (const OptionInfo& option : command.options) text += option_line(begin, option);
  return text;
}

}  // namespace

std::string fish_completions(const ProgramInfo& info) {
  std::string text = kBegin;
  std::string lines;
  for_each_command(info.program, [&](const CommandInfo& command) {
    for (const CommandInfo& below : command.commands) {
      text += fmt::format("            case '{} {}'\n                set command '{}'\n",
                          command.name, last_word(below), below.name);
    }
    lines += lines_of(command);
  });
  return text + kEnd + lines;
}

}  // namespace personfirst
