#include "linter/cli/describe_app.h"

#include <CLI/CLI.hpp>

namespace personfirst {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    words.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

Offer offer_for(const ValueInfo& value) {
  if (value.name == "FORMAT=FILE") return Offer::WordsThenFile;
  if (!value.words.empty()) return Offer::Words;
  if (value.name == "FILE" || value.name == "DIR|FILE" || value.name == "PATH") return Offer::Files;
  if (value.name == "FOLDER") return Offer::Folders;
  if (value.name == "RULE") return Offer::Rules;
  return Offer::Nothing;
}

ValueInfo describe_value(const CLI::Option& option) {
  ValueInfo value;
  const std::string type = option.get_type_name();
  const std::size_t end = std::min(type.find(kWordsFollow), type.size());
  value.name = option.get_positional() ? option.get_name() : type.substr(0, end);
  if (end < type.size()) value.words = split(type.substr(end + 1));
  value.offer = offer_for(value);
  value.is_list = option.get_delimiter() == ',';
  return value;
}

OptionInfo describe_option(const CLI::Option& option) {
  OptionInfo info;
  for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  const bool takes_value = option.get_items_expected_max() != 0;
  if (takes_value) info.value = describe_value(option);
  info.what = option.get_description();
  info.repeatable = takes_value && option.get_items_expected_max() > 1;
  for (const CLI::Option* other : option.get_excludes())
    info.excludes.push_back("--" + other->get_lnames().front());
  return info;
}

}  // namespace

CommandInfo describe_app(const CLI::App& app) {
  CommandInfo info;
  const bool is_program = app.get_parent() == nullptr;
  const CLI::App* above = app.get_parent();
  if (!is_program) info.name = app.get_name();
  for (; above != nullptr && above->get_parent() != nullptr; above = above->get_parent())
    info.name = above->get_name() + " " + info.name;
  info.usage = app.get_footer();
  info.what = app.get_description();
  info.help = app.help();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional())
      info.arguments.push_back({describe_value(*option), option->get_description(),
                                option->get_items_expected_max() > 1, option->get_required()});
    else
      info.options.push_back(describe_option(*option));
  }
  for (const CLI::App* command : app.get_subcommands({}))
    info.commands.push_back(describe_app(*command));
  return info;
}

}  // namespace personfirst
