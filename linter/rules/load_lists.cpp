// Reads {"names": [...]} and {"sources": [...]}.
#include <set>
#include <string>

#include "linter/rules/load_parts.h"

namespace personfirst {
namespace {

using Kind = JsonValue::Kind;

// The list of a file that has nothing else.
Result<const JsonValue*> read_list(const std::string& file, const JsonValue& root,
                                   std::string_view key) {
  ObjectReader reader(root, file);
  reader.optional_text("$schema");
  const JsonValue* list = reader.required(key, Kind::Array);
  if (list != nullptr && list->items.empty()) reader.refuse(reader.place(key), "must not be empty");
  if (const Result<void> done = reader.finish(); !done) return tl::unexpected(done.error());
  return list;
}

std::string place(const std::string& file, std::string_view key, std::size_t index) {
  return file + ": " + std::string(key) + "[" + std::to_string(index) + "]";
}

}  // namespace

Result<void> read_names_file(const std::string& file, const JsonValue& root, RuleData& data) {
  const Result<const JsonValue*> list = read_list(file, root, "names");
  if (!list) return tl::unexpected(list.error());
  for (std::size_t i = 0; i < (*list)->items.size(); ++i) {
    ObjectReader reader((*list)->items[i], place(file, "names", i));
    ExemptName name;
    name.text = reader.required_text("text");
    name.acronym = reader.optional_text("acronym");
    name.needs_capitals = reader.flag("needs_capitals");
    if (const Result<void> done = reader.finish(); !done) return done;
    data.names.push_back(std::move(name));
  }
  return {};
}

Result<void> read_sources_file(const std::string& file, const JsonValue& root, RuleData& data) {
  const Result<const JsonValue*> list = read_list(file, root, "sources");
  if (!list) return tl::unexpected(list.error());
  std::set<std::string> ids;
  for (const SourceEntry& source : data.sources) ids.insert(source.id);
  for (std::size_t i = 0; i < (*list)->items.size(); ++i) {
    const JsonValue& value = (*list)->items[i];
    const JsonValue* id = value.find("id");
    const bool has_id = id != nullptr && id->kind == Kind::String && !id->string.empty();
    ObjectReader reader(value, has_id ? file + ": " + id->string : place(file, "sources", i));
    SourceEntry source;
    source.id = reader.required_text("id");
    source.title = reader.required_text("title");
    source.publisher = reader.required_text("publisher");
    source.year = reader.optional_text("year");
    source.url = reader.required_text("url");
    if (has_id && !is_kebab_case(source.id)) {
      reader.refuse(reader.place("id"), "must be in lower case: a-z, 0-9 and hyphens");
    }
    if (!source.url.empty() && !source.url.starts_with("https://") &&
        !source.url.starts_with("http://")) {
      reader.refuse(reader.place("url"), "must begin with https:// or http://");
    }
    if (!ids.insert(source.id).second)
      reader.refuse(reader.place("id"), "is already the id of a source");
    if (const Result<void> done = reader.finish(); !done) return done;
    data.sources.push_back(std::move(source));
  }
  return {};
}

}  // namespace personfirst
