#include "linter/engine/fixer.h"

#include <algorithm>
#include <optional>

#include "linter/engine/placement.h"

namespace personfirst {
namespace {

bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_word_byte(char c) {
  return is_upper_letter(c) || is_lower_letter(c) || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool ends_with(std::string_view text, std::string_view what) {
  return text.size() >= what.size() && text.substr(text.size() - what.size()) == what;
}

std::string_view condition_of(Needs needs) {
  switch (needs) {
    case Needs::Diagnosis:
      return " (if a diagnosis is stated)";
    case Needs::Recovery:
      return " (if the person says so)";
    case Needs::Prescription:
      return " (if the medicine is prescribed)";
    case Needs::Nothing:
      break;
  }
  return "";
}

template <typename... Part>
std::string in_title(const Part&... part) {
  std::string title;
  title.reserve((std::string_view(part).size() + ...));
  (title.append(part), ...);
  return title;
}

// A rewrite of a run of the folded text.
struct Rewrite {
  Span in_folded;
  std::string text;
};

// Tells which suggestions are for a match. One after the other they are often for the same.
class Fitting {
 public:
  Fitting(std::string_view text, Span match) : text_(text), match_(match) {}

  [[nodiscard]] bool holds(const CompiledSuggestion& one) {
    if (one.only_for.empty()) return true;
    const std::vector<std::string>& patterns = one.suggestion->for_patterns;
    if (last_ == nullptr || *last_ != patterns) {
      const auto found = one.only_for.match_at(text_, match_.begin, false);
      last_holds_ = found && found->span.end == match_.end;
      last_ = &patterns;
    }
    return last_holds_;
  }

 private:
  std::string_view text_;
  Span match_;
  const std::vector<std::string>* last_ = nullptr;
  bool last_holds_ = false;
};

}  // namespace

class FixMaker::Fixer {
 public:
  Fixer(FixMaker& maker, const FixRequest& request)
      : maker_(maker),
        request_(request),
        rule_(maker.rules_.rules[request.candidate.rule]),
        passage_(*request.passage),
        text_(rule_.rule->exact_case ? passage_.folded.exact : passage_.folded.lower),
        tokens_(passage_.folded.tokens),
        language_(maker.language_),
        lexicon_(*language_.lexicon),
        match_(request.candidate.span),
        first_(token_at(tokens_, match_.begin)),
        after_(token_at(tokens_, request.possessive_end)),
        shape_(find_shape()),
        choices_(&choices(IsParticiple::No)) {
    if (form().verb == VerbForm::Past && after_auxiliary()) choices_ = &choices(IsParticiple::Yes);
  }

  std::vector<Fix> run() {
    std::vector<Fix> fixes;
    const bool editable =
        request_.context == Context::Prose && !stands_as_modifier() && !glued_to_neighbour();
    fixes.reserve(choices_->all.size() + 1);
    Fitting fitting(text_, match_);
    for (const Choice& choice : choices_->all) {
      if (fitting.holds(*choice.suggestion)) fixes.push_back(make_fix(choice, editable));
    }
    prefer_house_style(fixes);
    if (fixes.empty() || !editable || !rule_.rule->advice.empty()) add_advice(fixes);
    return fixes;
  }

 private:
  [[nodiscard]] std::string_view lower(std::size_t token) const {
    return slice(passage_.folded.lower, tokens_[token].span);
  }
  [[nodiscard]] std::string_view exact(std::size_t token) const {
    return slice(passage_.folded.exact, tokens_[token].span);
  }
  [[nodiscard]] std::string_view gap_after(std::size_t token) const {
    return slice(passage_.folded.lower, {tokens_[token].span.end, tokens_[token + 1].span.begin});
  }
  [[nodiscard]] bool is_possessive() const { return request_.possessive_end > match_.end; }
  [[nodiscard]] bool starts_upper(std::size_t token) const {
    return is_upper_letter(exact(token).front());
  }

  // How the match is capitalised, and so how its replacement should be.
  [[nodiscard]] CaseShape find_shape() const {
    if (rule_.rule->exact_case || is_initials(first_)) {
      // Initials say nothing about what stands round them, and may follow a colon.
      if (in_capitals()) return CaseShape::Upper;
      const bool after_colon = match_.begin > 1 && passage_.folded.lower[match_.begin - 2] == ':';
      return begins_sentence(first_) && !after_colon ? CaseShape::Sentence : CaseShape::Lower;
    }
    std::size_t words = 0, capitals = 0;
    bool any_lower = false;
    for (std::size_t i = first_; i < tokens_.size() && tokens_[i].span.begin < match_.end; ++i) {
      const std::string_view word = exact(i);
      any_lower |= std::any_of(word.begin(), word.end(), is_lower_letter);
      if (language_.joining_words.contains(lower(i)) || is_initials(i)) continue;
      ++words;
      if (is_upper_letter(word.front())) ++capitals;
    }
    if (capitals == 0 && !starts_upper(first_)) return CaseShape::Lower;
    constexpr std::uint32_t kLongEnough = 4;  // shorter ones are initials
    if (!any_lower && match_.size() >= kLongEnough) return CaseShape::Upper;
    if (words > 1 && capitals == words) return CaseShape::Title;
    if (!starts_upper(first_)) return CaseShape::Lower;
    if (passage_.title_case()) return CaseShape::Title;
    return begins_sentence(first_) ? CaseShape::Sentence : CaseShape::Lower;
  }

  // "UDS", "EtOH", in a text that is not all capitals itself.
  [[nodiscard]] bool is_initials(std::size_t token) const {
    const std::string_view word = exact(token);
    constexpr std::size_t kLongest = 5;
    return starts_upper(token) && word.size() <= kLongest &&
           std::any_of(word.begin() + 1, word.end(), is_upper_letter) &&
           (rule_.rule->exact_case || !passage_.all_caps());
  }

  // Does the match stand among words that are capitals, too?
  [[nodiscard]] bool in_capitals() const {
    constexpr std::uint32_t kLong = 4;
    return passage_.all_caps() &&
           std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& one) {
             return one.span.size() >= kLong && !one.span.overlaps(match_);
           });
  }

  [[nodiscard]] bool begins_sentence(std::size_t token) const {
    const std::uint32_t begin = tokens_[token].span.begin;
    const std::string_view before =
        std::string_view(passage_.folded.lower)
            .substr(request_.sentence.begin, begin - request_.sentence.begin);
    const std::size_t last = before.find_last_not_of(" \"'([*;");
    return last == std::string_view::npos || before[last] == ':' || before[last] == '.' ||
           before[last] == '?' || before[last] == '!';
  }

  // "had abused", "was abused"
  [[nodiscard]] bool after_auxiliary() const {
    return first_ > 0 && (is_form_of("have", first_ - 1) || is_form_of("be", first_ - 1));
  }

  [[nodiscard]] bool is_form_of(const char* base, std::size_t token) const {
    const auto verb = lexicon_.verbs.find(base);
    if (verb == lexicon_.verbs.end()) return false;
    const VerbForms& forms = verb->second;
    const std::string_view word = lower(token);
    return word == forms.base || word == forms.third || word == forms.past ||
           word == forms.participle;
  }

  // "addict behavior": a noun for a person that another noun follows.
  [[nodiscard]] bool stands_as_modifier() const {
    if (rule_.rule->part_of_speech != PartOfSpeech::Person || form().plural || is_possessive())
      return false;
    if (after_ >= tokens_.size()) return false;
    const std::string_view gap =
        slice(passage_.folded.lower, {match_.end, tokens_[after_].span.begin});
    if (gap != " ") return false;
    const std::string_view next = lower(after_);
    if (language_.function_words.contains(next)) return false;
    if (next.front() >= '0' && next.front() <= '9') return false;
    if (ends_with(next, "ed") || ends_with(next, "ly")) return false;
    const bool may_be_verb = ends_with(next, "s") && !ends_with(next, "ss");
    return !(may_be_verb && has_determiner());
  }

  [[nodiscard]] bool has_determiner() const {
    return first_ > 0 && is_in_set("determiner", first_ - 1);
  }

  // "non-addict", "addict-like", "addict/alcoholic": what the hyphen or slash adds would be lost.
  [[nodiscard]] bool glued_to_neighbour() const {
    const std::string& text = passage_.folded.lower;
    const auto glue = [](char c) { return c == '-' || c == '/'; };
    const std::uint32_t begin = match_.begin;
    const std::uint32_t end = request_.possessive_end;
    const bool before = begin > 1 && glue(text[begin - 1]) && is_word_byte(text[begin - 2]);
    const bool after = end + 1 < text.size() && glue(text[end]) && is_word_byte(text[end + 1]);
    return before || after;
  }

  enum class IsParticiple : char { No, Yes };

  [[nodiscard]] const MatchForm& form() const { return choices_->form; }

  // Those for the words of the match. Good until the next call.
  [[nodiscard]] const Choices& choices(IsParticiple is_participle) {
    std::string& key = maker_.key_;
    key = slice(passage_.folded.exact, match_);
    key += static_cast<char>(shape_);
    key += static_cast<char>(is_participle);
    key += std::to_string(request_.candidate.pattern);
    const auto known = maker_.known_.find(key);
    if (known != maker_.known_.end()) return known->second;
    constexpr std::size_t kMost = 4096;  // a hostile text may have no end of them
    if (maker_.known_.size() == kMost) maker_.known_.clear();
    return maker_.known_.emplace(key, make_choices(is_participle)).first->second;
  }

  [[nodiscard]] Choices make_choices(IsParticiple is_participle) const {
    Choices made;
    const Regex& regex = maker_.rules_.regex_of(request_.candidate.pattern);
    if (const auto again = regex.match_at(text_, match_.begin, true))
      made.form = form_of(language_, passage_.folded, *again, shape_);
    if (is_participle == IsParticiple::Yes) made.form.verb = VerbForm::Participle;
    // Without what stands behind the match, in which a suggestion's patterns may find a longer one.
    Fitting fitting(text_.substr(0, match_.end), match_);
    for (const CompiledSuggestion& suggestion : rule_.suggestions) {
      if (!fitting.holds(suggestion)) continue;
      auto words = word_it(suggestion.wording->text, language_, made.form);
      if (!words) continue;
      std::string uk = uk_words(*words);
      made.all.push_back({&suggestion, std::move(*words), std::move(uk)});
    }
    return made;
  }

  // Empty: as they are.
  [[nodiscard]] std::string uk_words(const std::string& words) const {
    if (maker_.options_.spelling == Spelling::Us) return {};
    std::string uk = with_uk_spelling(words, lexicon_);
    return uk == words ? std::string() : uk;
  }

  // `uk`: what uk_words() made.
  [[nodiscard]] const std::string& spelt(const std::string& words, const std::string& uk) const {
    const bool is_uk =
        !uk.empty() && (maker_.options_.spelling == Spelling::Uk || maker_.around_.is_uk());
    return is_uk ? uk : words;
  }

  Fix make_fix(const Choice& choice, bool editable) const {
    const CompiledSuggestion& suggestion = *choice.suggestion;
    const std::string& words = spelt(choice.words, choice.uk_words);
    const Suggestion& asked = *suggestion.suggestion;
    Fix fix;
    fix.applicability = Applicability::DisplayOnly;
    if (rule_.rule->names_code) {
      fix.title = in_title("today’s name is “", words, "”");
      return fix;
    }
    fix.title = in_title("use “", words, "”", condition_of(asked.needs));
    if (!editable) return fix;
    auto rewrite = rewrite_for(suggestion, words);
    if (!rewrite) return fix;
    auto placement = place(*passage_.prose, passage_.folded.to_prose(rewrite->in_folded),
                           std::move(rewrite->text));
    if (!placement) return fix;
    fix.edits = std::move(placement->edits);
    const bool unasked = asked.automatic && asked.needs == Needs::Nothing &&
                         !placement->crosses_markup && !is_possessive();
    fix.applicability = unasked ? Applicability::Automatic : Applicability::AskFirst;
    return fix;
  }

  std::optional<Rewrite> rewrite_for(const CompiledSuggestion& suggestion,
                                     const std::string& words) const {
    if (is_possessive() && rule_.rule->part_of_speech == PartOfSpeech::Person)
      return possessive_rewrite(words);
    if (auto rewrite = verb_rewrite(suggestion.wording->predicate, "be_form")) return rewrite;
    if (auto rewrite = verb_rewrite(suggestion.wording->become, "become_form")) return rewrite;
    return plain_rewrite(words, suggestion.suggestion->mass);
  }

  // With the article before it set right.
  [[nodiscard]] Rewrite plain_rewrite(const std::string& words, bool mass) const {
    if (follows_its_person()) {
      const std::string_view rest = std::string_view(words).substr(words.find(' ') + 1);
      const bool upper = shape_ == CaseShape::Upper;
      return {match_, with_case(rest, upper ? CaseShape::Upper : CaseShape::Lower, lexicon_)};
    }
    const std::size_t first = says_tense(first_) ? first_ - 1 : first_;
    const bool begins = first < first_ && shape_ == CaseShape::Lower && starts_upper(first);
    const std::string text = with_case(words, begins ? CaseShape::Sentence : shape_, lexicon_);
    if (!after_article(first)) return {{tokens_[first].span.begin, match_.end}, text};
    const Span both{tokens_[first - 1].span.begin, match_.end};
    const bool capital = starts_upper(first - 1);
    if (mass) return {both, capital ? capitalised(text) : text};
    std::string article(article_for(words, lexicon_));
    if (shape_ == CaseShape::Upper && capital)
      article = with_case(article, CaseShape::Upper, lexicon_);
    else if (capital)
      article = capitalised(article);
    return {both, article + ' ' + text};
  }

  [[nodiscard]] bool after_article() const { return after_article(first_); }
  [[nodiscard]] bool after_article(std::size_t token) const {
    if (token == 0) return false;
    const std::string_view word = lower(token - 1);
    return (word == "a" || word == "an") && gap_after(token - 1) == " ";
  }

  // "45M alcoholic", "brother drug abuser": the person has been named, and needs no second noun.
  [[nodiscard]] bool follows_its_person() const {
    if (rule_.rule->part_of_speech != PartOfSpeech::Person || form().plural || first_ == 0 ||
        gap_after(first_ - 1) != " ")
      return false;
    const std::string_view word = lower(first_ - 1);
    const auto letter = std::min(word.find_first_not_of("0123456789"), word.size());
    const bool number_before =
        first_ > 1 && lower(first_ - 2).front() >= '0' && lower(first_ - 2).front() <= '9';
    if (letter > 0 || number_before) {
      const auto sexes = lexicon_.sets.find("sex_letter");
      if (sexes != lexicon_.sets.end() &&
          sexes->second.words.contains(std::string(word.substr(letter))))
        return true;
    }
    return is_in_set("relative", first_ - 1);
  }

  // "active IV drug user": "who injects drugs" says that it is now.
  [[nodiscard]] bool says_tense(std::size_t token) const {
    return rule_.rule->part_of_speech == PartOfSpeech::Person && token > 0 &&
           gap_after(token - 1) == " " && is_in_set("said_by_tense", token - 1);
  }

  // "is an addict" -> "has a substance use disorder", "became an addict" -> "developed ...".
  std::optional<Rewrite> verb_rewrite(const Template& text, const char* forms_set) const {
    if (text.empty() || (!form().plural && !after_article())) return std::nullopt;
    const std::size_t next = form().plural ? first_ : first_ - 1;
    if (next == 0 || gap_after(next - 1) != " ") return std::nullopt;
    const auto forms = lexicon_.sets.find(forms_set);
    if (forms == lexicon_.sets.end()) return std::nullopt;
    std::uint32_t begin = tokens_[next - 1].span.begin;
    std::string verb(lower(next - 1));
    const bool contracted = begin > 0 && passage_.folded.lower[begin - 1] == '\'';
    if (contracted) {
      if (form().plural) return std::nullopt;  // "John's addicts"
      verb.insert(0, 1, '\'');
      --begin;
    }
    const auto entry = forms->second.words.find(verb);
    if (entry == forms->second.words.end() || needs_its_noun()) return std::nullopt;
    MatchForm form = this->form();
    form.copula = verb;
    form.verb = verb_form_named(entry->second);
    if (next > 1) {
      if (is_in_set("conjunction", next - 2)) return std::nullopt;  // "to be or become an addict"
      if (form.verb == VerbForm::Base && is_form_of("have", next - 2))
        form.verb = VerbForm::Participle;  // "had become"
    }
    auto words = word_it(text, language_, form);
    if (!words) return std::nullopt;
    words = spelt(*words, uk_words(*words));
    if (contracted && words->front() != '\'') words->insert(0, 1, ' ');
    if (shape_ == CaseShape::Upper) words = with_case(*words, CaseShape::Upper, lexicon_);
    return Rewrite{{begin, match_.end}, *words};
  }

  // "is an addict who ...", "is an addict and dealer", "is an addict from Leeds".
  [[nodiscard]] bool needs_its_noun() const {
    if (after_ >= tokens_.size() ||
        slice(passage_.folded.lower, {match_.end, tokens_[after_].span.begin}) != " ")
      return false;
    return is_in_set("relative_pronoun", after_) || is_in_set("conjunction", after_) ||
           is_in_set("leans_on_noun", after_);
  }

  [[nodiscard]] bool is_in_set(const char* name, std::size_t token) const {
    const auto set = lexicon_.sets.find(name);
    return set != lexicon_.sets.end() && set->second.words.contains(std::string(lower(token)));
  }

  static VerbForm verb_form_named(const Attributes& attributes) {
    const auto form = attributes.find("form");
    if (form == attributes.end() || form->second == "base") return VerbForm::Base;
    if (form->second == "third") return VerbForm::Third;
    if (form->second == "past") return VerbForm::Past;
    return form->second == "gerund" ? VerbForm::Gerund : VerbForm::Participle;
  }

  // "the addict's brain" -> "the brain of a person ...", "addicts' families" -> "families of people
  // ...".
  [[nodiscard]] std::optional<Rewrite> possessive_rewrite(const std::string& words) const {
    const auto owned = owned_phrase();
    if (!owned) return std::nullopt;
    const bool article = first_ > 0 && gap_after(first_ - 1) == " " &&
                         (lower(first_ - 1) == "the" || after_article());
    const std::string thing(slice(passage_.folded.exact, *owned));
    std::string text;
    Span all{match_.begin, owned->end};
    if (form().plural) {
      text = thing + " of " + words;
      if (article) {
        text.insert(0, "the ");
        all.begin = tokens_[first_ - 1].span.begin;
      }
    } else {
      if (!article) return std::nullopt;
      text = "the " + thing + " of " + std::string(article_for(words, lexicon_)) + ' ' + words;
      all.begin = tokens_[first_ - 1].span.begin;
    }
    const bool capital = is_upper_letter(passage_.folded.exact[all.begin]);
    return Rewrite{all, capital ? capitalised(text) : text};
  }

  // What is owned: one or two plain words that a function word or punctuation ends.
  [[nodiscard]] std::optional<Span> owned_phrase() const {
    constexpr std::size_t kMost = 2;
    for (std::size_t count = 1; count <= kMost && after_ + count <= tokens_.size(); ++count) {
      const std::size_t last = after_ + count - 1;
      if (language_.function_words.contains(lower(last))) return std::nullopt;
      // "brain changes", "flat burned": the second word may well be the verb.
      if (count > 1 && (ends_with(lower(last), "s") || ends_with(lower(last), "ed")))
        return std::nullopt;
      const Span phrase{tokens_[after_].span.begin, tokens_[last].span.end};
      if (last + 1 == tokens_.size() || gap_after(last) != " ") return phrase;
      if (language_.function_words.contains(lower(last + 1))) return phrase;
    }
    return std::nullopt;
  }

  void prefer_house_style(std::vector<Fix>& fixes) const {
    const auto wanted = maker_.options_.preferred.find(rule_.rule->id);
    if (wanted == maker_.options_.preferred.end()) return;
    std::stable_partition(fixes.begin(), fixes.end(), [&](const Fix& fix) {
      return fix.title.find("“" + wanted->second) != std::string::npos;
    });
  }

  void add_advice(std::vector<Fix>& fixes) const {
    const std::string& advice = rule_.rule->advice;
    if (advice.empty()) return;
    fixes.push_back({advice, {}, Applicability::DisplayOnly});
  }

  FixMaker& maker_;
  const FixRequest& request_;
  const CompiledRule& rule_;
  const Passage& passage_;
  std::string_view text_;  // as the rule's patterns see it
  const std::vector<Token>& tokens_;
  const CompiledLanguage& language_;
  const Lexicon& lexicon_;
  Span match_;
  std::size_t first_;  // token
  std::size_t after_;  // token after the match and its possessive ending
  CaseShape shape_;
  const Choices* choices_;
};

std::vector<Fix> FixMaker::make(const FixRequest& request) { return Fixer(*this, request).run(); }

std::uint32_t possessive_end(const Passage& passage, Span match) {
  const std::string& text = passage.folded.lower;
  const std::uint32_t end = match.end;
  if (end >= text.size() || text[end] != '\'') return end;
  if (end + 1 < text.size() && text[end + 1] == 's' &&
      (end + 2 == text.size() || !is_word_byte(text[end + 2]))) {
    return end + 2;
  }
  constexpr std::uint32_t kReach = 400;  // bytes of a quotation
  const auto near = passage.quoted().beginning_in(end - std::min(end, kReach), end);
  const bool closes_quotation =
      std::any_of(near.begin(), near.end(), [&](Span one) { return one.end == end; });
  const bool more = end + 1 < text.size() && text[end + 1] == ' ';
  return text[end - 1] == 's' && more && !closes_quotation ? end + 1 : end;
}

}  // namespace personfirst
