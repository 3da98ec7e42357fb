#include "linter/rules/packed.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <tuple>
#include <type_traits>
#include <vector>

namespace personfirst {
namespace {

// Change it with the fields below.
constexpr std::string_view kTag = "personfirst rules 2\n";

// The fields of each struct in the order of their bytes, for both directions.
template <typename T>
using Of = std::type_identity<T>;

constexpr auto fields(Of<Condition>) {
  using T = Condition;
  return std::tuple(&T::near, &T::absent, &T::before, &T::after, &T::under, &T::within, &T::scope);
}
constexpr auto fields(Of<Suggestion>) {
  using T = Suggestion;
  return std::tuple(&T::text, &T::predicate, &T::become, &T::for_patterns, &T::needs, &T::automatic,
                    &T::mass);
}
constexpr auto fields(Of<FlagExample>) {
  using T = FlagExample;
  return std::tuple(&T::in, &T::out, &T::format, &T::context);
}
constexpr auto fields(Of<PassExample>) {
  return std::tuple(&PassExample::in, &PassExample::format);
}
constexpr auto fields(Of<Anchor>) {
  using T = Anchor;
  return std::tuple(&T::word, &T::min_before, &T::max_before, &T::previous, &T::next, &T::pairs,
                    &T::beside_any);
}
constexpr auto fields(Of<Rule>) {
  using T = Rule;
  return std::tuple(&T::id, &T::language, &T::pack, &T::topic, &T::file, &T::severity,
                    &T::on_by_default, &T::exact_case, &T::reports, &T::part_of_speech, &T::message,
                    &T::note, &T::advice, &T::sources, &T::patterns, &T::unless, &T::evidence,
                    &T::ordinary, &T::suggestions, &T::mutual_aid_word, &T::names_code, &T::flag,
                    &T::pass, &T::anchors, &T::checked);
}
constexpr auto fields(Of<WordSet>) { return std::tuple(&WordSet::name, &WordSet::words); }
constexpr auto fields(Of<Macro>) {
  return std::tuple(&Macro::name, &Macro::re2, &Macro::max_words);
}
constexpr auto fields(Of<VerbForms>) {
  using T = VerbForms;
  return std::tuple(&T::base, &T::third, &T::past, &T::participle, &T::gerund);
}
constexpr auto fields(Of<SelfLabelCues>) {
  using T = SelfLabelCues;
  return std::tuple(&T::before, &T::after, &T::first_person, &T::own, &T::other_person);
}
constexpr auto fields(Of<MentionCues>) {
  using T = MentionCues;
  return std::tuple(&T::before, &T::after, &T::before_set_off, &T::after_set_off, &T::introduced_by,
                    &T::line_start, &T::reference_headings);
}
constexpr auto fields(Of<NameShape>) {
  return std::tuple(&NameShape::name_words, &NameShape::joining_words, &NameShape::organisations);
}
constexpr auto fields(Of<Lexicon>) {
  using T = Lexicon;
  return std::tuple(&T::language, &T::sets, &T::macros, &T::verbs, &T::common_words,
                    &T::function_words, &T::a_before_vowel_letter, &T::an_before_consonant_letter,
                    &T::us_to_uk, &T::uk_cues, &T::law, &T::codes, &T::labels, &T::self_label,
                    &T::mention, &T::name_shape, &T::pair_steps, &T::checked);
}
constexpr auto fields(Of<ExemptName>) {
  using T = ExemptName;
  return std::tuple(&T::text, &T::acronym, &T::needs_capitals);
}
constexpr auto fields(Of<SourceEntry>) {
  using T = SourceEntry;
  return std::tuple(&T::id, &T::title, &T::publisher, &T::year, &T::url);
}
constexpr auto fields(Of<RuleData>) {
  using T = RuleData;
  return std::tuple(&T::rules, &T::lexicons, &T::names, &T::sources);
}

constexpr Severity last(Of<Severity>) { return Severity::Error; }
constexpr PartOfSpeech last(Of<PartOfSpeech>) { return PartOfSpeech::Phrase; }
constexpr Reports last(Of<Reports>) { return Reports::SuppressionWithoutReason; }
constexpr Scope last(Of<Scope>) { return Scope::Document; }
constexpr Needs last(Of<Needs>) { return Needs::Prescription; }

// How many values a struct can be made from. An optional takes anything by itself.
template <typename T>
constexpr bool kIsOptional = false;
template <typename T>
constexpr bool kIsOptional<std::optional<T>> = true;
struct Anything {
  template <typename T>
  requires(!kIsOptional<T>) operator T() const { return T(); }
};
template <typename T, typename... Given>
constexpr std::size_t count_fields() {
  if constexpr (requires { T{Given{}..., Anything{}}; }) {
    return count_fields<T, Given..., Anything>();
  } else {
    return sizeof...(Given);
  }
}

template <typename T>
concept Struct = requires {
  fields(Of<T>{});
};
template <Struct T>
constexpr auto all_fields() {
  constexpr auto kFields = fields(Of<T>{});
  static_assert(std::tuple_size_v<decltype(kFields)> == count_fields<T>(),
                "a field of a struct is not packed: name it above");
  return kFields;
}
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
