#include <fmt/format.h>
#include <fmt/ranges.h>

#include "linter/cli/completions.h"

namespace personfirst {
namespace {

constexpr const char* kBegin =
    R"(# bash completion for personfirst, written by: personfirst completions bash
_personfirst() {
  local program=$1 current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local command= kind= words= options= i
  COMPREPLY=()
  # bash cuts words at an equals sign, and counts it as one.
  if [[ $current == "=" ]]; then
    current=
  elif [[ $before == "=" ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case "$command ${COMP_WORDS[i]}" in
)";

constexpr const char* kEnd = R"(  case $kind in
    words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current") ;;
    words_then_file)
      mapfile -t COMPREPLY < <(compgen -S = -W "$words" -- "$current")
      compopt -o nospace 2> /dev/null
      ;;
    files)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      compopt -o filenames 2> /dev/null
      ;;
    folders)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      compopt -o filenames 2> /dev/null
      ;;
    rules)
      words=$("$program" rules 2> /dev/null | cut -d ' ' -f 1)
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
      ;;
  esac
}
complete -F _personfirst personfirst
)";

std::string kind_of(const ValueInfo& value) {
  switch (value.offer) {
    case Offer::Words:
      return "words";
    case Offer::Files:
      return "files";
    case Offer::Folders:
      return "folders";
    case Offer::Rules:
      return "rules";
    case Offer::WordsThenFile:
      return "words_then_file";
    case Offer::Nothing:
      return "nothing";
  }
  return "nothing";
}

// The value that stands behind an option.
std::string value_cases(const CommandInfo& command) {
  std::string text;
  for (const OptionInfo& option : command.options) {
    if (option.value.name.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names)
      patterns.push_back(fmt::format("'{} {}'", command.name, name));
    text += fmt::format("    {}) kind={} words='{}' ;;\n", fmt::join(patterns, " | "),
                        kind_of(option.value), fmt::join(option.value.words, " "));
    // After the equals sign of FORMAT=FILE.
    if (option.value.offer != Offer::WordsThenFile) continue;
    patterns.clear();
    for (const std::string& word : option.value.words)
      patterns.push_back(fmt::format("'{} {}'", command.name, word));
    text += fmt::format("    {}) [[ ${{COMP_LINE:0:COMP_POINT}} == *=* ]] && kind=files ;;\n",
                        fmt::join(patterns, " | "));
  }
  return text;
}

// What may stand where no option waits for a value.
std::string own_case(const CommandInfo& command) {
  std::vector<std::string> options;
  for (const OptionInfo& option : command.options)
    options.insert(options.end(), option.names.begin(), option.names.end());
  std::vector<std::string> words;
  for (const CommandInfo& below : command.commands) words.push_back(last_word(below));
  std::string kind = words.empty() ? "nothing" : "words";
  if (words.empty() && !command.arguments.empty()) {
    kind = kind_of(command.arguments.front().value);
    words = command.arguments.front().value.words;
  }
  return fmt::format("      '{}') options='{}' kind={} words='{}' ;;\n", command.name,
                     fmt::join(options, " "), kind, fmt::join(words, " "));
}

}  // namespace

std::string bash_completions(const ProgramInfo& info) {
  std::string text = kBegin;
  std::string values;
  std::string own;
  for_each_command(info.program, [&](const CommandInfo& command) {
    for (const CommandInfo& below : command.commands) {
      text += fmt::format("      '{} {}') command='{}' ;;\n", command.name, last_word(below),
                          below.name);
    }
    values += value_cases(command);
    own += own_case(command);
  });
  text += "    esac\n  done\n  case \"$command $before\" in\n" + values + "  esac\n";
  text += "  if [[ -z $kind ]]; then\n    case $command in\n" + own + "    esac\n";
  text += "    if [[ $current == -* ]]; then kind=words words=$options; fi\n  fi\n";
  return text + kEnd;
}

}  // namespace personfirst
