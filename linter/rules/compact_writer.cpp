#include "linter/rules/compact_writer.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "linter/rules/compact_streams.h"
#include "linter/rules/pattern.h"
#include "linter/rules/scan_words.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

using namespace compact;

class CompactWriter {
 public:
  CompactWriter() : streams_(kStreams) {}

  template <Struct T>
  void write(const T& value, std::size_t /*stream*/ = 0) {
    constexpr auto kFields = all_fields<T>();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (write(value.*std::get<I>(kFields), stream_of<T>(I)), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(kFields)>>());
  }

  // Of anchors, written next; sorted.
  void use_words(const std::vector<std::string>& words) { words_ = &words; }

  [[nodiscard]] bool ok() const { return !holds_zero_; }
  [[nodiscard]] std::string take() const {
    CompactWriter sizes;
    std::string all;
    for (const std::size_t kind : {0U, 1U}) {  // numbers before texts
      for (std::size_t i = 2 + kind; i < kStreams; i += 2) {
        if (streams_[i].empty()) continue;
        sizes.put(i, 0);
        sizes.put(streams_[i].size(), 0);
        all += streams_[i];
      }
    }
    sizes.put(0, 0);
    return sizes.streams_[0] + all;
  }

 private:
  void write(const Anchor& anchor, std::size_t /*stream*/) {
    const auto word = std::ranges::lower_bound(*words_, anchor.word);
    put(static_cast<std::size_t>(word - words_->begin()), stream_of<Anchor>(0));
    write(anchor.min_before, stream_of<Anchor>(1));
    write(anchor.max_before, stream_of<Anchor>(2));
    write_mask(anchor.previous, stream_of<Anchor>(3));
    write_mask(anchor.next, stream_of<Anchor>(4));
    write(anchor.beside_any, stream_of<Anchor>(6));
  }
  void write(std::uint32_t number, std::size_t stream) { put(number, stream); }
  void write(bool flag, std::size_t stream) { put(flag ? 1 : 0, stream); }
  template <typename T>
  requires std::is_enum_v<T>
  void write(T value, std::size_t stream) { put(static_cast<std::size_t>(value), stream); }
  void write(const std::string& text, std::size_t stream) {
    holds_zero_ = holds_zero_ || text.find('\0') != std::string::npos;
    streams_[stream + 1] += text;
    streams_[stream + 1] += '\0';
  }
  template <typename T>
  void write(const std::optional<T>& value, std::size_t stream) {
    put(value ? 1 : 0, stream);
    if (value) write(*value, stream);
  }
  template <typename T>
  void write(const std::vector<T>& items, std::size_t stream) {
    put(items.size(), stream);
    for (const T& item : items) write(item, stream);
  }
  void write(const WordList& words, std::size_t stream) { write(words.all(), stream); }
  template <typename Value, typename Less>
  void write(const std::map<std::string, Value, Less>& entries, std::size_t stream) {
    put(entries.size(), stream);
    for (const auto& [key, value] : entries) {
      write(key, stream);
      write(value, stream);
    }
  }
  void write_mask(WordMask mask, std::size_t stream) {
    const auto bits = static_cast<std::size_t>(std::popcount(mask));
    if (mask == kAnyWord) return put(kAllBits, stream);
    if (bits > kMostBits) {
      put(kManyBits, stream);
      for (unsigned i = 0; i < 64; i += 8) put((mask >> i) & 0xFFU, stream);
      return;
    }
    put(bits, stream);
    for (std::size_t i = 0; i < 64; ++i) {
      if ((mask >> i & 1U) != 0) put(i, stream);
    }
  }

  void put(std::size_t number, std::size_t stream) {
    for (; number >= 0x80; number >>= 7U)
      streams_[stream] += static_cast<char>(0x80U | (number & 0x7FU));
    streams_[stream] += static_cast<char>(number);
  }

  std::vector<std::string> streams_;  // the first: of the others' sizes
  const std::vector<std::string>* words_ = nullptr;
  bool holds_zero_ = false;
};

// Words in a row: those before the last one -> what may be the last one.
using Rows = std::map<std::vector<std::string>, std::set<std::string>>;

struct WordsInARow {
  Rows pairs, open_pairs, triples;
};

// Finds words whose hashes are among those of a lexicon.
class RowFinder {
 public:
  explicit RowFinder(const std::vector<std::uint32_t>& steps) {
    std::uint32_t hash = 0;
    for (const std::uint32_t step : steps) hashes_.insert(hash += step);
  }

  void look_at(const std::vector<Rule>& rules, const Lexicon& lexicon) {
    constexpr std::size_t kMostPhrases = 50'000;
    for (const Rule& rule : rules) {
      if (rule.language != lexicon.language) continue;
      for (const std::string& text : rule.patterns) {
        const auto pattern = Pattern::parse(text, PatternUse::Match, lexicon);
        if (!pattern) continue;
        const auto phrases = pattern->phrases(kMostPhrases);
        if (!phrases) continue;  // what it holds is written as hashes
        for (const std::string& phrase : *phrases) look_at(phrase_words(to_lower(phrase)));
      }
    }
  }

  [[nodiscard]] const WordsInARow& found() const { return found_; }
  // Whose words were not found.
  [[nodiscard]] std::vector<std::uint32_t> left() const {
    std::vector<std::uint32_t> left;
    std::ranges::set_difference(hashes_, known_, std::back_inserter(left));
    return left;
  }

 private:
  void look_at(const std::vector<std::string>& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const WordHash second = word_hash(words[i - 1]), third = word_hash(words[i]);
      take(pair_hash(second, third), found_.pairs, {words[i - 1]}, words[i]);
      take(open_pair_hash(second, third), found_.open_pairs, {words[i - 1]}, words[i]);
      if (i < 2) continue;
      const WordHash first = word_hash(words[i - 2]);
      take(triple_hash(first, second, third), found_.triples, {words[i - 2], words[i - 1]},
           words[i]);
    }
  }

  void take(std::uint32_t hash, Rows& rows, std::vector<std::string> before,
            const std::string& last) {
    if (hashes_.contains(hash) && known_.insert(hash).second) rows[std::move(before)].insert(last);
  }

  std::set<std::uint32_t> hashes_, known_;
  WordsInARow found_;
};

std::vector<std::uint32_t> steps_of(std::vector<std::uint32_t> sorted) {
  std::adjacent_difference(sorted.begin(), sorted.end(), sorted.begin());
  return sorted;
}

std::uint32_t number_of(const std::string& word, const std::vector<std::string>& words) {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(words, word) - words.begin());
}

std::vector<WordRow> numbered(const Rows& rows, const std::vector<std::string>& words) {
  std::vector<WordRow> all;
  std::uint32_t first = 0;  // of the row before
  for (const auto& [before, lasts] : rows) {
    WordRow& row = all.emplace_back();
    for (const std::string& word : before) row.before.push_back(number_of(word, words));
    row.before.front() -= std::exchange(first, row.before.front());
    for (const std::string& word : lasts) row.last.push_back(number_of(word, words));
    row.last = steps_of(std::move(row.last));
  }
  return all;
}

void add_words(const Rows& rows, std::set<std::string>& words) {
  for (const auto& [before, lasts] : rows) {
    words.insert(before.begin(), before.end());
    words.insert(lasts.begin(), lasts.end());
  }
}

// Takes the pairs out of the lexicons.
Derived derive(RuleData& data) {
  std::map<std::string, RowFinder> by_language;
  std::set<std::string> words;
  for (auto& [language, lexicon] : data.lexicons) {
    RowFinder finder(std::exchange(lexicon.pair_steps, {}));
    finder.look_at(data.rules, lexicon);
    const WordsInARow& found = finder.found();
    for (const Rows* rows : {&found.pairs, &found.open_pairs, &found.triples})
      add_words(*rows, words);
    by_language.emplace(language, std::move(finder));
  }
  for (const Rule& rule : data.rules) {
    for (const auto& anchors : rule.anchors) {
      for (const Anchor& anchor : anchors) words.insert(anchor.word);
    }
  }
  Derived derived;
  derived.words.assign(words.begin(), words.end());
  for (const auto& [language, finder] : by_language) {
    const WordsInARow& found = finder.found();
    derived.pairs.push_back({language, numbered(found.pairs, derived.words),
                             numbered(found.open_pairs, derived.words),
                             numbered(found.triples, derived.words), steps_of(finder.left())});
  }
  return derived;
}

}  // namespace

Result<CompactRules> to_compact(RuleData data) {
  CompactWriter examples;
  for (Rule& rule : data.rules)
    examples.write(ExamplePart{std::exchange(rule.flag, {}), std::exchange(rule.pass, {})});
  const Derived derived = derive(data);
  CompactWriter rules;
  rules.write(derived);
  rules.use_words(derived.words);
  rules.write(data);
  if (!rules.ok() || !examples.ok())
    return tl::make_unexpected(Error{"compact rules", "a text holds a zero"});
  std::string all = rules.take();
  const std::string print = print_of(all);
  return CompactRules{std::move(all), print + examples.take()};
}

}  // namespace personfirst
