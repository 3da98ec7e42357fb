#include "linter/markup/sections.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "linter/markup/front_matter.h"
#include "linter/markup/html.h"
#include "linter/markup/plain_text.h"

namespace personfirst {
namespace {

constexpr std::uint32_t kFewBytes = 256;    // an anchor nearer than this is passed over
constexpr std::uint32_t kSomeBytes = 512;   // no other cut before that
constexpr std::uint32_t kManyBytes = 2048;  // the next cut, whatever its text
constexpr std::size_t kDeepest = 64;        // open elements that an entry state may have

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

bool chosen_by_its_text(std::string_view line) {
  std::uint32_t hash = 2166136261U;
  for (const char c : line.substr(0, 24)) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash >> 16U) % 2 == 0;
}

// States are often the same from section to section, and then kept once.
std::shared_ptr<const EntryState> share(const std::shared_ptr<const EntryState>& entry,
                                        EntryState&& leaving) {
  if (entry != nullptr && *entry == leaving) return entry;
  return std::make_shared<const EntryState>(std::move(leaving));
}

// Chooses among the places where a section may end.
class CutChooser {
 public:
  CutChooser(std::string_view text, CutWishes wishes) : text_(text), wishes_(wishes) {}

  // May the section that began at `begin` end at `at`, the start of a line?
  [[nodiscard]] bool cuts(std::uint32_t begin, std::uint32_t at) const {
    const std::uint32_t size = at - begin;
    const bool anchor = std::ranges::binary_search(wishes_.anchors, at);
    if (wishes_.only_anchors) return anchor;
    if (size >= kManyBytes || (size >= kSomeBytes && chosen_by_its_text(text_.substr(at))))
      return true;
    return size >= kFewBytes && anchor;
  }

 private:
  std::string_view text_;
  CutWishes wishes_;
};

class PlainTextSections : public SectionReader {
 public:
  PlainTextSections(std::string_view text, CutChooser chooser) : text_(text), chooser_(chooser) {}

  void start(std::uint32_t begin, std::shared_ptr<const EntryState> entry) override {
    begin_ = begin;
    outline_.emplace(entry->outline);
    reader_.emplace(text_, Span{begin, size_of(text_)}, *outline_,
                    PlainTextReader::State{entry->in_plain_list, entry->after_blank});
    entry_ = std::move(entry);
  }

  bool next_wanted(ReadSection& section, const WantsProse& wants) override {
    if (begin_ >= text_.size()) return false;
    std::uint32_t cut = reader_->read_to_cut();
    while (cut < text_.size() && !chooser_.cuts(begin_, cut)) cut = reader_->read_to_cut();
    section = {};
    section.span = {begin_, cut};
    // The line behind the cut ends the paragraph before it.
    section.reach = reader_->line_end() < text_.size() ? reader_->line_end() : kReachesEnd;
    take_extracted(text_, Format::PlainText, *outline_, section.extracted, wants);
    section.has_own_heading = outline_->has_own_heading();
    outline_->forget_own_heading();
    const PlainTextReader::State state = reader_->state();
    EntryState leaving{outline_->state(), {}, state.in_list, state.after_blank};
    // The line behind the cut introduces what comes next, or is an item of the open list.
    leaving.outline.line_before = OutlineState::LineBefore::None;
    leaving.outline.line_before_text.clear();
    section.leaving = entry_ = share(entry_, std::move(leaving));
    begin_ = cut;
    return true;
  }

 private:
  std::string_view text_;
  CutChooser chooser_;
  std::uint32_t begin_ = 0;
  std::optional<Outline> outline_;
  std::optional<PlainTextReader> reader_;
  std::shared_ptr<const EntryState> entry_;
};

class HtmlSections : public SectionReader {
 public:
  HtmlSections(const HtmlText& html, CutChooser chooser) : html_(html), chooser_(chooser) {}

  void start(std::uint32_t begin, std::shared_ptr<const EntryState> entry) override {
    begin_ = begin;
    outline_.emplace(entry->outline);
    reader_.emplace(html_, begin, *outline_, entry->html);
    entry_ = std::move(entry);
  }

  bool next_wanted(ReadSection& section, const WantsProse& wants) override {
    const std::uint32_t size = size_of(html_.source);
    if (begin_ >= size) return false;
    section = {};
    std::uint32_t cut = 0;
    do {
      cut = reader_->read_to_cut(section.extracted.problems);
    } while (cut < size && (reader_->depth() > kDeepest || !chooser_.cuts(begin_, cut)));
    section.span = {begin_, cut};
    section.reach = reader_->take_looked_to_end() || cut == size ? kReachesEnd : cut;
    add_template_comments(html_, section.span, *outline_);
    take_extracted(html_.source, Format::Html, *outline_, section.extracted, wants);
    section.has_own_heading = outline_->has_own_heading();
    outline_->forget_own_heading();
    section.leaving = entry_ = share(entry_, EntryState{outline_->state(), reader_->state()});
    begin_ = cut;
    return true;
  }

 private:
  const HtmlText& html_;
  CutChooser chooser_;
  std::uint32_t begin_ = 0;
  std::optional<Outline> outline_;
  std::optional<HtmlReader> reader_;
  std::shared_ptr<const EntryState> entry_;
};

// md4c tells where sections may begin; each is then read by itself. Only as much of the text is
// looked at as the caller reads, and then some.
class MarkdownSections : public SectionReader {
 public:
  MarkdownSections(std::string_view text, CutChooser chooser,
                   std::span<const std::uint32_t> anchors, const LinkSurroundings& links)
      : text_(text), chooser_(chooser), anchors_(anchors), links_(links) {
    Outline unused;
    front_matter_ = read_front_matter(text, unused);
    may_have_front_matter_ = may_be_front_matter(text);
  }

  void start(std::uint32_t begin, std::shared_ptr<const EntryState> entry) override {
    begin_ = begin;
    entry_ = std::move(entry);
    known_until_ = std::max(begin, front_matter_);
    cuts_.clear();
    next_cut_ = 0;
    steps_ = 2;
  }

  bool next_wanted(ReadSection& section, const WantsProse& wants) override {
    if (begin_ >= text_.size()) return false;
    const MarkdownCut cut = find_end();
    const std::uint32_t end = cut.at;
    section = {};
    section.span = {begin_, end};
    section.origin = begin_;
    const std::string_view part = slice(text_, section.span);
    Outline outline(entry_->outline);
    std::uint32_t begin = 0;
    if (begin_ == 0 && front_matter_ > 0) begin = read_front_matter(part, outline);
    PartLinks links = links_of(section, begin);
    MarkdownPartResult read = read_markdown_part(
        {part, begin, most_markdown_events(text_.size()), !entry_->outline.lists.empty(), &links},
        outline);
    section.load = read.load;
    const bool has_links =
        links.labels.any || !links.labels.keys.empty() || !links.own.list.empty();
    if (has_links) section.links = std::make_shared<const PartLinks>(std::move(links));
    section.reach = end < text_.size() ? line_end(end) : kReachesEnd;
    // Front matter may end anywhere.
    if (begin_ == 0 && may_have_front_matter_ && front_matter_ == 0) section.reach = kReachesEnd;
    take_extracted(part, Format::Markdown, outline, section.extracted, wants);
    section.has_own_heading = outline.has_own_heading();
    // The text behind the cut introduces what comes next.
    EntryState leaving;
    leaving.outline.heading = outline.heading();
    if (cut.in_list) {
      leaving.outline.lists.push_back(std::move(read.list_lead));
      leaving.outline.list_is_inner.push_back(true);
    }
    section.leaving = entry_ = share(entry_, std::move(leaving));
    begin_ = end;
    return true;
  }

 private:
  PartLinks links_of(ReadSection& section, std::uint32_t begin) const {
    PartLinks links;
    const std::string_view part = slice(text_, {section.span.begin + begin, section.span.end});
    links.labels = find_labels(part);
    links.own = find_definitions(part);
    for (OwnDefinition& own : links.own.list) {
      own.begin += begin;
      own.title = {own.title.begin + begin, own.title.end + begin};
    }
    section.is_clear = !links.own.unclear;
    if (links_.table == nullptr) return links;
    auto used = links_.table->used_by(links.labels, links.own, section.span);
    section.is_clear = section.is_clear && used.has_value();
    if (used) links.used = *std::move(used);
    if (links_.referred != nullptr && links_.table->has_titles())
      links.shown = links_.table->shown_of(links.own, section.span, *links_.referred);
    return links;
  }

  // Behind the line that begins at `at`.
  [[nodiscard]] std::uint32_t line_end(std::uint32_t at) const {
    std::size_t end = text_.find_first_of("\r\n", at);
    if (end == std::string_view::npos) return kReachesEnd;
    end += text_.substr(end).starts_with("\r\n") ? 2 : 1;
    return static_cast<std::uint32_t>(end);
  }

  MarkdownCut find_end() {
    for (;;) {
      for (; next_cut_ < cuts_.size(); ++next_cut_) {
        const MarkdownCut cut = cuts_[next_cut_];
        if (cut.at > begin_ && chooser_.cuts(begin_, cut.at)) return cut;
      }
      if (known_until_ >= text_.size()) return {size_of(text_)};
      look_further();
    }
  }

  // From here to some anchor behind what is known; twice as far each time.
  void look_further() {
    const auto after = std::ranges::upper_bound(anchors_, known_until_);
    const auto left = static_cast<std::size_t>(anchors_.end() - after);
    known_until_ = left > steps_ ? after[static_cast<std::ptrdiff_t>(steps_)] : size_of(text_);
    steps_ *= 2;
    cuts_.clear();
    next_cut_ = 0;
    const std::uint32_t begin = begin_ == 0 ? front_matter_ : begin_;
    if (!find_markdown_cuts(text_.substr(0, known_until_), begin, cuts_)) cuts_.clear();
  }

  std::string_view text_;
  CutChooser chooser_;
  std::span<const std::uint32_t> anchors_;
  const LinkSurroundings& links_;
  std::uint32_t front_matter_ = 0;  // where it ends
  bool may_have_front_matter_ = false;
  std::uint32_t begin_ = 0;
  std::uint32_t known_until_ = 0;
  std::vector<MarkdownCut> cuts_;
  std::size_t next_cut_ = 0;
  std::size_t steps_ = 2;
  std::shared_ptr<const EntryState> entry_;
};

}  // namespace

std::unique_ptr<SectionReader> make_section_reader(Format format, std::string_view text,
                                                   const HtmlText& html, CutWishes wishes,
                                                   const LinkSurroundings& links) {
  const CutChooser chooser(text, wishes);
  switch (format) {
    case Format::PlainText:
      return std::make_unique<PlainTextSections>(text, chooser);
    case Format::Html:
      return std::make_unique<HtmlSections>(html, chooser);
    default:
      break;
  }
  return std::make_unique<MarkdownSections>(text, chooser, wishes.anchors, links);
}

}  // namespace personfirst
