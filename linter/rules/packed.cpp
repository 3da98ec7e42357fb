#include "linter/rules/packed.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "linter/rules/packing.h"

namespace personfirst {
namespace {

// Change it with the fields in packing.h.
constexpr std::string_view kTag = "personfirst rules 2\n";

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
  template <typename T>
  void write(const std::vector<T>& items) {
    count(items.size());
    for (const T& item : items) write(item);
  }
  template <typename Value>
  void write(const std::map<std::string, Value>& entries) {
    count(entries.size());
    for (const auto& [key, value] : entries) {
      write(key);
      write(value);
    }
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
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

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
    if (std::endian::native == std::endian::little) {
      if (!bytes.empty()) std::memcpy(numbers.data(), bytes.data(), bytes.size());
      return;
    }
    Reader each(bytes);
    for (T& number : numbers) each.read(number);
  }
  template <typename T>
  void read(std::vector<T>& items) {
    const std::size_t size = count();
    constexpr std::size_t kTrusted = 512;  // a wrong count must not cost memory
    items.reserve(std::min(size, kTrusted));
    for (std::size_t i = 0; i < size && ok_; ++i) read(items.emplace_back());
  }
  template <typename Value>
  void read(std::map<std::string, Value>& entries) {
    const std::size_t size = count();
    std::string key;
    for (std::size_t i = 0; i < size && ok_; ++i) {
      read(key);
      if (!entries.empty() && key <= entries.rbegin()->first) return fail();
      read(entries.emplace_hint(entries.end(), std::move(key), Value{})->second);
    }
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
  bool ok_ = true;
};

bool has_all_anchors(const Rule& rule) {
  return !rule.checked || rule.anchors.size() == rule.patterns.size();
}

}  // namespace

std::string to_packed(const RuleData& data) {
  Writer writer;
  writer.out = kTag;
  writer.write(data);
  return std::move(writer.out);
}

Result<RuleData> from_packed(std::string_view bytes) {
  const auto refuse = [](const char* what) {
    return tl::make_unexpected(Error{"packed rules", what});
  };
  Reader reader(bytes);
  if (reader.take(kTag.size()) != kTag) return refuse("are of another version");
  RuleData data;
  reader.read(data);
  const bool whole = reader.ok() && reader.at_end() &&
                     std::all_of(data.rules.begin(), data.rules.end(), has_all_anchors);
  if (!whole) return refuse("are damaged");
  return data;
}

}  // namespace personfirst
