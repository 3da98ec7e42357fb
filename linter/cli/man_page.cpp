#include "linter/cli/man_page.h"

namespace personfirst {
namespace {

// Text as it is, whatever roff would make of it.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '"':
        out += "\\(dq";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '\n':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

// A line of text: no macro, even when it begins with a dot.
std::string line(std::string_view text) {
  const bool may_be_macro = text.starts_with('.');
  return (may_be_macro ? "\\&" : "") + plain(text) + "\n";
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

std::string option_entry(const OptionInfo& option) {
  std::string names;
  for (const std::string& name : option.names) names += (names.empty() ? "" : ", ") + bold(name);
  if (!option.value.name.empty()) names += " " + italic(option.value.name);
  return ".TP\n" + names + "\n" + line(option.what);
}

std::string options_of(const CommandInfo& command) {
  std::string text;
  for (const ArgumentInfo& argument : command.arguments)
    text += ".TP\n" + italic(argument.value.name) + "\n" + line(argument.what);
  for (const OptionInfo& option : command.options) text += option_entry(option);
  return text;
}

std::string command_section(const CommandInfo& command) {
  return ".SS " + plain(command.usage) + "\n" + line(command.what) + options_of(command);
}

std::string sentence(std::string_view name, std::string_view rest) {
  return bold(name) + " " + plain(rest) + "\n";
}

std::string files_section() {
  return ".SH FILES\n.TP\n" + bold(".personfirst.json") + "\n" +
         line(
             "a project's configuration, looked for upwards from each file; personfirst init "
             "writes one to start from");
}

}  // namespace

std::string man_page(const ProgramInfo& info, std::string_view version) {
  const std::string name = "personfirst";
  std::string text =
      ".TH PERSONFIRST 1 \"\" \"" + name + " " + std::string(version) + "\" \"User Commands\"\n";
  text += ".SH NAME\n" + name + " \\- " + plain(info.program.what) + "\n";
  text += ".SH SYNOPSIS\n" + bold(name) + " " + italic("COMMAND") + " [" + italic("OPTIONS") +
          "] [" + italic("ARGUMENTS") + "]\n";
  text += ".SH DESCRIPTION\n" + sentence(name, info.program.what + ".");
  text += "It explains and cites its sources; it changes files only when it is told to.\n";
  text += ".SH OPTIONS\n" + options_of(info.program);
  text += ".SH COMMANDS\n";
  for (const CommandInfo& command : info.program.commands)
    for_each_command(command, [&](const CommandInfo& each) { text += command_section(each); });
  text += ".SH EXIT STATUS\n" + line(info.exit_status);
  text += files_section();
  text += ".SH EXAMPLES\n.nf\n";
  for (const std::string& example : info.examples) text += line(example);
  return text + ".fi\n";
}

}  // namespace personfirst
