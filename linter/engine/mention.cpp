#include "linter/engine/mention.h"

#include <algorithm>

namespace personfirst {
namespace {

constexpr std::size_t kMaxItemWords = 5;

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool word = c != ' ' && c != '-';
    if (word && !inside) ++count;
    inside = word;
  }
  return count;
}

std::string_view trim(std::string_view text, std::string_view what) {
  const std::size_t begin = text.find_first_not_of(what);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(what) - begin + 1);
}

// Between a cue and the word stand only further items: `"dirty", "clean," or "`.
bool only_items(std::string_view between) {
  while (!between.empty()) {
    const std::size_t end = between.find_first_of(",/;|");
    if (count_words(trim(between.substr(0, end), " \"'()*:")) > kMaxItemWords) return false;
    if (end == std::string_view::npos) break;
    between.remove_prefix(end + 1);
  }
  return true;
}

// Is the word set off by itself, not as part of a longer quotation?
bool set_off(const Scene& scene) {
  constexpr std::uint32_t kShort = 60;  // bytes
  const std::string_view before = scene.before.text();
  if (!before.empty() && (before.back() == '"' || before.back() == '\'')) return true;
  const std::uint32_t from = scene.match.begin - std::min(scene.match.begin, kShort);
  for (const SpanList* spans : {&scene.passage->quoted(), &scene.passage->emphasized}) {
    for (const Span one : spans->beginning_in(from, scene.match.begin + 1)) {
      if (one.contains(scene.match) && one.size() <= kShort) return true;
    }
  }
  return false;
}

bool after_cue(const CompiledLanguage& language, const Scene& scene) {
  std::string_view rest = scene.before.text();
  while (!rest.empty()) {
    const bool is_whole = rest.size() == scene.before.text().size();
    const auto cue = language.mention_before.find(is_whole ? scene.before : AskedText(rest));
    if (!cue) return false;
    const std::string_view between = rest.substr(cue->end);
    if (trim(between, " \"'()*:").empty()) return true;
    const bool list = between.front() == ':' || set_off(scene);
    if (list && only_items(between)) return true;
    rest.remove_prefix(std::max<std::size_t>(cue->end, 1));
  }
  return false;
}

// A heading or label that is the cue and little more: "Words to avoid", but not "Before you start
// treatment".
bool is_mostly_cue(const Regex& cues, std::string_view text) {
  const auto cue = cues.find(AskedText(text));
  if (!cue) return false;
  const std::size_t cue_words = count_words(slice(text, *cue));
  const std::size_t more =
      count_words(trim(text, " \"'()*:,.")) - std::min(cue_words, count_words(text));
  constexpr std::size_t kMoreForOneWord = 1;
  constexpr std::size_t kMoreForPhrase = 4;
  return more <= (cue_words > 1 ? kMoreForPhrase : kMoreForOneWord);
}

constexpr std::uint32_t kLongestLabel = 80;

// Where the label before a colon begins: where its emphasis does ("**Avoid:**"), or its clause.
std::uint32_t label_begin(const Scene& scene, std::uint32_t colon) {
  for (const Span span :
       scene.passage->emphasized.beginning_in(colon - std::min(colon, kLongestLabel), colon)) {
    const bool ends_at_colon = span.end == colon || span.end == colon + 1;
    if (ends_at_colon && span.begin < colon) return span.begin;
  }
  const std::uint32_t least = colon - std::min(colon, kLongestLabel);
  const std::size_t from = slice(scene.lower(), {least, colon}).find_last_of(".!?;:|");
  return from == std::string_view::npos ? least : least + static_cast<std::uint32_t>(from) + 1;
}

// "Avoid: dirty, clean": the last label before the word.
bool after_label(const CompiledLanguage& language, const Scene& scene) {
  constexpr std::uint32_t kReach = 600;  // bytes of a list behind its label
  const std::uint32_t from = scene.match.begin - std::min(scene.match.begin, kReach);
  const std::size_t colon = slice(scene.lower(), {from, scene.match.begin}).rfind(':');
  if (colon == std::string_view::npos) return false;
  const std::uint32_t end = from + static_cast<std::uint32_t>(colon);
  return is_mostly_cue(language.mention_line, slice(scene.lower(), {label_begin(scene, end), end}));
}

// `"abuser," "junkie," "alcoholic"`: three or more short quotations in a sentence are words under
// discussion.
bool in_list_of_quoted_words(const Scene& scene) {
  constexpr std::size_t kEnough = 3;
  std::size_t count = 0;
  bool inside = false;
  constexpr std::uint32_t kReach = 400;  // bytes of a list to either side
  const Span near{
      std::max(scene.sentence.begin, scene.match.begin - std::min(scene.match.begin, kReach)),
      std::min(scene.sentence.end, scene.match.end + kReach)};
  for (const Span quoted : scene.passage->quoted().beginning_in(near.begin, near.end)) {
    if (count_words(slice(scene.lower(), quoted)) > kMaxItemWords) continue;
    ++count;
    inside |= quoted.contains(scene.match);
  }
  return inside && count >= kEnough;
}

// The word alone in quotation marks or emphasis: cues that would mean little beside a plain word
// are enough.
bool set_off_with_cue(const CompiledLanguage& language, const Scene& scene) {
  if (!scene.passage->quoted().any_is(scene.match) &&
      !scene.passage->emphasized.any_is(scene.match))
    return false;
  const std::string_view after = scene.after.text();
  const std::size_t comma = after.substr(0, 1).find_first_of(".,");  // `"dirty," for example`
  return language.mention_before_set_off.matches(scene.before) ||
         language.mention_after_set_off.matches(comma == 0 ? AskedText(after.substr(1))
                                                           : scene.after);
}

}  // namespace

bool is_cue_line(const CompiledLanguage& language, std::string_view lower) {
  return is_mostly_cue(language.mention_introduced, lower);
}

bool is_mention(const CompiledLanguage& language, const Scene& scene) {
  return after_cue(language, scene) || language.mention_after.matches(scene.after) ||
         after_label(language, scene) || set_off_with_cue(language, scene) ||
         in_list_of_quoted_words(scene) || ask_lead_in(scene, {LeadQuestion::Asks::IsCue});
}

}  // namespace personfirst
