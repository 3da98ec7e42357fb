#include "linter/rules/macro_tree.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace personfirst {
namespace {

using Kind = MacroNode::Kind;
using Made = std::unique_ptr<MacroNode>;

constexpr std::uint32_t kNoEnd = UINT32_MAX;
constexpr int kMostDepth = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

Made made(Kind kind) {
  auto node = std::make_unique<MacroNode>();
  node->kind = kind;
  return node;
}

Made made_word(std::string_view word) {
  Made node = made(Kind::Words);
  node->words.push_back(word);
  return node;
}

bool is_one_word(const MacroNode& node) {
  return node.kind == Kind::Words && node.words.size() == 1;
}

// Words: after the last one.
void close(MacroNode& node) {
  const auto order = [](std::vector<std::string_view>& words, auto byte) {
    const auto key = [&](std::string_view word) { return word.empty() ? -1 : byte_of(byte(word)); };
    std::sort(words.begin(), words.end(),
              [&](std::string_view a, std::string_view b) { return key(a) < key(b); });
  };
  node.by_last = node.words;
  order(node.words, [](std::string_view word) { return word.front(); });
  order(node.by_last, [](std::string_view word) { return word.back(); });
}

class MacroParser {
 public:
  explicit MacroParser(std::string_view text) : text_(text) {}

  Made parse() {
    Made root = alternatives(0);
    return root && !more() ? std::move(root) : nullptr;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < text_.size(); }
  [[nodiscard]] bool next_is(char c) const { return more() && text_[at_] == c; }

  Made alternatives(int depth) {
    if (depth > kMostDepth) return nullptr;
    std::vector<Made> items;
    Made words = made(Kind::Words);
    do {
      if (next_is('|')) ++at_;
      Made one = sequence(depth);
      if (!one) return nullptr;
      if (is_one_word(*one))
        words->words.push_back(one->words.front());
      else
        items.push_back(std::move(one));
    } while (next_is('|'));
    close(*words);
    if (!words->words.empty()) items.push_back(std::move(words));
    return together(Kind::Alternatives, std::move(items));
  }

  // What it consists of alone, when that is one thing.
  Made sequence(int depth) {
    std::vector<Made> items;
    std::string_view letters;
    const auto finish_letters = [&] {
      if (letters.empty()) return;
      items.push_back(made_word(std::exchange(letters, {})));
      close(*items.back());
    };
    while (more() && !next_is('|') && !next_is(')')) {
      Made item = atom(depth);
      if (item) item = repeated(std::move(item));
      if (!item) return nullptr;
      if (is_one_word(*item)) {
        const std::string_view more = item->words.front();
        if (more.data() != letters.data() + letters.size()) finish_letters();
        letters =
            letters.empty() ? more : std::string_view(letters.data(), letters.size() + more.size());
        continue;
      }
      finish_letters();
      items.push_back(std::move(item));
    }
    if (items.empty()) return made_word(letters);
    finish_letters();
    return together(Kind::Sequence, std::move(items));
  }

  static Made together(Kind kind, std::vector<Made> items) {
    if (items.size() == 1) return std::move(items.front());
    Made all = made(kind);
    std::move(items.begin(), items.end(), std::back_inserter(all->children));
    return all;
  }

  Made atom(int depth) {
    const char c = text_[at_++];
    if (c == '(') {
      if (text_.substr(at_, 2) != "?:") return nullptr;
      at_ += 2;
      Made inside = alternatives(depth + 1);
      if (!inside || !next_is(')')) return nullptr;
      ++at_;
      return inside;
    }
    if (c == '[') return list();
    if (c == '\\') {
      if (!more() || is_letter_or_digit(text_[at_])) return nullptr;
      return made_word(text_.substr(at_++, 1));
    }
    if (std::string_view("*+?{}]^$.").find(c) != std::string_view::npos) return nullptr;
    return made_word(text_.substr(at_ - 1, 1));
  }

  static bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  Made list() {
    Made node = made(Kind::Byte);
    const bool all_but = next_is('^');
    if (all_but) ++at_;
    if (next_is(']')) return nullptr;
    while (more() && !next_is(']')) {
      if (next_is('[')) {
        if (text_.substr(at_, 2) == "[:") return nullptr;  // "[[:alpha:]]"
      }
      if (next_is('\\')) {
        ++at_;
        if (!more() || is_letter_or_digit(text_[at_])) return nullptr;
      }
      const char first = text_[at_++];
      char last = first;
      const bool range = next_is('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']';
      if (range) {
        last = text_[at_ + 1];
        if (!is_letter_or_digit(first) || !is_letter_or_digit(last)) return nullptr;
        at_ += 2;
      }
      for (unsigned byte = byte_of(first); byte <= byte_of(last); ++byte) node->bytes.set(byte);
    }
    if (!more()) return nullptr;
    ++at_;
    if (all_but) node->bytes.flip();
    return node;
  }

  // The item as often as "?", "+" or "{m,n}" behind it says. Null for a count that cannot be read.
  Made repeated(Made item) {
    std::uint32_t min = 1, max = 1;
    if (next_is('?')) {
      min = 0;
      ++at_;
    } else if (next_is('+')) {
      max = kNoEnd;
      ++at_;
    } else if (next_is('{')) {
      ++at_;
      if (!number(min) || !next_is(',')) return nullptr;
      ++at_;
      if (!number(max) || !next_is('}') || max < min) return nullptr;
      ++at_;
    } else {
      return item;
    }
    if (more() && std::string_view("?*+{").find(text_[at_]) != std::string_view::npos)
      return nullptr;  // "+?"
    if (item->kind == Kind::Words) close(*item);
    Made node = made(Kind::Repeat);
    node->min = min;
    node->max = max;
    node->children.push_back(std::move(item));
    return node;
  }

  bool number(std::uint32_t& value) {
    const char* const end = text_.data() + text_.size();
    const auto [stop, error] = std::from_chars(text_.data() + at_, end, value);
    at_ = static_cast<std::size_t>(stop - text_.data());
    return error == std::errc{};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<const MacroNode> read_macro(std::string_view re2) {
  Made root = MacroParser(re2).parse();
  if (root && root->kind == Kind::Words) close(*root);
  return root;
}

MacroTrees::MacroTrees(const Lexicon& lexicon) {
  for (const auto& [name, macro] : lexicon.macros) {
    trees_.emplace(name, Lazy<Tree>([&re2 = macro.re2] {
                     return std::make_unique<const Tree>(Tree{read_macro(re2)});
                   }));
  }
}

const MacroNode* MacroTrees::find(const std::string& name) const {
  const auto tree = trees_.find(name);
  return tree == trees_.end() ? nullptr : tree->second->root.get();
}

bool always_holds_digit(const MacroNode& macro) {
  const auto holds = [](const auto& child) { return always_holds_digit(*child); };
  switch (macro.kind) {
    case Kind::Words:
      return std::all_of(macro.words.begin(), macro.words.end(), [](std::string_view word) {
        return std::any_of(word.begin(), word.end(), is_digit);
      });
    case Kind::Byte:
      for (unsigned byte = 0; byte < macro.bytes.size(); ++byte) {
        if (macro.bytes[byte] && (byte < '0' || byte > '9')) return false;
      }
      return macro.bytes.any();
    case Kind::Sequence:
      return std::any_of(macro.children.begin(), macro.children.end(), holds);
    case Kind::Alternatives:
      return std::all_of(macro.children.begin(), macro.children.end(), holds);
    case Kind::Repeat:
      return macro.min > 0 && holds(macro.children.front());
  }
  return false;
}

}  // namespace personfirst
