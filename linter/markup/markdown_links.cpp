#include "linter/markup/markdown_links.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "linter/markup/markdown.h"
#include "linter/markup/prose_builder.h"
#include "linter/text/words.h"

namespace personfirst {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// In one line, without what stands before the text of its lines.
std::string in_one_line(std::string_view label) {
  std::string line;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (!is_line_end(label[i])) {
      line += label[i];
      continue;
    }
    line += ' ';
    while (i + 1 < label.size() && (is_space(label[i + 1]) || label[i + 1] == '>')) ++i;
  }
  const auto is_white = [](char c) { return is_space(c); };
  line.erase(line.begin(), std::ranges::find_if_not(line, is_white));
  while (!line.empty() && is_white(line.back())) line.pop_back();
  return line;
}

// What md4c takes for white space in labels, or more.
bool is_label_space(char32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

// Nothing for ill-formed text, which md4c reads in its own way.
std::optional<LabelKey> key_of(std::string_view label) {
  const std::string line = in_one_line(label);
  std::string letters;
  bool after_space = true;
  for (std::uint32_t at = 0; at < line.size();) {
    std::uint32_t length = 0;
    const char32_t c = decode_at(line, at, &length);
    if (c == 0xFFFD) return std::nullopt;
    if (!is_label_space(c)) {
      letters.append(line, at, length);
      after_space = false;
    } else if (!std::exchange(after_space, true)) {
      letters += ' ';
    }
    at += length;
  }
  if (letters.ends_with(' ')) letters.pop_back();
  return static_cast<LabelKey>(std::hash<std::string>{}(fold_case(letters)));
}

// Labels with equal keys mean the same.
bool is_plain(std::string_view label) {
  return std::ranges::all_of(label, [](char c) { return c >= ' ' && c <= '~'; });
}

// Where a line's text begins: behind indentation, marks of quotations, items and tasks.
std::size_t text_of_line(std::string_view text, std::size_t at) {
  constexpr std::string_view kPrefix = " \t>*+-.)0123456789";
  while (at < text.size() && kPrefix.find(text[at]) != std::string_view::npos) ++at;
  return at;
}
bool is_task_mark(std::string_view text, std::size_t at) {
  return at + 3 < text.size() && text[at] == '[' && text[at + 2] == ']' &&
         (text[at + 1] == ' ' || text[at + 1] == 'x' || text[at + 1] == 'X') &&
         is_blank(text[at + 3]);
}

// The label that begins behind the bracket at `at`, if it is one and a colon follows.
std::optional<std::string_view> label_of_definition(std::string_view text, std::size_t at) {
  const std::size_t begin = at + 1;
  for (at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') {
      ++at;
    } else if (c == '[') {
      return std::nullopt;
    } else if (c == ']') {
      if (at + 1 >= text.size() || text[at + 1] != ':') return std::nullopt;
      return text.substr(begin, at - begin);
    } else if (is_line_end(c)) {  // a blank line ends it
      std::size_t next = at + (text.substr(at).starts_with("\r\n") ? 2U : 1U);
      while (next < text.size() && (is_blank(text[next]) || text[next] == '>')) ++next;
      if (next >= text.size() || is_line_end(text[next])) return std::nullopt;
    }
  }
  return std::nullopt;
}

struct PossibleLabel {
  std::string text;
  std::size_t begin = 0;  // of the definition
};

// What looks like the label of a definition, once each.
std::vector<PossibleLabel> possible_labels(std::string_view text) {
  std::vector<PossibleLabel> labels;
  std::set<std::string> known;
  const auto look_at = [&](std::size_t at) {
    if (at >= text.size() || text[at] != '[') return;
    const auto label = label_of_definition(text, at);
    if (!label) return;
    std::string line = in_one_line(*label);
    if (!line.empty() && known.insert(line).second) labels.push_back({std::move(line), at});
  };
  if (text.find("]:") == std::string_view::npos) return labels;
  for (std::size_t line = 0; line < text.size();) {
    std::size_t at = text_of_line(text, line);
    look_at(at);
    while (is_task_mark(text, at)) look_at(at = text_of_line(text, at + 3));
    line = text.find_first_of("\r\n", line);
    if (line == std::string_view::npos) break;
    ++line;
  }
  return labels;
}

// Asks md4c what labels mean, by a paragraph for each before the text.
class Probe {
 public:
  Probe(std::string_view part, const std::vector<PossibleLabel>& labels) {
    for (const PossibleLabel& label : labels) text_ += "[][" + label.text + "]\n\n";
    part_begin_ = text_.size();
    text_ += part;
    found_.resize(labels.size());
  }

  // By label; nothing for those that are not defined.
  std::vector<std::optional<OwnDefinition>> run() {
    if (found_.empty()) return {};
    MD_PARSER parser{};
    parser.flags = kMarkdownFlags;
    parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      auto& probe = *static_cast<Probe*>(self);
      return type == MD_BLOCK_P && ++probe.paragraph_ == probe.found_.size() ? 1 : 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      if (type == MD_SPAN_A)
        static_cast<Probe*>(self)->see(*static_cast<const MD_SPAN_A_DETAIL*>(detail));
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
    md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this);
    return std::move(found_);
  }

 private:
  void see(const MD_SPAN_A_DETAIL& link) {
    if (paragraph_ >= found_.size() || found_[paragraph_]) return;
    OwnDefinition& found = found_[paragraph_].emplace();
    found.meaning.destination_size = link.href.size;
    found.meaning.title_size = link.title.size;
    const std::less<const char*> before;
    const char* begin = text_.data() + part_begin_;
    if (link.title.size == 0 || before(link.title.text, begin) ||
        !before(link.title.text, text_.data() + text_.size()))
      return;
    const auto at = static_cast<std::uint32_t>(link.title.text - begin);
    found.title = {at, at + link.title.size};
    found.meaning.title_in_source = true;
  }

  std::string text_;
  std::size_t part_begin_ = 0;
  std::size_t paragraph_ = 0;
  std::vector<std::optional<OwnDefinition>> found_;
};

// Such a label may mean something else where the probe stands: it may hold code or a tag.
bool is_hard_to_ask(std::string_view label) {
  const bool may_hold_code = label.find('`') != label.rfind('`');
  const std::size_t tag = label.find('<');
  return may_hold_code || (tag != std::string_view::npos && label.find('>', tag) != label.npos);
}

}  // namespace

OwnDefinitions find_definitions(std::string_view part) {
  OwnDefinitions own;
  std::vector<PossibleLabel> labels = possible_labels(part);
  auto found = Probe(part, labels).run();
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto key = key_of(labels[i].text);
    own.unclear = own.unclear || !key || (!found[i] && is_hard_to_ask(labels[i].text));
    if (!found[i] || !key) continue;
    found[i]->begin = static_cast<std::uint32_t>(labels[i].begin);
    found[i]->meaning.label = std::move(labels[i].text);
    found[i]->meaning.key = *key;
    own.list.push_back(*std::move(found[i]));
  }
  return own;
}

LinkLabels find_labels(std::string_view part) {
  constexpr std::size_t kMany = 16;
  LinkLabels labels;
  // Brackets that may open a label. Those behind a backslash may be escaped, or not.
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] != '[' && part[i] != ']') continue;
    const bool may_be_escaped = i > 0 && part[i - 1] == '\\';
    if (part[i] == '[') {
      if (!may_be_escaped) open.clear();
      open.push_back(i + 1);
      labels.any = labels.any || open.size() > kMany;
      if (labels.any) break;
      continue;
    }
    for (const std::size_t begin : open) {
      const auto key = key_of(part.substr(begin, i - begin));
      labels.any = labels.any || !key;
      if (key) labels.keys.push_back(*key);
    }
    if (!may_be_escaped) open.clear();
  }
  std::ranges::sort(labels.keys);
  labels.keys.erase(std::unique(labels.keys.begin(), labels.keys.end()), labels.keys.end());
  labels.keys.shrink_to_fit();
  return labels;
}

LinkTable::LinkTable(std::vector<PlacedDefinition> all, std::uint64_t id)
    : all_(std::move(all)), id_(id) {
  std::unordered_set<std::string_view> known;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const LinkDefinition& meaning = all_[i].meaning();
    if (!known.insert(meaning.label).second) continue;
    by_key_.emplace(meaning.key, i);
    counting_.push_back(i);
    has_titles_ = has_titles_ || meaning.title_in_source;
  }
}

bool LinkTable::says_same_as(std::span<const PlacedDefinition> all) const {
  return std::ranges::equal(all_, all, {}, &PlacedDefinition::meaning, &PlacedDefinition::meaning);
}

bool LinkTable::stands_where(std::span<const PlacedDefinition> all) const {
  return std::ranges::equal(all_, all, {}, &PlacedDefinition::begin, &PlacedDefinition::begin);
}

std::optional<std::vector<LinkDefinition>> LinkTable::used_by(const LinkLabels& labels,
                                                              const OwnDefinitions& own,
                                                              Span span) const {
  std::vector<std::uint32_t> found;
  if (labels.any) {
    found = counting_;
  } else if (!counting_.empty()) {
    for (const LabelKey key : labels.keys) {
      const auto [first, last] = by_key_.equal_range(key);
      for (auto it = first; it != last; ++it) found.push_back(it->second);
    }
    std::ranges::sort(found);
  }
  std::vector<LinkDefinition> used;
  for (const std::uint32_t i : found) {
    const LinkDefinition& meaning = all_[i].meaning();
    if (all_[i].begin >= span.begin && all_[i].begin < span.end) continue;  // its own
    const auto rival = std::ranges::find(own.list, meaning.key,
                                         [](const OwnDefinition& one) { return one.meaning.key; });
    if (all_[i].begin > span.begin && rival != own.list.end()) {
      if (!is_plain(meaning.label) || !is_plain(rival->meaning.label)) return std::nullopt;
      continue;  // its own comes first
    }
    used.push_back(meaning);
  }
  return used;
}

std::vector<Span> LinkTable::shown_of(const OwnDefinitions& own, Span span,
                                      const std::set<std::string>& referred) const {
  std::vector<Span> shown;
  for (const OwnDefinition& one : own.list) {
    if (one.title.empty() || !referred.contains(one.meaning.label)) continue;
    const auto [first, last] = by_key_.equal_range(one.meaning.key);
    for (auto it = first; it != last; ++it) {
      const PlacedDefinition& counts = all_[it->second];
      if (counts.begin == span.begin + one.begin) shown.push_back(one.title);
    }
  }
  return shown;
}

DefinitionText write_definitions(std::span<const LinkDefinition> definitions) {
  DefinitionText written;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const LinkDefinition& one = definitions[i];
    written.text.append("[").append(one.label).append("]: <");
    written.text.append(one.destination_size, 'a').append(">");
    if (one.title_size > 0) {
      written.text += " \"";
      if (one.title_in_source)
        written.titles.emplace_back(static_cast<std::uint32_t>(written.text.size()), i);
      // md4c copies what has an escape in it.
      written.text.append(one.title_in_source ? "a" : "\\!").append(one.title_size - 1, 'a');
      written.text += '"';
    }
    written.text += "\n\n";
  }
  return written;
}

}  // namespace personfirst
