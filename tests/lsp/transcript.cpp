#include "tests/lsp/transcript.h"

#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include "lsp/server.h"
#include "tests/lsp/test_host.h"

namespace personfirst::lsp {
namespace {

struct Step {
  std::string word;
  std::string rest;               // behind the word, with all lines that belong to it
  std::vector<std::string> text;  // "| " lines
  std::string source;             // as in the file
};

bool goes_on(const std::string& line) {
  return line.starts_with(" ") || line.starts_with("|") || line.starts_with("\t");
}

std::vector<Step> read_steps(const std::string& transcript) {
  std::vector<Step> steps;
  std::istringstream lines(transcript);
  for (std::string line; std::getline(lines, line);) {
    if (goes_on(line) && !steps.empty()) {
      if (line.starts_with("|")) {
        steps.back().text.push_back(line.size() > 2 ? line.substr(2) : "");
      } else {
        steps.back().rest += "\n" + line;
      }
      steps.back().source += line + "\n";
      continue;
    }
    const bool says_nothing = line.empty() || line.starts_with("#");
    const std::size_t space = says_nothing ? 0 : line.find(' ');
    steps.push_back({says_nothing ? "" : line.substr(0, space),
                     space == std::string::npos ? "" : line.substr(space),
                     {},
                     line + "\n"});
    if (!steps.back().rest.empty() && !says_nothing) steps.back().rest.erase(0, 1);
  }
  return steps;
}

// JSON with a line for what fits into one.
void write(const Json& value, std::size_t indent, std::string& out) {
  constexpr std::size_t kWidth = 100;
  const std::string line = value.dump();
  if (!value.is_structured() || line.size() + indent <= kWidth) {
    out += line;
    return;
  }
  const std::string margin = "\n" + std::string(indent + 2, ' ');
  out += value.is_object() ? "{" : "[";
  bool first = true;
  for (const auto& [key, part] : value.items()) {
    if (!std::exchange(first, false)) out += ",";
    out += margin;
    if (value.is_object()) out += Json(key).dump() + ":";
    write(part, indent + 2, out);
  }
  out += "\n" + std::string(indent, ' ') + (value.is_object() ? "}" : "]");
}

std::string shown(const Json& message) {
  std::string text = "<- ";
  write(message, 3, text);
  return text + "\n";
}

class Player {
 public:
  Played play(const std::string& transcript) {
    for (const Step& step : read_steps(transcript)) take(step);
    flush_unexpected();
    return std::move(played_);
  }

 private:
  void take(const Step& step) {
    if (step.word == "<-") return expect(step);
    flush_unexpected();
    played_.actual += step.source;
    if (step.word == "->") return say(filled(parse(step)));
    if (step.word == "raw") return server_.receive(step.rest);
    if (step.word == "start") return start(step);
    if (step.word == "file") return write(step);
    if (step.word == "delete") return static_cast<void>(host_.files.erase(step.rest));
    if (step.word == "hold") return static_cast<void>(host_.hold = true);
    if (step.word == "run") return host_.run();
    if (step.word == "end") return server_.end_of_input();
    if (step.word == "exit") return check_exit(std::stoi(step.rest));
    if (!step.word.empty()) fail("unknown word: " + step.word);
  }

  Json parse(const Step& step) {
    Json json = Json::parse(step.rest, nullptr, false);
    if (json.is_discarded()) fail("no JSON: " + step.source);
    return json;
  }

  void say(Json message) {
    if (message.is_object() && !message.contains("jsonrpc")) message["jsonrpc"] = "2.0";
    host_.note_request(message);
    server_.receive(message.dump());
  }

  void start(const Step& step) {
    Json params = step.rest.empty() ? Json::object() : parse(step);
    if (!params.contains("capabilities")) params["capabilities"] = Json::object();
    if (!params.contains("workspaceFolders") && !params.contains("rootUri"))
      params["rootUri"] = "file:///ws";
    if (!params.contains("processId")) params["processId"] = nullptr;
    say({{"id", 0}, {"method", "initialize"}, {"params", params}});
    if (host_.sent.empty()) return fail("no answer to initialize");
    host_.sent.pop_front();
    say({{"method", "initialized"}, {"params", Json::object()}});
  }

  void write(const Step& step) {
    std::string& text = host_.files[step.rest];
    text.clear();
    for (const std::string& line : step.text) text += line + "\n";
  }

  void expect(const Step& step) {
    const Json wanted = parse(step);
    if (host_.sent.empty()) return fail("the server has not said\n" + step.source);
    const Json got = host_.sent.front();
    host_.sent.pop_front();
    const bool same = matches(wanted, got);
    played_.actual += same ? step.source : shown(got);
    if (!same) fail("expected\n" + step.source + "and got\n" + shown(got));
  }

  void flush_unexpected() {
    while (!host_.sent.empty()) {
      const std::string text = shown(host_.sent.front());
      host_.sent.pop_front();
      played_.actual += text;
      fail("nobody expected\n" + text);
    }
  }

  void check_exit(int status) {
    if (host_.stops != std::vector<int>{status}) fail("the server has not ended so");
  }

  static std::string name_of(const Json& value) {
    if (!value.is_string()) return {};
    const std::string text = value;
    return text.starts_with("{{") && text.ends_with("}}") ? text.substr(2, text.size() - 4) : "";
  }

  bool matches(const Json& wanted, const Json& got) {
    if (const std::string name = name_of(wanted); !name.empty())
      return name == "*" || names_.try_emplace(name, got).first->second == got;
    if (wanted.type() != got.type() && !(wanted.is_number() && got.is_number())) return false;
    if (wanted.is_array()) {
      if (wanted.size() != got.size()) return false;
      for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!matches(wanted[i], got[i])) return false;
      return true;
    }
    if (!wanted.is_object()) return wanted == got;
    if (wanted.size() != got.size()) return false;
    for (const auto& [key, value] : wanted.items())
      if (!got.contains(key) || !matches(value, got[key])) return false;
    return true;
  }

  Json filled(Json value) {
    if (const std::string name = name_of(value); names_.contains(name)) return names_[name];
    if (value.is_structured())
      for (Json& part : value) part = filled(part);
    return value;
  }

  void fail(const std::string& what) { played_.failures += what + "\n"; }

  TestHost host_;
  Server server_{host_, {}};
  std::map<std::string, Json> names_;
  Played played_;
};

}  // namespace

Played play(const std::string& transcript) { return Player().play(transcript); }

}  // namespace personfirst::lsp
