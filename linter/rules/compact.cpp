#include "linter/rules/compact.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "linter/rules/compact_streams.h"
#include "linter/rules/scan_words.h"

namespace personfirst {
namespace {

using namespace compact;

// After the first thing that is wrong everything reads as empty; ok() tells.
class CompactReader {
 public:
  explicit CompactReader(std::string_view bytes) : streams_(kStreams) {
    streams_[0] = bytes;
    std::vector<std::pair<std::size_t, std::size_t>> sizes;
    for (std::uint32_t number = next(0); number != 0; number = next(0)) {
      if (number >= kStreams) break;
      sizes.emplace_back(number, next(0));
    }
    std::string_view& rest = streams_[0];
    for (const auto& [number, size] : sizes) {
      streams_[number] = rest.substr(0, size);
      rest.remove_prefix(streams_[number].size());
    }
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const {
    return std::ranges::all_of(streams_, &std::string_view::empty);
  }

  template <Struct T>
  void read(T& value, std::size_t /*stream*/ = 0) {
    constexpr auto kFields = all_fields<T>();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (read(value.*std::get<I>(kFields), stream_of<T>(I)), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(kFields)>>());
  }

  // Of anchors, read next.
  void use_words(const std::vector<std::string>& words) { words_ = &words; }

 private:
  void read(Anchor& anchor, std::size_t /*stream*/) {
    constexpr std::size_t kStream = stream_of<Anchor>(0);
    const std::uint32_t word = next(kStream);
    if (words_ == nullptr || word >= words_->size()) return fail();
    anchor.word = (*words_)[word];
    read(anchor.min_before, stream_of<Anchor>(1));
    read(anchor.max_before, stream_of<Anchor>(2));
    read_mask(anchor.previous, stream_of<Anchor>(3));
    read_mask(anchor.next, stream_of<Anchor>(4));
    read(anchor.beside_any, stream_of<Anchor>(6));
  }
  void read(std::uint32_t& number, std::size_t stream) { number = next(stream); }
  void read(bool& flag, std::size_t stream) { flag = next(stream) != 0; }
  template <typename T>
  requires std::is_enum_v<T>
  void read(T& value, std::size_t stream) {
    const std::uint32_t number = next(stream);
    if (number > static_cast<unsigned>(packing::last(packing::Of<T>{}))) return fail();
    value = static_cast<T>(number);
  }
  void read(std::string& text, std::size_t stream) {
    std::string_view& rest = streams_[stream + 1];
    const std::size_t size = rest.find('\0');
    if (size == std::string_view::npos) return fail();
    text = rest.substr(0, size);
    rest.remove_prefix(size + 1);
  }
  template <typename T>
  void read(std::optional<T>& value, std::size_t stream) {
    if (next(stream) != 0) read(value.emplace(), stream);
  }
  template <typename T>
  void read(std::vector<T>& items, std::size_t stream) {
    const std::size_t size = next(stream);
    constexpr std::size_t kTrusted = 512;  // a wrong count must not cost memory
    items.reserve(std::min(size, kTrusted));
    for (std::size_t i = 0; i < size && ok_; ++i) read(items.emplace_back(), stream);
  }
  void read(WordList& words, std::size_t stream) {
    WordList::Words all;
    read(all, stream);
    words = std::move(all);
  }
  template <typename Value, typename Less>
  void read(std::map<std::string, Value, Less>& entries, std::size_t stream) {
    const std::size_t size = next(stream);
    std::string key;
    for (std::size_t i = 0; i < size && ok_; ++i) {
      read(key, stream);
      if (!entries.empty() && key <= entries.rbegin()->first) return fail();
      read(entries.emplace_hint(entries.end(), std::move(key), Value{})->second, stream);
    }
  }
  void read_mask(WordMask& mask, std::size_t stream) {
    const std::uint32_t bits = next(stream);
    mask = bits == kAllBits ? kAnyWord : 0;
    if (bits == kManyBits) {
      for (unsigned i = 0; i < 64; i += 8) mask |= WordMask{next(stream) & 0xFFU} << i;
    }
    for (std::uint32_t i = 0; bits <= kMostBits && i < bits; ++i)
      mask |= WordMask{1} << (next(stream) & 63U);
  }

  std::uint32_t next(std::size_t stream) {
    std::string_view& rest = streams_[stream];
    std::uint32_t number = 0;
    for (unsigned shift = 0; shift < 32 && !rest.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest.front());
      rest.remove_prefix(1);
      number |= (byte & 0x7FU) << shift;
      if (byte < 0x80) return number;
    }
    fail();
    return 0;
  }

  void fail() {
    ok_ = false;
    std::ranges::fill(streams_, std::string_view());
  }

  std::vector<std::string_view> streams_;  // what is left of each; the first: of their sizes
  const std::vector<std::string>* words_ = nullptr;
  bool ok_ = true;
};

// Hands on the hashes of each row's words: those before the last one, and the last one. False when
// a row speaks of words that there are not, or has another number of them.
template <std::size_t kBefore, typename Take>
bool each_of(const std::vector<WordRow>& rows, const std::vector<WordHash>& words,
             const Take& take) {
  std::uint32_t first = 0;
  for (const WordRow& row : rows) {
    if (row.before.size() != kBefore) return false;
    first += row.before.front();
    std::array<WordHash, kBefore> before{};
    for (std::size_t i = 0; i < kBefore; ++i) {
      const std::uint32_t word = i == 0 ? first : row.before[i];
      if (word >= words.size()) return false;
      before[i] = words[word];
    }
    std::uint32_t last = 0;
    for (const std::uint32_t step : row.last) {
      last += step;
      if (last >= words.size()) return false;
      take(before, words[last]);
    }
  }
  return true;
}

bool add_pairs(const LanguagePairs& all, const std::vector<WordHash>& words,
               std::vector<std::uint32_t>& steps) {
  steps = all.more;
  std::partial_sum(steps.begin(), steps.end(), steps.begin());
  const bool are_known = each_of<1>(all.pairs, words,
                                    [&](const auto& before, WordHash last) {
                                      steps.push_back(pair_hash(before[0], last));
                                    }) &&
                         each_of<1>(all.open_pairs, words,
                                    [&](const auto& before, WordHash last) {
                                      steps.push_back(open_pair_hash(before[0], last));
                                    }) &&
                         each_of<2>(all.triples, words, [&](const auto& before, WordHash last) {
                           steps.push_back(triple_hash(before[0], before[1], last));
                         });
  if (!are_known) return false;
  std::ranges::sort(steps);
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  std::adjacent_difference(steps.begin(), steps.end(), steps.begin());
  return true;
}

bool add_pairs(const Derived& derived, std::map<std::string, Lexicon>& lexicons) {
  std::vector<WordHash> words;
  words.reserve(derived.words.size());
  for (const std::string& word : derived.words) words.push_back(word_hash(word));
  return std::ranges::all_of(derived.pairs, [&](const LanguagePairs& pairs) {
    const auto lexicon = lexicons.find(pairs.language);
    return lexicon != lexicons.end() && add_pairs(pairs, words, lexicon->second.pair_steps);
  });
}

bool read_examples(std::string_view bytes, std::string_view of_rules, std::vector<Rule>& rules) {
  const std::string print = print_of(of_rules);
  if (!bytes.starts_with(print)) return false;
  CompactReader reader(bytes.substr(print.size()));
  for (Rule& rule : rules) {
    ExamplePart part;
    reader.read(part);
    rule.flag = std::move(part.flag);
    rule.pass = std::move(part.pass);
  }
  return reader.ok() && reader.at_end();
}

}  // namespace

Result<RuleData> from_compact(std::string_view rules, std::string_view examples) {
  const auto refuse = [] { return tl::make_unexpected(Error{"compact rules", "are damaged"}); };
  CompactReader reader(rules);
  Derived derived;
  reader.read(derived);
  reader.use_words(derived.words);
  RuleData data;
  reader.read(data);
  if (!reader.ok() || !reader.at_end()) return refuse();
  if (!add_pairs(derived, data.lexicons)) return refuse();
  for (const Rule& rule : data.rules) {
    if (rule.checked && rule.anchors.size() != rule.patterns.size()) return refuse();
  }
  if (!examples.empty() && !read_examples(examples, rules, data.rules))
    return tl::make_unexpected(Error{"examples", "are not those of these rules"});
  return data;
}

}  // namespace personfirst
