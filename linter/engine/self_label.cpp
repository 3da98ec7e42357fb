#include "linter/engine/self_label.h"

#include <algorithm>

namespace personfirst {
namespace {

enum class Who { Nobody, Writer, Other };

constexpr std::size_t kReach = 14;  // words that a subject may stand away

Who who_is(const CompiledLanguage& language, const Scene& scene, std::size_t token) {
  const auto& tokens = scene.passage->folded.tokens;
  // First person wins: "we" may be in a set of subjects, too.
  if (language.first_person->match(scene.lower(), tokens, token) > 0) return Who::Writer;
  return language.other_person->match(scene.lower(), tokens, token) > 0 ? Who::Other : Who::Nobody;
}

Who nearest_person(const CompiledLanguage& language, const Scene& scene) {
  const auto& tokens = scene.passage->folded.tokens;
  const std::size_t sentence_begin = token_at(tokens, scene.sentence.begin);
  const std::size_t sentence_end = token_at(tokens, scene.sentence.end);
  const std::size_t match_begin = token_at(tokens, scene.match.begin);
  const std::size_t match_end = token_at(tokens, scene.match.end);
  const std::size_t first =
      std::max(sentence_begin, match_begin > kReach ? match_begin - kReach : 0);
  for (std::size_t i = match_begin; i > first; --i) {
    if (const Who who = who_is(language, scene, i - 1); who != Who::Nobody) return who;
  }
  for (std::size_t i = match_end; i < std::min(sentence_end, match_end + kReach); ++i) {
    if (const Who who = who_is(language, scene, i); who != Who::Nobody) return who;
  }
  return Who::Nobody;
}

// "90 days clean today! I can't believe it.": a sentence that begins with the match and names
// nobody is the writer's when the nearest person behind it is.
bool fragment_of_writer(const CompiledLanguage& language, const Scene& scene) {
  const auto& tokens = scene.passage->folded.tokens;
  const std::size_t sentence_begin = token_at(tokens, scene.sentence.begin);
  constexpr std::size_t kLead = 2;  // "Twenty two" days
  if (token_at(tokens, scene.match.begin) > sentence_begin + kLead) return false;
  const std::size_t end = token_at(tokens, scene.sentence.end);
  for (std::size_t i = end; i < std::min(tokens.size(), end + kReach); ++i) {
    if (const Who who = who_is(language, scene, i); who != Who::Nobody) return who == Who::Writer;
  }
  return false;
}

// "As a recovering alcoholic, I know it": the clause names nobody else, and the writer follows its
// comma.
bool opens_for_writer(const CompiledLanguage& language, const Scene& scene) {
  const auto& tokens = scene.passage->folded.tokens;
  const std::size_t match_begin = token_at(tokens, scene.match.begin);
  for (std::size_t i = token_at(tokens, scene.sentence.begin); i < match_begin; ++i) {
    if (who_is(language, scene, i) != Who::Nobody) return false;
  }
  const std::string_view after = scene.after.text();
  const std::size_t next = token_at(tokens, scene.match.end);
  return after.substr(0, 2) == ", " && next < tokens.size() &&
         who_is(language, scene, next) == Who::Writer;
}

}  // namespace

bool is_self_label(const CompiledLanguage& language, const Scene& scene,
                   PartOfSpeech part_of_speech) {
  if (language.self_label_before.matches(scene.before) ||
      language.self_label_after.matches(scene.after))
    return true;
  const bool state = part_of_speech == PartOfSpeech::Verb || part_of_speech == PartOfSpeech::Phrase;
  if (part_of_speech == PartOfSpeech::Thing) return language.self_label_own.matches(scene.before);
  if (!state) return opens_for_writer(language, scene);
  const Who who = nearest_person(language, scene);
  return who == Who::Writer || (who == Who::Nobody && fragment_of_writer(language, scene));
}

}  // namespace personfirst
