#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "linter/cli/completions.h"

namespace personfirst {
namespace {

// In a specification of _arguments or _describe, which is itself in single quotes.
std::string quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '\n') {
      out += ' ';
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string action_of(const ValueInfo& value) {
  switch (value.offer) {
    case Offer::Words:
      return fmt::format("({})", fmt::join(value.words, " "));
    case Offer::Files:
      return "_files";
    case Offer::Folders:
      return "_files -/";
    case Offer::Rules:
      return "_personfirst_rule_ids";
    case Offer::WordsThenFile:
      return "_personfirst_report";
    case Offer::Nothing:
      return " ";
  }
  return " ";
}

std::string function_of(const CommandInfo& command) {
  std::string name = "_personfirst" + (command.name.empty() ? "" : "_command_" + command.name);
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::string option_specs(const OptionInfo& option) {
  std::string text;
  const bool takes_value = !option.value.name.empty();
  const std::string alone =
      option.repeatable ? "*" : fmt::format("({})", fmt::join(option.names, " "));
  for (const std::string& name : option.names) {
    const std::string joint = !takes_value ? "" : name.starts_with("--") ? "=" : "+";
    text += fmt::format("    '{}{}{}[{}]", alone, name, joint, quoted(option.what));
    if (takes_value) text += ":" + quoted(option.value.name) + ":" + action_of(option.value);
    text += "'\n";
  }
  return text;
}

std::string own_arguments(const CommandInfo& command) {
  if (command.arguments.empty()) return "";
  const ValueInfo& value = command.arguments.front().value;
  return fmt::format(" '*:{}:{}'", quoted(value.name), action_of(value));
}

std::string with_commands(const CommandInfo& command) {
  std::string names;
  std::string cases;
  for (const CommandInfo& below : command.commands) {
    names += fmt::format("        '{}:{}'\n", last_word(below), quoted(first_sentence(below.what)));
    cases += fmt::format("        {}) {} ;;\n", last_word(below), function_of(below));
  }
  return "  local curcontext=$curcontext state state_descr line\n  typeset -A opt_args\n"
         "  _arguments -s -C $options '1: :->command' '*:: :->arguments' && return\n"
         "  case $state in\n"
         "    command)\n      local -a commands\n      commands=(\n" +
         names +
         "      )\n      _describe command commands\n      ;;\n"
         "    arguments)\n      case $line[1] in\n" +
         cases + "        *) _arguments -s $options" + own_arguments(command) +
         " ;;\n      esac\n      ;;\n  esac\n";
}

std::string function(const CommandInfo& command) {
  std::string text = function_of(command) + "() {\n  local -a options\n  options=(\n";
  for (const OptionInfo& option : command.options) text += option_specs(option);
  text += "  )\n";
  text += command.commands.empty() ? "  _arguments -s $options" + own_arguments(command) + "\n"
                                   : with_commands(command);
  return text + "}\n";
}

// The words of an option that takes FORMAT=FILE; there is one such option.
std::string report_function(const ProgramInfo& info) {
  std::vector<std::string> words;
  for_each_command(info.program, [&](const CommandInfo& command) {
    for (const OptionInfo& option : command.options)
      if (option.value.offer == Offer::WordsThenFile) words = option.value.words;
  });
  return fmt::format(
      "_personfirst_report() {{\n  local -a formats\n  formats=({})\n"
      "  if compset -P '*='; then _files; else compadd -S = -a formats; fi\n}}\n",
      fmt::join(words, " "));
}

}  // namespace

std::string zsh_completions(const ProgramInfo& info) {
  std::string text =
      "#compdef personfirst\n"
      "# zsh completion for personfirst, written by: personfirst completions zsh\n";
  text +=
      "_personfirst_rule_ids() {\n  local -a ids\n"
      "  ids=(${(f)\"$(personfirst rules 2> /dev/null | cut -d ' ' -f 1)\"})\n"
      "  compadd -a ids\n}\n";
  text += report_function(info);
  for_each_command(info.program, [&](const CommandInfo& command) { text += function(command); });
  return text +
         "if [ \"$funcstack[1]\" = _personfirst ]; then _personfirst \"$@\"; else compdef "
         "_personfirst personfirst; fi\n";
}

}  // namespace personfirst
