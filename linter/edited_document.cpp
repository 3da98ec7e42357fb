#include "linter/edited_document.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "linter/lint_results.h"
#include "linter/markup/html.h"
#include "linter/markup/markdown_links.h"
#include "linter/markup/sections.h"
#include "linter/section_linter.h"
#include "linter/suppressions.h"
#include "linter/text/change.h"

namespace personfirst {
namespace {

// A section of the last version.
struct Section {
  std::uint64_t id = 0;  // 0: not shown yet
  std::uint32_t begin = 0;
  LintedPart part;
  std::uint64_t table = 0;  // of link definitions, whose meaning for this section is known
  std::shared_ptr<const LintResult> shown;
};
using Sections = std::vector<std::unique_ptr<Section>>;

bool same_but_heading(const EntryState& a, const EntryState& b) {
  EntryState other = b;
  other.outline.heading = a.outline.heading;
  return a == other;
}

// Sections that an edit has swept away, for a while: the next edit may bring them back. (A code
// fence that is not closed yet makes all of the text behind it code.)
class Attic {
 public:
  [[nodiscard]] bool empty() const { return sections_.empty(); }

  // All of one version of the document, which is kept with them.
  void put(std::shared_ptr<const Document> document, Sections sections) {
    document_ = std::move(document);
    sections_.clear();
    age_ = 0;
    for (auto& one : sections) {
      if (one == nullptr || one->id == 0 || one->part.reach == kReachesEnd) continue;
      const std::size_t key = key_of(text_of(*one));
      sections_.emplace(key, std::move(one));
    }
  }

  // One that begins with this text (up to the section's reach), has this size and stood below this.
  std::unique_ptr<Section> take(std::string_view text, std::uint32_t size,
                                const EntryState& entry) {
    const auto [first, last] = sections_.equal_range(key_of(text));
    for (auto it = first; it != last; ++it) {
      const Section& one = *it->second;
      if (one.part.size != size || *one.part.entry != entry || text_of(one) != text) continue;
      std::unique_ptr<Section> found = std::move(it->second);
      sections_.erase(it);
      return found;
    }
    return nullptr;
  }

  void grow_older() {
    constexpr int kOldest = 1000;  // edits
    if (sections_.empty() || ++age_ > kOldest) *this = {};
  }

 private:
  static std::size_t key_of(std::string_view text) { return std::hash<std::string_view>{}(text); }
  [[nodiscard]] std::string_view text_of(const Section& one) const {
    return std::string_view(document_->text).substr(one.begin, one.part.reach);
  }

  std::shared_ptr<const Document> document_;
  std::unordered_multimap<std::size_t, std::unique_ptr<Section>> sections_;
  int age_ = 0;
};

// Template fragments reach far: where one begins or ends otherwise than before, what lies between
// has changed, too.
Change widened(Change change, const std::vector<TemplateFragment>& before,
               const std::vector<TemplateFragment>& after) {
  const auto same = [](const TemplateFragment& a, const TemplateFragment& b, std::uint32_t by) {
    return a.span.begin + by == b.span.begin && a.span.end + by == b.span.end && a.kind == b.kind;
  };
  std::size_t first = 0;
  while (first < before.size() && first < after.size() && same(before[first], after[first], 0))
    ++first;
  const std::uint32_t by = change.after.end - change.before.end;
  std::size_t last = 0;
  while (last < before.size() - first && last < after.size() - first &&
         same(before[before.size() - 1 - last], after[after.size() - 1 - last], by))
    ++last;
  std::uint32_t begin = change.before.begin;
  std::uint32_t end = change.before.end;
  for (std::size_t i = first; i < before.size() - last; ++i) {
    begin = std::min(begin, before[i].span.begin);
    end = std::max(end, before[i].span.end);
  }
  std::uint32_t new_end = end + by;
  for (std::size_t i = first; i < after.size() - last; ++i) {
    begin = std::min(begin, after[i].span.begin);
    new_end = std::max(new_end, after[i].span.end);
  }
  return {{begin, new_end - by}, {begin, new_end}};
}

// The text that a document of HTML is read as; of other formats, nothing.
std::unique_ptr<BlankedHtml> blanked(const Document& document, bool may_have_fragments) {
  const bool is_html = document.format == Format::Html;
  return std::make_unique<BlankedHtml>(
      is_html ? std::string_view(document.text) : std::string_view(),
      is_html && may_have_fragments);
}

// What stands in one part of a document and counts in all of it.
struct DocumentLinks {
  std::optional<LinkTable> table;
  std::set<std::string> referred;  // labels of definitions whose titles show
  std::uint64_t last_id = 0;

  // A guess, before all sections have been read.
  void guess(std::vector<PlacedDefinition> all) {
    if (table && table->says_same_as(all)) return table->move_to(std::move(all));
    table.emplace(std::move(all), ++last_id);
  }
  // What looks like a definition further up may have been taken for it: then the guess was wrong
  // though it said the same.
  void settle(std::vector<PlacedDefinition> all) {
    if (!table->says_same_as(all) || !table->stands_where(all))
      table.emplace(std::move(all), ++last_id);
  }
};

void add_definitions(const PartLinksPtr& links, std::uint32_t begin,
                     std::vector<PlacedDefinition>& all) {
  if (links == nullptr) return;
  for (std::size_t i = 0; i < links->own.list.size(); ++i)
    all.push_back({links, i, begin + links->own.list[i].begin});
}

}  // namespace

struct EditedDocument::State {
  State(const RuleSet& the_rules, LintOptions the_options)
      : rules(the_rules), options(std::move(the_options)) {}

  const RuleSet& rules;
  const LintOptions options;
  std::shared_ptr<const Document> document;  // the last one; null before the first
  Sections kept;                             // of it; none when it was linted as a whole
  std::vector<TemplateFragment> fragments;   // of HTML
  bool may_have_fragments = false;
  Attic attic;
  DocumentLinks links;                    // of Markdown
  std::unique_ptr<SectionLinter> linter;  // for the document's language
  std::uint64_t last_id = 0;

  std::vector<LintedSection> sections;
  std::vector<Problem> problems;  // of the document

  void lint_whole();
};

void EditedDocument::State::lint_whole() {
  kept.clear();
  auto result = std::make_shared<LintResult>(personfirst::lint(rules, *document, options));
  problems = result->problems;
  sections = {{++last_id, 0, std::move(result)}};
}

namespace {

// One call: from the sections of the last version to those of this one.
class Update {
 public:
  Update(const RuleSet& rules, const LintOptions& options, SectionLinter& linter,
         const Document& document, const BlankedHtml& html, Attic& attic, DocumentLinks& links)
      : rules_(rules),
        options_(options),
        linter_(linter),
        document_(document),
        text_(document.text),
        html_(html),
        attic_(attic),
        links_(links) {}

  // False: the document must be linted as a whole.
  bool read(Sections& old, const Change& change) {
    sort_out(old, change);
    if (document_.format == Format::Markdown) guess_definitions(change);
    const auto reader = make_reader({anchors_, false});
    auto entry = std::make_shared<const EntryState>();
    bool goes_on = false;  // the reader is where we are
    for (std::uint32_t at = 0; at < text_.size();) {
      std::unique_ptr<Section> section = take_reusable(at, entry);
      if (section != nullptr) {
        goes_on = false;
      } else {
        if (!std::exchange(goes_on, true)) reader->start(at, entry);
        ReadSection read;
        if (!reader->next(read)) return false;
        if (!read.is_clear) return false;
        section = take_from_attic(read, *entry);
        if (section == nullptr) {
          section = std::make_unique<Section>();
          if (!lint(*section, read, entry)) return false;
        }
      }
      section->begin = at;
      at += section->part.size;
      entry = section->part.leaving;
      sections_.push_back(std::move(section));
    }
    while (next_ < reusable_.size()) retire_next();
    if (document_.format == Format::Markdown && !settle_links()) return false;
    return !is_too_much();
  }

  // The findings of sections that a cue elsewhere has changed.
  bool judge() {
    cues_ = linter_.no_cues();
    for (const auto& one : sections_) {
      may_hold_candidates_ |= one->part.may_hold_candidates;
      has_directives_ |= one->part.has_directives;
      add_cues(one->part.cues, cues_);
    }
    may_hold_candidates_ |= !options_.use_prefilter;
    return judge_anew_what_asked_otherwise();
  }

  // What the caller sees: suppressions, problems, ids.
  void show(std::string_view old_text, std::uint64_t& last_id, std::vector<Problem>& problems) {
    gather_problems(problems);
    std::vector<LintResult> results;
    const bool composed = (has_directives_ && may_hold_candidates_) || !problems.empty();
    if (composed) results = compose(problems);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      Section& section = *sections_[i];
      std::shared_ptr<const LintResult> result = section.part.result;
      if (composed) {
        result = std::make_shared<const LintResult>(std::move(results[i]));
      } else if (!result->problems.empty()) {  // the prefilter has sent the document away
        auto without = std::make_shared<LintResult>(*result);
        without->problems.clear();
        result = std::move(without);
      }
      if (section.id == 0) take_id_of_same(section, *result, old_text);
      if (section.id != 0 && section.shown != result && are_equal(*section.shown, *result))
        continue;
      if (section.id == 0 || section.shown != result) section.id = ++last_id;
      section.shown = std::move(result);
    }
  }

  Sections take() { return std::move(sections_); }
  // Those of the last version that are no more.
  Sections take_retired() {
    Sections retired;
    for (auto& [begin, one] : retired_) retired.push_back(std::move(one));
    return retired;
  }

 private:
  // Which sections of the last version may stand in this one, and which have changed.
  void sort_out(Sections& old, const Change& change) {
    cues_ = linter_.no_cues();
    for (const auto& one : old) add_cues(one->part.cues, cues_);
    reusable_.reserve(old.size());
    anchors_.reserve(old.size());
    for (auto& one : old) {
      const LintedPart& part = one->part;
      const std::uint32_t begin = one->begin;
      const bool is_before = begin + part.size <= change.before.begin &&
                             part.reach != kReachesEnd && begin + part.reach <= change.before.begin;
      const bool is_behind = begin >= change.before.end;
      const std::uint32_t new_begin = begin < change.before.end ? begin : change.moved(begin);
      if (is_before || is_behind) {
        reusable_.push_back({new_begin, std::move(one)});
        anchors_.push_back(new_begin);
      } else {
        retired_.emplace(new_begin, std::move(one));
      }
    }
  }

  std::unique_ptr<SectionReader> make_reader(CutWishes wishes) {
    surroundings_ = {links_.table ? &*links_.table : nullptr, &links_.referred};
    return make_section_reader(document_.format, text_, html_.text(), wishes, surroundings_);
  }

  bool lint(Section& section, const ReadSection& read, std::shared_ptr<const EntryState> entry) {
    section.part = linter_.see(read, std::move(entry), text_, document_.format);
    section.table = links_.table ? links_.table->id() : 0;
    add_cues(section.part.cues, cues_);  // what is known so far; judge() sees to the rest
    return linter_.judge(read, cues_, section.part);
  }

  // ---- links: sections are read with the definitions that there are likely to be; when all have
  // been read it is known what they are ----

  void guess_definitions(const Change& change) {
    std::vector<PlacedDefinition> all;
    Span between{0, static_cast<std::uint32_t>(text_.size())};
    auto one = reusable_.begin();
    for (; one != reusable_.end() && one->begin < change.before.begin; ++one) {
      add_definitions(one->section->part.links, one->begin, all);
      between.begin = one->begin + one->section->part.size;
    }
    if (one != reusable_.end()) between.end = one->begin;
    auto links = std::make_shared<PartLinks>();
    links->own = find_definitions(slice(text_, between));
    add_definitions(links, between.begin, all);
    for (; one != reusable_.end(); ++one)
      add_definitions(one->section->part.links, one->begin, all);
    links_.guess(std::move(all));
  }

  // Reads again where the guess was wrong.
  bool settle_links() {
    std::vector<PlacedDefinition> all;
    for (const auto& one : sections_) add_definitions(one->part.links, one->begin, all);
    links_.settle(std::move(all));
    std::unique_ptr<SectionReader> reader;
    auto entry = std::make_shared<const EntryState>();
    for (auto& section : sections_) {
      LintedPart& part = section->part;
      const bool stands =
          (part.entry == entry || *part.entry == *entry || goes_below(part, entry)) &&
          (section->table == links_.table->id() || uses_same(*section));
      if (!stands && !read_again(*section, entry, reader)) return false;
      section->table = links_.table->id();
      entry = part.leaving;
    }
    return settle_titles(reader);
  }

  [[nodiscard]] bool uses_same(const Section& section) const {
    const PartLinks* links = section.part.links.get();
    if (links == nullptr) return true;
    const auto used = links_.table->used_by(links->labels, links->own, span_of(section));
    return used && *used == links->used;
  }

  // Titles stand where they are defined, if somebody refers to them.
  bool settle_titles(std::unique_ptr<SectionReader>& reader) {
    links_.referred.clear();
    if (!links_.table->has_titles()) return true;
    for (const auto& one : sections_) {
      if (one->part.links == nullptr) continue;
      const auto& labels = one->part.links->title_labels;
      links_.referred.insert(labels.begin(), labels.end());
    }
    for (auto& section : sections_) {
      const PartLinksPtr links = section->part.links;
      if (links == nullptr || links->own.list.empty()) continue;
      const auto shown = links_.table->shown_of(links->own, span_of(*section), links_.referred);
      if (shown == links->shown) continue;
      if (!read_again(*section, section->part.entry, reader)) return false;
    }
    return true;
  }

  static Span span_of(const Section& section) {
    return {section.begin, section.begin + section.part.size};
  }

  bool read_again(Section& section, std::shared_ptr<const EntryState> entry,
                  std::unique_ptr<SectionReader>& reader) {
    if (reader == nullptr) {
      for (const auto& one : sections_) begins_.push_back(one->begin);
      reader = make_reader({begins_, true});
    }
    reader->start(section.begin, entry);
    ReadSection read;
    if (!reader->next(read) || !read.is_clear || read.span.size() != section.part.size)
      return false;
    return lint(section, read, std::move(entry));
  }

  // The section of the last version that begins at `at`, if it has the same surroundings still.
  std::unique_ptr<Section> take_reusable(std::uint32_t at,
                                         const std::shared_ptr<const EntryState>& entry) {
    while (next_ < reusable_.size() && reusable_[next_].begin < at) retire_next();
    if (next_ == reusable_.size() || reusable_[next_].begin != at) return nullptr;
    LintedPart& part = reusable_[next_].section->part;
    if (part.entry != entry && *part.entry != *entry && !goes_below(part, entry)) {
      retire_next();
      return nullptr;
    }
    return std::move(reusable_[next_++].section);
  }

  // Without fragments in it: those of HTML reach further than a section knows.
  std::unique_ptr<Section> take_from_attic(const ReadSection& read, const EntryState& entry) {
    if (attic_.empty() || read.reach == kReachesEnd || !html_.text().fragments.empty())
      return nullptr;
    return attic_.take(slice(text_, {read.span.begin, read.reach}), read.span.size(), entry);
  }

  void retire_next() {
    retired_.emplace(reusable_[next_].begin, std::move(reusable_[next_].section));
    ++next_;
  }

  // Another heading above: the findings may be the same for all that.
  bool goes_below(LintedPart& part, const std::shared_ptr<const EntryState>& entry) const {
    const OutlineState& leaving = part.leaving->outline;
    if (!leaving.lists.empty() || !leaving.tables.empty())
      return false;  // opened below that heading
    if (!same_but_heading(*part.entry, *entry)) return false;
    if (!linter_.stands_below(part, entry->outline.heading)) return false;
    part.entry = entry;
    if (part.has_own_heading) return true;
    EntryState left = *part.leaving;
    left.outline.heading = entry->outline.heading;
    part.leaving = left == *entry ? entry : std::make_shared<const EntryState>(std::move(left));
    return true;
  }

  [[nodiscard]] bool is_too_much() const {
    if (document_.format != Format::Markdown) return false;
    TotalMarkdownLoad load;
    for (const auto& one : sections_) load.add(one->part.load);
    return load.is_too_much(text_.size());
  }

  bool judge_anew_what_asked_otherwise() {
    std::unique_ptr<SectionReader> reader;
    for (auto& section : sections_) {
      LintedPart& part = section->part;
      if (SectionLinter::stands_with(part, cues_)) continue;
      if (reader == nullptr) {
        begins_.clear();
        for (const auto& one : sections_) begins_.push_back(one->begin);
        reader = make_reader({begins_, true});
      }
      reader->start(section->begin, part.entry);
      ReadSection read;
      if (!reader->next(read) || read.span.size() != part.size) return false;
      if (!linter_.judge(read, cues_, part)) return false;
    }
    return true;
  }

  // As lint() gives them. (A document without candidates is not read by it.)
  void gather_problems(std::vector<Problem>& problems) const {
    problems = document_.problems;
    if (!may_hold_candidates_) return;
    for (const auto& one : sections_) {
      for (const Problem& problem : one->part.result->problems) {
        problems.push_back(problem);
        move_by(problems.back(), one->begin);
      }
    }
  }

  // By section: its findings with the document's suppressions obeyed, and its problems.
  std::vector<LintResult> compose(const std::vector<Problem>& problems) {
    LintResult whole;
    std::vector<Comment> comments;
    for (const auto& one : sections_) {
      append(whole, *one->part.result, one->begin);
      for (const Comment& comment : one->part.comments) {
        comments.push_back(comment);
        move_by(comments.back(), one->begin);
      }
    }
    whole.problems = problems;
    if (has_directives_ && may_hold_candidates_)
      apply_suppressions(rules_, document_, comments, options_, whole);
    std::vector<LintResult> parts(sections_.size());
    const auto deal_out = [&](auto& all, auto LintResult::*list, const auto& place) {
      for (auto& one : all) {
        const std::size_t index = section_at(place(one));
        (parts[index].*list).push_back(std::move(one));
        move_by((parts[index].*list).back(), 0U - sections_[index]->begin);
      }
    };
    deal_out(whole.findings, &LintResult::findings,
             [](const Finding& one) { return one.span.begin; });
    deal_out(whole.suppressed, &LintResult::suppressed,
             [](const Suppressed& one) { return one.finding.span.begin; });
    deal_out(whole.problems, &LintResult::problems,
             [](const Problem& one) { return one.span.begin; });
    return parts;
  }

  [[nodiscard]] std::size_t section_at(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(
        sections_, offset, {}, [](const std::unique_ptr<Section>& one) { return one->begin; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - sections_.begin(), 1)) - 1;
  }

  // A section that was read again and came out as it was before.
  void take_id_of_same(Section& section, const LintResult& result, std::string_view old_text) {
    const auto found = retired_.find(section.begin);
    if (found == retired_.end()) return;
    const Section& old = *found->second;
    if (old.part.size != section.part.size || !are_equal(*old.shown, result)) return;
    if (old_text.substr(old.begin, old.part.size) != text_.substr(section.begin, old.part.size))
      return;
    section.id = old.id;
    section.shown = old.shown;
  }

  struct Reusable {
    std::uint32_t begin = 0;  // in this version
    std::unique_ptr<Section> section;
  };

  const RuleSet& rules_;
  const LintOptions& options_;
  SectionLinter& linter_;
  const Document& document_;
  std::string_view text_;
  const BlankedHtml& html_;
  Attic& attic_;
  DocumentLinks& links_;
  LinkSurroundings surroundings_;

  std::vector<Reusable> reusable_;
  std::size_t next_ = 0;
  std::vector<std::uint32_t> anchors_;
  std::map<std::uint32_t, std::unique_ptr<Section>> retired_;  // by where they would begin

  Sections sections_;
  std::vector<std::uint32_t> begins_;  // of them, when they are to be read again
  DocumentCues cues_;                  // of all sections
  bool may_hold_candidates_ = false;
  bool has_directives_ = false;
};

bool is_same_kind(const Document& a, const Document& b) {
  return a.format == b.format && a.language == b.language && a.values == b.values;
}

}  // namespace

EditedDocument::EditedDocument(const RuleSet& rules, LintOptions options)
    : state_(std::make_unique<State>(rules, std::move(options))) {}
EditedDocument::~EditedDocument() = default;
EditedDocument::EditedDocument(EditedDocument&&) noexcept = default;
EditedDocument& EditedDocument::operator=(EditedDocument&&) noexcept = default;

const std::vector<LintedSection>& EditedDocument::lint(std::shared_ptr<const Document> document) {
  State& state = *state_;
  const std::shared_ptr<const Document> last = std::exchange(state.document, std::move(document));
  const Document& now = *state.document;
  if (last == nullptr || !is_same_kind(*last, now)) {
    state.kept.clear();
    state.attic = {};
    state.linter.reset();
  }
  const auto language = state.rules.languages.find(now.language);
  if (language == state.rules.languages.end() || now.text.empty() || now.structure ||
      !can_be_cut(now.format)) {
    state.lint_whole();
    return state.sections;
  }
  if (state.linter == nullptr) {
    state.linter =
        std::make_unique<SectionLinter>(state.rules, language->second, now.language, state.options);
  }

  const std::string_view old_text = state.kept.empty() ? std::string_view() : last->text;
  Change change = find_change(old_text, now.text);
  if (now.format == Format::Html) {
    const Span around{change.after.begin - std::min(change.after.begin, 1U),
                      std::min(change.after.end + 1, static_cast<std::uint32_t>(now.text.size()))};
    if (state.kept.empty()) state.may_have_fragments = false;
    state.may_have_fragments |= may_have_template_fragments(slice(now.text, around));
  }
  const auto html = blanked(now, state.may_have_fragments);
  const std::vector<TemplateFragment>& fragments = html->text().fragments;
  change = widened(change, state.kept.empty() ? fragments : state.fragments, fragments);
  state.fragments = fragments;

  Update update(state.rules, state.options, *state.linter, now, *html, state.attic, state.links);
  Sections old = std::exchange(state.kept, {});
  if (!update.read(old, change) || !update.judge()) {
    state.lint_whole();
    return state.sections;
  }
  update.show(old_text, state.last_id, state.problems);
  state.attic.grow_older();
  constexpr std::size_t kMany = 16;
  Sections retired = update.take_retired();
  if (retired.size() > kMany && fragments.empty()) state.attic.put(last, std::move(retired));
  state.kept = update.take();
  state.sections.clear();
  for (const auto& one : state.kept) state.sections.push_back({one->id, one->begin, one->shown});
  return state.sections;
}

LintResult EditedDocument::all() const {
  LintResult result;
  for (const LintedSection& one : state_->sections) append(result, *one.result, one.begin);
  result.problems = state_->problems;
  return result;
}

}  // namespace personfirst
