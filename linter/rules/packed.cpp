#include "linter/rules/packed.h"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/rules/packing.h"

namespace personfirst {
namespace {

// Change it with the fields in packing.h.
constexpr std::string_view kTag = "personfirst rules 4\n";

using packing::all_fields;
using packing::last;
using packing::Of;
using packing::Struct;

template <typename T>
concept Number = std::same_as<T, std::uint32_t> || std::same_as<T, std::uint64_t>;
template <typename T>
concept Enum = std::is_enum_v<T>;

// The least significant byte of a number is the first. Counts are four bytes, before what they
// count.
class Writer {
 public:
  template <Number T>
  void write(T number) {
    for (std::size_t i = 0; i < sizeof number; ++i)
      out += static_cast<char>((number >> (8 * i)) & 0xFF);
  }
  void write(bool flag) { out += static_cast<char>(flag ? 1 : 0); }
  void write(Enum auto value) { out += static_cast<char>(value); }
  void write(const std::string& text) {
    count(text.size());
    out += text;
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  template <Number T, std::size_t kSize>
  void write(const std::array<T, kSize>& numbers) {
    for (const T number : numbers) write(number);
  }
  template <typename T>
  void write(const std::vector<T>& items) {
    count(items.size());
    for (const T& item : items) write(item);
  }
  template <typename Value, typename Less>
  void write(const std::map<std::string, Value, Less>& entries) {
    count(entries.size());
    for (const auto& [key, value] : entries) {
      write(key);
      write(value);
    }
  }
  void write(const WordList& words) {
    Writer all;
    all.write(words.all());
    write(all.out);
  }
  template <Struct T>
  void write(const T& value) {
    std::apply([&](auto... field) { (write(value.*field), ...); }, all_fields<T>());
  }

  std::string out;

 private:
  void count(std::size_t size) { write(static_cast<std::uint32_t>(size)); }
};

// After the first thing that is wrong everything reads as empty; ok() tells.
class Reader {
 public:
  // Later: the words of sets when they are asked for, from the bytes, which must outlive them.
  enum class Lists { Now, Later };
  explicit Reader(std::string_view bytes, Lists lists = Lists::Now) : rest_(bytes), lists_(lists) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  template <Number T>
  void read(T& number) {
    const std::string_view bytes = take(sizeof number);
    number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      number |= T{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  void read(bool& flag) { flag = small_number(1) != 0; }
  template <Enum T>
  void read(T& value) {
    value = static_cast<T>(small_number(static_cast<unsigned>(last(Of<T>{}))));
  }
  void read(std::string& text) { text = std::string(take(count())); }
  template <typename T>
  void read(std::optional<T>& value) {
    bool given = false;
    read(given);
    if (given) read(value.emplace());
  }
  template <Number T>
  void read(std::vector<T>& numbers) {
    const std::string_view bytes = take(count() * sizeof(T));
    numbers.resize(bytes.size() / sizeof(T));
    copy(bytes, numbers);
  }
  template <Number T, std::size_t kSize>
  void read(std::array<T, kSize>& numbers) {
    copy(take(sizeof numbers), numbers);
  }
  template <typename T>
  void read(std::vector<T>& items) {
    const std::size_t size = count();
    constexpr std::size_t kTrusted = 512;  // a wrong count must not cost memory
    items.reserve(std::min(size, kTrusted));
    for (std::size_t i = 0; i < size && ok_; ++i) read(items.emplace_back());
  }
  template <typename Value, typename Less>
  void read(std::map<std::string, Value, Less>& entries) {
    const std::size_t size = count();
    std::string key;
    for (std::size_t i = 0; i < size && ok_; ++i) {
      read(key);
      if (!entries.empty() && key <= entries.rbegin()->first) return fail();
      read(entries.emplace_hint(entries.end(), std::move(key), Value{})->second);
    }
  }
  void read(WordList& words) {
    const std::string_view bytes = take(count());
    if (lists_ == Lists::Later) {
      words = WordList([bytes] {
        auto all = std::make_unique<WordList::Words>();
        Reader(bytes).read(*all);
        return all;
      });
      return;
    }
    WordList::Words all;
    Reader reader(bytes);
    reader.read(all);
    if (!reader.ok() || !reader.at_end()) return fail();
    words = std::move(all);
  }
  template <Struct T>
  void read(T& value) {
    std::apply([&](auto... field) { (read(value.*field), ...); }, all_fields<T>());
  }

 private:
  void fail() {
    ok_ = false;
    rest_ = {};
  }

  // The numbers are as many as the bytes are for, or there are no bytes.
  template <typename Numbers>
  static void copy(std::string_view bytes, Numbers& numbers) {
    if (bytes.empty()) return;
    if (std::endian::native == std::endian::little) {
      std::memcpy(numbers.data(), bytes.data(), bytes.size());
      return;
    }
    Reader each(bytes);
    for (auto& number : numbers) each.read(number);
  }

  unsigned small_number(unsigned greatest) {
    const std::string_view byte = take(1);
    const unsigned number = byte.empty() ? 0 : static_cast<unsigned char>(byte.front());
    if (number <= greatest) return number;
    fail();
    return 0;
  }

  // Of bytes, or of items that take a byte or more each.
  std::size_t count() {
    std::uint32_t size = 0;
    read(size);
    if (size <= rest_.size()) return size;
    fail();
    return 0;
  }

  std::string_view rest_;
  Lists lists_;
  bool ok_ = true;
};

bool has_all_anchors(const Rule& rule) {
  return !rule.checked || rule.anchors.size() == rule.patterns.size();
}

template <typename T>
std::string packed(const T& value) {
  Writer writer;
  writer.write(value);
  return std::move(writer.out);
}

template <typename T>
Lazy<T> read_later(std::string_view bytes) {
  return Lazy<T>([bytes] {
    auto value = std::make_unique<T>();
    Reader(bytes, Reader::Lists::Later).read(*value);
    return value;
  });
}

// False when the bytes do not hold.
template <typename T>
bool read_now(std::string_view bytes, T& value) {
  Reader reader(bytes);
  reader.read(value);
  return reader.ok() && reader.at_end();
}

// Packed rules: first the heads of all, by id, then where the parts end, then the parts.
struct Opened {
  struct Part {
    RuleHead head;
    std::uint32_t place = 0;  // among the rules as they were loaded
    std::string_view bytes;
  };
  std::vector<Part> rules;
  std::map<std::string, std::string_view> lexicons;
  std::string_view names, sources;
};

void write_heads(Writer& writer, const std::vector<const Rule*>& by_id, const RuleData& data) {
  std::vector<RuleHead> heads;
  std::vector<std::uint32_t> places;
  for (const Rule* rule : by_id) {
    heads.push_back(head_of(*rule));
    places.push_back(static_cast<std::uint32_t>(rule - data.rules.data()));
  }
  writer.write(heads);
  writer.write(places);
}

std::optional<Opened> open(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<RuleHead> heads;
  std::vector<std::uint32_t> places, sizes;
  std::vector<std::string> languages;
  reader.read(heads);
  reader.read(places);
  reader.read(languages);
  reader.read(sizes);
  if (!reader.ok() || places.size() != heads.size() ||
      sizes.size() != heads.size() + languages.size() + 2)
    return std::nullopt;
  if (std::ranges::adjacent_find(languages, std::greater_equal()) != languages.end())
    return std::nullopt;
  Opened opened;
  opened.rules.reserve(heads.size());
  auto size = sizes.begin();
  for (std::size_t i = 0; i < heads.size(); ++i)
    opened.rules.push_back({std::move(heads[i]), places[i], reader.take(*size++)});
  for (std::string& language : languages)
    opened.lexicons.emplace_hint(opened.lexicons.end(), std::move(language), reader.take(*size++));
  opened.names = reader.take(*size++);
  opened.sources = reader.take(*size++);
  if (!reader.ok() || !reader.at_end()) return std::nullopt;
  return opened;
}

bool read_rules(const Opened& opened, std::vector<Rule>& rules) {
  std::vector<bool> is_read(opened.rules.size());
  rules.resize(is_read.size());
  const Opened::Part* last = nullptr;
  for (const Opened::Part& part : opened.rules) {
    if (part.place >= rules.size() || is_read[part.place]) return false;
    is_read[part.place] = true;
    Rule& rule = rules[part.place];
    if (!read_now(part.bytes, rule) || !(head_of(rule) == part.head) || !has_all_anchors(rule))
      return false;
    if (last != nullptr &&
        std::tie(part.head.id, part.place) < std::tie(last->head.id, last->place))
      return false;
    last = &part;
  }
  return true;
}

bool read_all(const Opened& opened, RuleData& data) {
  if (!read_rules(opened, data.rules)) return false;
  for (const auto& [language, bytes] : opened.lexicons) {
    if (!read_now(bytes, data.lexicons[language])) return false;
  }
  return read_now(opened.names, data.names) && read_now(opened.sources, data.sources);
}

// What follows the tag; empty for another version.
std::optional<std::string_view> untagged(std::string_view bytes) {
  if (!bytes.starts_with(kTag)) return std::nullopt;
  return bytes.substr(kTag.size());
}

auto refuse(const char* what) { return tl::make_unexpected(Error{"packed rules", what}); }
constexpr const char* kOtherVersion = "are of another version";
constexpr const char* kDamaged = "are damaged";

}  // namespace

std::string to_packed(const RuleData& data) {
  std::vector<const Rule*> by_id;
  for (const Rule& rule : data.rules) by_id.push_back(&rule);
  std::ranges::stable_sort(by_id, {},
                           [](const Rule* rule) -> const std::string& { return rule->id; });
  std::vector<std::string> parts, languages;
  for (const Rule* rule : by_id) parts.push_back(packed(*rule));
  for (const auto& [language, lexicon] : data.lexicons) {
    languages.push_back(language);
    parts.push_back(packed(lexicon));
  }
  parts.push_back(packed(data.names));
  parts.push_back(packed(data.sources));
  std::vector<std::uint32_t> sizes;
  for (const std::string& part : parts) sizes.push_back(static_cast<std::uint32_t>(part.size()));

  Writer writer;
  writer.out = kTag;
  write_heads(writer, by_id, data);
  writer.write(languages);
  writer.write(sizes);
  for (const std::string& part : parts) writer.out += part;
  return std::move(writer.out);
}

Result<RuleData> from_packed(std::string_view bytes) {
  const auto rest = untagged(bytes);
  if (!rest) return refuse(kOtherVersion);
  RuleData data;
  const std::optional<Opened> opened = open(*rest);
  if (!opened || !read_all(*opened, data)) return refuse(kDamaged);
  return data;
}

Result<RuleParts> open_packed(std::string_view bytes) {
  const auto rest = untagged(bytes);
  if (!rest) return refuse(kOtherVersion);
  std::optional<Opened> opened = open(*rest);
  if (!opened) return refuse(kDamaged);
  RuleParts parts;
  parts.rules.reserve(opened->rules.size());
  for (Opened::Part& part : opened->rules)
    parts.rules.push_back({std::move(part.head), part.place, read_later<Rule>(part.bytes)});
  for (const auto& [language, of_language] : opened->lexicons)
    parts.lexicons.emplace(language, read_later<Lexicon>(of_language));
  parts.names = read_later<std::vector<ExemptName>>(opened->names);
  parts.sources = read_later<std::vector<SourceEntry>>(opened->sources);
  return parts;
}

std::string to_packed(const std::map<std::string, LanguageTables>& tables) {
  Writer writer;
  writer.out = kTag;
  for (const auto& [language, one] : tables) {
    writer.write(language);
    writer.write(one.scan.data());
    writer.write(one.anchors.data());
    writer.write(one.edges.data());
  }
  return std::move(writer.out);
}

Result<std::map<std::string, LanguageTables>> tables_from_packed(std::string_view bytes) {
  const auto rest = untagged(bytes);
  if (!rest) return refuse(kOtherVersion);
  std::map<std::string, LanguageTables> tables;
  for (Reader reader(*rest); !reader.at_end();) {
    std::string language;
    ScanWords::Data scan;
    AnchorTable::Data anchors;
    EdgeTable::Data edges;
    reader.read(language);
    reader.read(scan);
    reader.read(anchors);
    reader.read(edges);
    if (!reader.ok() || !ScanWords::is_whole(scan) || !AnchorTable::is_whole(anchors) ||
        !EdgeTable::is_whole(edges))
      return refuse(kDamaged);
    tables[language] = {ScanWords(std::move(scan)), AnchorTable(std::move(anchors)),
                        EdgeTable(std::move(edges))};
  }
  return tables;
}

}  // namespace personfirst
