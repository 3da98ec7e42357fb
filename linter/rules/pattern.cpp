#include "linter/rules/pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "linter/rules/macro_edges.h"
#include "linter/rules/pattern_node.h"
#include "linter/rules/scan_words.h"
#include "linter/rules/template.h"
#include "linter/text/words.h"

namespace personfirst {

namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxPhrases = 4096;
constexpr std::size_t kMaxPatternBytes = 16384;
constexpr std::string_view kMarks = "([{}])\\^$*+.?|";  // what is no letter of a literal
constexpr auto kIsMark = [] {
  std::array<bool, 256> is{};
  for (const char c : kMarks) is[static_cast<unsigned char>(c)] = true;
  return is;
}();
bool is_mark(char c) { return kIsMark[static_cast<unsigned char>(c)]; }
constexpr char kOpaque = '\x01';  // in enumerated phrases: stands round the name of a set or macro

tl::unexpected<Error> refuse(std::string what) {
  return tl::make_unexpected(Error{"", std::move(what)});
}

using Forms = std::array<const std::string*, 5>;

Forms forms_of(const VerbForms& verb) {
  return {&verb.base, &verb.third, &verb.past, &verb.participle, &verb.gerund};
}

// None of those before it is the same.
bool is_new_form(const Forms& forms, std::size_t i) {
  return std::none_of(forms.begin(), forms.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const std::string* before) { return *before == *forms[i]; });
}

class Parser {
 public:
  Parser(std::string_view text, PatternUse use, const Lexicon& lexicon, const MacroTrees* macros)
      : text_(text), use_(use), lexicon_(lexicon), macros_(macros) {}

  Result<NodePtr> parse() {
    if (text_.find(kOpaque) != std::string_view::npos)
      return refuse("the control character U+0001 is not allowed");
    auto root = alternatives(0);
    if (root && at_ < text_.size())
      return refuse(fmt::format("unexpected “{}” at {}", text_[at_], at_ + 1));
    return root;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < text_.size(); }
  [[nodiscard]] bool next_is(char c) const { return more() && text_[at_] == c; }

  static NodePtr node(NodeKind kind, std::string text = {}) {
    auto made = std::make_unique<PatternNode>();
    made->kind = kind;
    made->text = std::move(text);
    return made;
  }

  Result<NodePtr> alternatives(std::size_t depth) {
    if (depth > kMaxDepth) return refuse("groups are nested too deep");
    auto made = node(NodeKind::Alternatives);
    while (true) {
      auto branch = sequence(depth);
      if (!branch) return branch;
      made->children.push_back(std::move(*branch));
      if (!next_is('|')) break;
      ++at_;
    }
    if (made->children.size() == 1) return std::move(made->children.front());
    return made;
  }

  Result<NodePtr> sequence(std::size_t depth) {
    auto made = node(NodeKind::Sequence);
    while (more() && !next_is('|') && !next_is(')')) {
      auto item = atom(depth);
      if (!item) return item;
      if (next_is('?')) {
        ++at_;
        auto optional = node(NodeKind::Optional);
        optional->children.push_back(std::move(*item));
        item = std::move(optional);
      }
      if (!joins_last(**item, made->children)) made->children.push_back(std::move(*item));
    }
    if (made->children.size() == 1) return std::move(made->children.front());
    return made;
  }

  // What follows each other is one literal, escaped or not.
  static bool joins_last(const PatternNode& item, std::vector<NodePtr>& before) {
    if (item.kind != NodeKind::Literal || before.empty() ||
        before.back()->kind != NodeKind::Literal)
      return false;
    before.back()->text += item.text;
    return true;
  }

  Result<NodePtr> atom(std::size_t depth) {
    const char c = text_[at_];
    switch (c) {
      case '(':
        return group(depth);
      case '[':
        return character_class();
      case '{':
        return braces();
      case '\\':
        return escape();
      case '^':
      case '$':
        if (use_ == PatternUse::Match)
          return refuse(fmt::format("“{}” is only for `before` and `after`", c));
        ++at_;
        return node(c == '^' ? NodeKind::Start : NodeKind::End);
      case '*':
      case '+':
        return refuse(fmt::format("“{}” is not allowed: a pattern must be finite", c));
      case '.':
        return refuse("“.” is not allowed; write “\\\\.” for a full stop");
      case '?':
        return refuse("“?” has nothing before it");
      case '}':
      case ']':
        return refuse(fmt::format("“{}” has no beginning", c));
      default:
        return literal();
    }
  }

  // All letters that follow each other, but the last one by itself when it is optional.
  NodePtr literal() {
    std::size_t end = at_, last = at_;
    while (end < text_.size() && !is_mark(text_[end])) {
      std::uint32_t length = 1;
      if (static_cast<unsigned char>(text_[end]) >= 0x80)
        (void)decode_at(text_, static_cast<std::uint32_t>(end), &length);
      last = end;
      end += length;
    }
    if (end < text_.size() && text_[end] == '?' && last > at_) end = last;
    auto made = node(NodeKind::Literal, std::string(text_.substr(at_, end - at_)));
    at_ = end;
    return made;
  }

  Result<NodePtr> escape() {
    ++at_;
    if (!more()) return refuse("a backslash at the end");
    const char c = text_[at_];
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      return refuse(
          fmt::format("“\\{}” is not allowed; use a macro such as {{number}} or {{word}}", c));
    }
    ++at_;
    return node(NodeKind::Literal, std::string(1, c));
  }

  Result<NodePtr> group(std::size_t depth) {
    if (text_.substr(at_, 3) != "(?:") return refuse("only groups of the form (?:...) are allowed");
    at_ += 3;
    auto inside = alternatives(depth + 1);
    if (!inside) return inside;
    if (!next_is(')')) return refuse("a group has no end");
    ++at_;
    return inside;
  }

  Result<NodePtr> character_class() {
    const std::size_t end = text_.find(']', at_);
    if (end == std::string_view::npos) return refuse("a character class has no end");
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    if (inside.empty()) return refuse("an empty character class");
    auto made = node(NodeKind::Class, std::string(inside));
    for (std::uint32_t i = 0; i < inside.size();) {
      std::uint32_t length = 1;
      (void)decode_at(inside, i, &length);
      const std::string_view one = inside.substr(i, length);
      const bool range = one == "-" && i > 0 && i + 1 < inside.size();
      if (one == "^" || one == "\\" || one == "[" || range) {
        return refuse("a character class may only list characters");
      }
      made->choices.emplace_back(one);
      i += length;
    }
    at_ = end + 1;
    return made;
  }

  Result<NodePtr> braces() {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) return refuse("a “{” has no “}”");
    std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (const std::size_t bar = inside.find('|'); bar != std::string_view::npos) {
      auto made = node(NodeKind::Plural, std::string(inside.substr(0, bar)));
      made->plural = std::string(inside.substr(bar + 1));
      if (made->plural.find('|') != std::string::npos)
        return refuse("{singular|plural} takes two forms");
      return made;
    }
    constexpr std::string_view kVerb = "verb:";
    if (inside.substr(0, kVerb.size()) == kVerb) {
      const std::string base(inside.substr(kVerb.size()));
      const auto verb = lexicon_.verbs.find(base);
      if (verb == lexicon_.verbs.end())
        return refuse(fmt::format("no verb “{}” in the lexicon", base));
      NodePtr made = node(NodeKind::Verb, base);
      made->verb = &verb->second;
      return made;
    }
    bool remembered = true;
    if (!inside.empty() && inside.front() == '~') {
      remembered = false;
      inside.remove_prefix(1);
    }
    const std::string name(inside);
    NodePtr made;
    if (const auto set = lexicon_.sets.find(name); set != lexicon_.sets.end()) {
      made = node(NodeKind::Set, name);
      made->set = &set->second;
    } else if (lexicon_.macros.contains(name)) {
      made = node(NodeKind::Macro, name);
      if (macros_ != nullptr) made->macro = macros_->find(name);
    } else {
      return refuse(fmt::format("no word set or macro “{}” in the lexicon", name));
    }
    made->remembered = remembered && use_ == PatternUse::Match;
    if (made->remembered && !names_.insert(name).second) {
      return refuse(
          fmt::format("{{{}}} is remembered twice; write the second as {{~{}}}", name, name));
    }
    return made;
  }

  std::string_view text_;
  PatternUse use_;
  const Lexicon& lexicon_;
  const MacroTrees* macros_;
  std::size_t at_ = 0;
  std::set<std::string> names_;
};

std::string quote_bytes(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ') {
      out += "[ -]";
    } else if (byte >= 0x80) {
      out += fmt::format("\\x{:02x}", byte);
    } else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      out += c;
    } else {
      out += '\\';
      out += c;
    }
  }
  return out;
}

class Re2Writer {
 public:
  Re2Writer(const Lexicon& lexicon, bool with_groups)
      : lexicon_(lexicon), with_groups_(with_groups) {}

  void write(const PatternNode& node) {
    switch (node.kind) {
      case NodeKind::Literal:
        out += quote_bytes(node.text);
        break;
      case NodeKind::Class:
        write_class(node);
        break;
      case NodeKind::Sequence:
        for (const auto& child : node.children) write(*child);
        break;
      case NodeKind::Alternatives:
        out += "(?:";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
          if (i > 0) out += '|';
          write(*node.children[i]);
        }
        out += ')';
        break;
      case NodeKind::Optional:
        out += "(?:";
        write(*node.children.front());
        out += ")?";
        break;
      case NodeKind::Set:
        open(node.remembered ? node.text : "");
        write_words(*node.set);
        out += ')';
        break;
      case NodeKind::Macro:
        open(node.remembered ? node.text : "");
        out += lexicon_.macros.at(node.text).re2;
        out += ')';
        break;
      case NodeKind::Plural:
        out += "(?:" + quote_bytes(node.text) + '|';
        open(fmt::format("plural{}", node.first_group));
        out += quote_bytes(node.plural) + "))";
        break;
      case NodeKind::Verb:
        write_verb(node);
        break;
      case NodeKind::Start:
        out += "^[\"'(*,; ]*";
        break;
      case NodeKind::End:
        out += "[\"')*.!?,; ]*$";
        break;
    }
  }

  std::string out;

 private:
  void open(const std::string& name) {
    out += with_groups_ && !name.empty() ? "(?P<" + name + ">" : "(?:";
  }

  void write_class(const PatternNode& node) {
    out += "(?:";
    for (std::size_t i = 0; i < node.choices.size(); ++i) {
      if (i > 0) out += '|';
      // In a class a space is only a space; everywhere else it may be a hyphen.
      out += node.choices[i] == " " ? "[ ]" : quote_bytes(node.choices[i]);
    }
    out += ')';
  }

  void write_words(const WordSet& set) {
    bool first = true;
    for (const auto& entry : set.words) {
      if (!first) out += '|';
      first = false;
      out += quote_bytes(entry.first);
    }
  }

  void write_verb(const PatternNode& node) {
    const VerbForms& verb = *node.verb;
    out += "(?:" + quote_bytes(verb.base);
    for (const VerbGroup& group : groups_of(verb, node.first_group)) {
      out += '|';
      open(group.name);
      out += quote_bytes(*group.form) + ")";
    }
    out += ')';
  }

  const Lexicon& lexicon_;
  bool with_groups_;
};

// Gives plurals and verbs the numbers of their groups, in their order.
void number_groups(PatternNode& node, int& last) {
  node.first_group = last + 1;
  if (node.kind == NodeKind::Plural) ++last;
  if (node.kind == NodeKind::Verb) last += count_groups(*node.verb);
  for (const NodePtr& child : node.children) number_groups(*child, last);
}

// All phrases of a node; sets and macros as \x01name\x01. False when there are more than `limit`.
bool enumerate(const PatternNode& node, const Lexicon& lexicon, std::size_t limit,
               std::vector<std::string>& out) {
  switch (node.kind) {
    case NodeKind::Literal:
      out = {node.text};
      return true;
    case NodeKind::Class:
      out = node.choices;
      return true;
    case NodeKind::Set:
    case NodeKind::Macro:
      out = {kOpaque + node.text + kOpaque};
      return true;
    case NodeKind::Plural:
      out = {node.text, node.plural};
      return true;
    case NodeKind::Verb: {
      const VerbForms& verb = *node.verb;
      std::set<std::string> forms{verb.base, verb.third, verb.past, verb.participle, verb.gerund};
      out.assign(forms.begin(), forms.end());
      return true;
    }
    case NodeKind::Start:
    case NodeKind::End:
      out = {""};
      return true;
    case NodeKind::Optional:
      if (!enumerate(*node.children.front(), lexicon, limit, out)) return false;
      out.emplace_back();
      return out.size() <= limit;
    case NodeKind::Alternatives: {
      out.clear();
      for (const auto& child : node.children) {
        std::vector<std::string> branch;
        if (!enumerate(*child, lexicon, limit, branch)) return false;
        out.insert(out.end(), branch.begin(), branch.end());
        if (out.size() > limit) return false;
      }
      return true;
    }
    case NodeKind::Sequence: {
      out = {""};
      for (const auto& child : node.children) {
        std::vector<std::string> tails;
        if (!enumerate(*child, lexicon, limit, tails)) return false;
        if (out.size() * tails.size() > limit) return false;
        std::vector<std::string> joined;
        joined.reserve(out.size() * tails.size());
        for (const auto& head : out) {
          for (const auto& tail : tails) joined.push_back(head + tail);
        }
        out = std::move(joined);
      }
      return true;
    }
  }
  return false;
}

std::size_t weight_of(const PatternNode& node, const Lexicon& lexicon) {
  std::size_t weight = node.text.size() + node.plural.size();
  if (node.kind == NodeKind::Set) {
    for (const auto& entry : node.set->words) weight += entry.first.size() + 1;
  } else if (node.kind == NodeKind::Macro) {
    weight += lexicon.macros.at(node.text).re2.size();
  } else if (node.kind == NodeKind::Verb) {
    for (const std::string* form : forms_of(*node.verb)) weight += form->size();
  }
  for (const NodePtr& child : node.children) weight += weight_of(*child, lexicon);
  return weight;
}

void collect_remembered(const PatternNode& node, std::vector<std::string>& out) {
  if ((node.kind == NodeKind::Set || node.kind == NodeKind::Macro) && node.remembered)
    out.push_back(node.text);
  for (const auto& child : node.children) collect_remembered(*child, out);
}

// One word of an enumerated phrase: literal, or a set or macro (with what is glued to it).
struct PhraseWord {
  std::string literal;
  std::string opaque;
};

// Where the word ends that begins at `begin`, if one does.
std::size_t skip_word(std::string_view phrase, std::size_t begin) {
  std::size_t end = begin;
  while (end < phrase.size()) {
    std::uint32_t length = 1;
    const char32_t c = decode_at(phrase, static_cast<std::uint32_t>(end), &length);
    if (!is_word_char(c) || c == U'_') break;
    end += length;
  }
  return end;
}

std::vector<PhraseWord> split_phrase(std::string_view phrase) {
  std::vector<PhraseWord> words;
  PhraseWord word;
  const auto finish = [&] {
    if (!word.literal.empty() || !word.opaque.empty()) words.push_back(std::move(word));
    word = {};
  };
  for (std::size_t i = 0; i < phrase.size();) {
    if (phrase[i] == kOpaque) {
      const std::size_t end = phrase.find(kOpaque, i + 1);
      word.opaque = std::string(phrase.substr(i + 1, end - i - 1));
      i = end + 1;
    } else if (const std::size_t end = skip_word(phrase, i); end > i) {
      word.literal += phrase.substr(i, end - i);
      i = end;
    } else {
      finish();
      ++i;
    }
  }
  finish();
  return words;
}

// How many words a phrase word can stand for.
struct Extent {
  std::uint32_t min = 1, max = 1;
};

Extent extent_of(const PhraseWord& word, const Lexicon& lexicon,
                 std::map<std::string, Extent>& known) {
  if (word.opaque.empty()) return {};
  if (const auto found = known.find(word.opaque); found != known.end()) return found->second;
  Extent extent;
  if (const auto macro = lexicon.macros.find(word.opaque); macro != lexicon.macros.end()) {
    extent.max = std::max<std::uint32_t>(1, macro->second.max_words);
  } else {
    extent.min = 100;
    for (const auto& entry : lexicon.sets.at(word.opaque).words) {
      const auto count = static_cast<std::uint32_t>(phrase_words(entry.first).size());
      extent.min = std::min(extent.min, count);
      extent.max = std::max(extent.max, count);
    }
  }
  known.emplace(word.opaque, extent);
  return extent;
}

class AnchorChooser {
 public:
  explicit AnchorChooser(const Lexicon& lexicon)
      : lexicon_(lexicon), common_(lexicon.common_words.begin(), lexicon.common_words.end()) {}

  Result<void> add(const std::string& phrase) {
    const std::vector<PhraseWord> words = split_phrase(phrase);
    std::optional<Neighbours> best;
    std::size_t best_at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].opaque.empty() || common_.contains(to_lower(words[i].literal))) continue;
      const Neighbours beside = neighbours(words, i);
      const bool is_longer = best && words[i].literal.size() > words[best_at].literal.size();
      if (best && std::pair(rarity_of(beside), is_longer) <= std::pair(rarity_of(*best), false))
        continue;
      best = beside;
      best_at = i;
    }
    if (best) {
      const Extent extent = before(words, best_at);
      insert_beside({to_lower(words[best_at].literal), extent.min, extent.max,
                     mask_at(words, best_at - 1), mask_at(words, best_at + 1)},
                    *best);
      return {};
    }
    // No literal word: take a word set whose words are all worth searching for.
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].opaque.empty() || !words[i].literal.empty()) continue;
      const auto set = lexicon_.sets.find(words[i].opaque);
      if (set != lexicon_.sets.end()) return add_set(set->second, words, i);
    }
    return refuse("a phrase of it has no word to search for (a word that is not in common_words)");
  }

  std::vector<Anchor> take() {
    std::vector<Anchor> anchors;
    for (auto& [word, anchor] : found_) anchors.push_back(std::move(anchor));
    return anchors;
  }

 private:
  using WordsOrAny = std::optional<std::set<std::string>>;  // nothing: any word, or none
  struct Neighbours {
    WordsOrAny previous, next;
    WordsOrAny before_previous, after_next;
  };

  Extent before(const std::vector<PhraseWord>& words, std::size_t end) {
    Extent sum{0, 0};
    for (std::size_t i = 0; i < end; ++i) {
      const Extent one = extent_of(words[i], lexicon_, known_);
      sum.min += one.min;
      sum.max += one.max;
    }
    return sum;
  }

  // Beyond the ends of a phrase, and in sets and macros, any word may stand.
  static WordMask mask_at(const std::vector<PhraseWord>& words, std::size_t at) {
    return at < words.size() && words[at].opaque.empty() ? mask_of(to_lower(words[at].literal))
                                                         : kAnyWord;
  }

  // The words that may stand there: of what a set or macro stands for the first ones, or the last.
  // Nothing: any.
  [[nodiscard]] WordsOrAny words_at(const std::vector<PhraseWord>& words, std::size_t at,
                                    bool first) const {
    if (at >= words.size()) return std::nullopt;
    if (words[at].opaque.empty()) return std::set<std::string>{to_lower(words[at].literal)};
    if (!words[at].literal.empty()) return std::nullopt;
    const auto set = lexicon_.sets.find(words[at].opaque);
    if (set == lexicon_.sets.end()) {
      const auto macro = read_macro(lexicon_.macros.at(words[at].opaque).re2);
      if (!macro) return std::nullopt;
      return edge_words_of(*macro, first ? Edge::First : Edge::Last);
    }
    std::set<std::string> found;
    for (const auto& entry : set->second.words) {
      const std::vector<std::string> all = phrase_words(entry.first);
      if (all.empty()) return std::nullopt;
      found.insert(to_lower(first ? all.front() : all.back()));
    }
    return found;
  }

  // Those beyond a word of which it is not known how many it stands for may be any.
  [[nodiscard]] Neighbours neighbours(const std::vector<PhraseWord>& words, std::size_t at) const {
    Neighbours beside = {words_at(words, at - 1, false), words_at(words, at + 1, true), {}, {}};
    if (at >= 2 && words[at - 1].opaque.empty())
      beside.before_previous = words_at(words, at - 2, false);
    if (at + 2 < words.size() && words[at + 1].opaque.empty())
      beside.after_next = words_at(words, at + 2, true);
    return beside;
  }

  // What stands beside a word tells more the rarer it is.
  enum class Rarity { AnyWord, Common, Rare };
  [[nodiscard]] Rarity rarity_of(const WordsOrAny& words) const {
    if (!words) return Rarity::AnyWord;
    return std::ranges::any_of(*words,
                               [&](const std::string& word) { return common_.contains(word); })
               ? Rarity::Common
               : Rarity::Rare;
  }
  [[nodiscard]] Rarity rarity_of(const Neighbours& beside) const {
    return std::max(rarity_of(beside.previous), rarity_of(beside.next));
  }

  void insert_beside(Anchor anchor, const Neighbours& beside) {
    const auto& previous = beside.previous;
    const auto& next = beside.next;
    const Rarity before = rarity_of(previous), behind = rarity_of(next);
    const bool by_next =
        next && (behind > before || (behind == before && next->size() <= previous->size()));
    const WordHash word = word_hash(anchor.word);
    const auto add = [&](std::uint32_t hash) { anchor.pairs.push_back(hash); };
    if (by_next && behind == Rarity::Common && beside.after_next) {
      for_each_hash(*next, [&](WordHash second) {
        add(open_pair_hash(word, second));
        for_each_hash(*beside.after_next,
                      [&](WordHash third) { add(triple_hash(word, second, third)); });
      });
    } else if (by_next) {
      for_each_hash(*next, [&](WordHash second) { add(pair_hash(word, second)); });
    } else if (previous && before == Rarity::Common && beside.before_previous) {
      for_each_hash(*previous, [&](WordHash second) {
        add(open_pair_hash(second, word));
        for_each_hash(*beside.before_previous,
                      [&](WordHash first) { add(triple_hash(first, second, word)); });
      });
    } else if (previous) {
      for_each_hash(*previous, [&](WordHash first) { add(pair_hash(first, word)); });
    } else {
      anchor.beside_any = true;
    }
    insert(std::move(anchor));
  }

  template <typename Take>
  static void for_each_hash(const std::set<std::string>& words, const Take& take) {
    for (const std::string& word : words) take(word_hash(word));
  }

  Result<void> add_set(const WordSet& set, const std::vector<PhraseWord>& phrase, std::size_t at) {
    const Extent before = this->before(phrase, at);
    const WordMask previous = mask_at(phrase, at - 1), next = mask_at(phrase, at + 1);
    const auto one = [](const std::string& word) { return std::set<std::string>{to_lower(word)}; };
    for (const auto& entry : set.words) {
      const std::vector<std::string> words = phrase_words(entry.first);
      std::size_t best = words.size();
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (common_.contains(words[i])) continue;
        if (best == words.size() || words[i].size() > words[best].size()) best = i;
      }
      if (best == words.size()) {
        return refuse(
            fmt::format("“{}” in the set “{}” has no word to search for", entry.first, set.name));
      }
      const auto offset = static_cast<std::uint32_t>(best);
      const bool begins = best == 0, ends = best + 1 == words.size();
      insert_beside(
          {words[best], before.min + offset, before.max + offset,
           begins ? previous : mask_of(words[best - 1]), ends ? next : mask_of(words[best + 1])},
          {begins ? words_at(phrase, at - 1, false) : one(words[best - 1]),
           ends ? words_at(phrase, at + 1, true) : one(words[best + 1]),
           {},
           {}});
    }
    return {};
  }

  void insert(Anchor anchor) {
    const auto [at, inserted] = found_.try_emplace(anchor.word, anchor);
    if (inserted) return;
    Anchor& known = at->second;
    known.pairs.insert(known.pairs.end(), anchor.pairs.begin(), anchor.pairs.end());
    known.beside_any = known.beside_any || anchor.beside_any;
    known.min_before = std::min(known.min_before, anchor.min_before);
    known.max_before = std::max(known.max_before, anchor.max_before);
    known.previous |= anchor.previous;
    known.next |= anchor.next;
  }

  const Lexicon& lexicon_;
  std::set<std::string> common_;
  std::map<std::string, Extent> known_;
  std::map<std::string, Anchor> found_;
};

}  // namespace

bool has_group(const PatternNode& node) {
  if (node.remembered && (node.kind == NodeKind::Set || node.kind == NodeKind::Macro)) return true;
  return node.kind == NodeKind::Plural || node.kind == NodeKind::Verb ||
         std::any_of(node.children.begin(), node.children.end(),
                     [](const NodePtr& child) { return has_group(*child); });
}

std::vector<VerbGroup> groups_of(const VerbForms& verb, int first_group) {
  constexpr std::array kNames = {"third", "past", "participle", "gerund"};
  std::vector<VerbGroup> groups;
  const auto forms = forms_of(verb);
  for (std::size_t i = 1; i < forms.size(); ++i) {
    if (is_new_form(forms, i))
      groups.push_back({kNames[i - 1] + std::to_string(first_group++), forms[i]});
  }
  return groups;
}

int count_groups(const VerbForms& verb) {
  const auto forms = forms_of(verb);
  int count = 0;
  for (std::size_t i = 1; i < forms.size(); ++i) count += is_new_form(forms, i) ? 1 : 0;
  return count;
}

Pattern::Pattern(std::unique_ptr<PatternNode> root, const Lexicon* lexicon)
    : root_(std::move(root)), lexicon_(lexicon) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool is_plain_text(std::string_view pattern) {
  return !pattern.empty() && pattern.size() <= kMaxPatternBytes &&
         pattern.find_first_of(kMarks) == std::string_view::npos &&
         pattern.find(kOpaque) == std::string_view::npos;
}

Result<Pattern> Pattern::parse(std::string_view text, PatternUse use, const Lexicon& lexicon,
                               const MacroTrees* macros) {
  if (text.empty()) return refuse("an empty pattern");
  if (text.size() > kMaxPatternBytes)
    return refuse(fmt::format("a pattern of more than {} bytes; split it", kMaxPatternBytes));
  auto root = Parser(text, use, lexicon, macros).parse();
  if (!root) return tl::make_unexpected(root.error());
  int groups = 0;
  number_groups(**root, groups);
  return Pattern(std::move(*root), &lexicon);
}

std::string Pattern::to_re2() const {
  Re2Writer writer(*lexicon_, true);
  writer.write(*root_);
  return std::move(writer.out);
}

std::string Pattern::to_re2_without_groups() const {
  Re2Writer writer(*lexicon_, false);
  writer.write(*root_);
  return std::move(writer.out);
}

Result<std::vector<Anchor>> Pattern::anchors(std::size_t* count) const {
  std::vector<std::string> phrases;
  if (!enumerate(*root_, *lexicon_, kMaxPhrases, phrases)) {
    return refuse(fmt::format("it stands for more than {} phrases; split it", kMaxPhrases));
  }
  if (count != nullptr) *count = phrases.size();
  AnchorChooser chooser(*lexicon_);
  for (const std::string& phrase : phrases) {
    if (auto added = chooser.add(phrase); !added) return tl::make_unexpected(added.error());
  }
  return chooser.take();
}

std::size_t Pattern::weight() const { return weight_of(*root_, *lexicon_); }

bool Pattern::remembers() const { return has_group(*root_); }

std::vector<std::string> Pattern::remembered() const {
  std::vector<std::string> names;
  collect_remembered(*root_, names);
  return names;
}

Result<std::vector<std::string>> Pattern::phrases(std::size_t limit) const {
  std::vector<std::string> open;
  if (!enumerate(*root_, *lexicon_, limit, open)) return refuse("it stands for too many phrases");
  std::vector<std::string> done;
  while (!open.empty()) {
    std::string phrase = std::move(open.back());
    open.pop_back();
    const std::size_t begin = phrase.find(kOpaque);
    if (begin == std::string::npos) {
      done.push_back(std::move(phrase));
      continue;
    }
    const std::size_t end = phrase.find(kOpaque, begin + 1);
    const std::string name = phrase.substr(begin + 1, end - begin - 1);
    const auto set = lexicon_->sets.find(name);
    if (set == lexicon_->sets.end())
      return refuse(fmt::format("the macro “{}” cannot stand here", name));
    for (const auto& entry : set->second.words) {
      open.push_back(phrase.substr(0, begin) + entry.first + phrase.substr(end + 1));
    }
    if (open.size() + done.size() > limit) return refuse("it stands for too many phrases");
  }
  return done;
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  words.reserve(1 + static_cast<std::size_t>(std::ranges::count(phrase, ' ')));
  for (std::size_t i = 0; i < phrase.size();) {
    const std::size_t end = skip_word(phrase, i);
    if (end > i) words.emplace_back(phrase.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return words;
}

}  // namespace personfirst
