#include "linter/cli/command_line_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace personfirst {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const ValueInfo& value) {
  if (value.name.empty()) return nullptr;
  return {{"name", value.name}, {"words", value.words}, {"list", value.is_list}};
}

Json to_json(const CommandInfo& command) {
  Json options = Json::array();
  for (const OptionInfo& option : command.options) {
    options.push_back({{"names", option.names},
                       {"value", to_json(option.value)},
                       {"what", option.what},
                       {"repeatable", option.repeatable},
                       {"excludes", option.excludes}});
  }
  Json arguments = Json::array();
  for (const ArgumentInfo& argument : command.arguments) {
    arguments.push_back({{"value", to_json(argument.value)},
                         {"what", argument.what},
                         {"repeatable", argument.repeatable},
                         {"required", argument.required}});
  }
  Json commands = Json::array();
  for (const CommandInfo& below : command.commands) commands.push_back(to_json(below));
  return {{"name", command.name},
          {"usage", command.usage},
          {"help", command.help},
          {"options", std::move(options)},
          {"arguments", std::move(arguments)},
          {"commands", std::move(commands)}};
}

}  // namespace

std::string command_line_json(const ProgramInfo& info) {
  return Json({{"version", 1}, {"program", to_json(info.program)}})
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace personfirst
