#include "linter/office/text_builder.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "linter/markup/prose_builder.h"
#include "linter/markup/structure.h"
#include "linter/text/decode.h"
#include "linter/text/ill_formed.h"

namespace personfirst {
namespace {

void mark(std::vector<Span>& spans, Span span) {
  if (!spans.empty() && spans.back().end == span.begin) {
    spans.back().end = span.end;
  } else {
    spans.push_back(span);
  }
}

}  // namespace

void OfficeTextBuilder::begin_group(std::string file, std::string name) {
  set_list_depth(0);
  places_.groups.push_back({std::move(file), std::move(name)});
  paragraph_ = 0;
  page_ = 0;
  inside_.clear();
  heading_ = Place::kNone;
}

void OfficeTextBuilder::begin(ProseKind kind, bool in_block_quote) {
  line_ = Prose();
  line_.kind = kind;
  line_.in_block_quote = in_block_quote;
  line_begin_ = size();
}

std::uint32_t OfficeTextBuilder::add(std::string_view text, Style style) {
  const std::uint32_t begin = size();
  if (text.empty() || is_full()) return begin;
  if (begin == line_begin_) line_page_ = page_;
  text_ += text;
  std::replace_if(
      text_.begin() + begin, text_.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  const Span span{begin - line_begin_, size() - line_begin_};
  if (style.opaque) mark(line_.opaque, span);
  if (style.struck) mark(line_.struck, span);
  if (style.emphasized) mark(line_.emphasized, span);
  return begin;
}

void OfficeTextBuilder::end() {
  const std::string_view text = std::string_view(text_).substr(line_begin_);
  if (text.find_first_not_of(' ') == std::string_view::npos) {
    text_.resize(line_begin_);
    return;
  }
  line_.text = text;
  const auto length = static_cast<std::uint32_t>(text.size());
  line_.pieces = {Piece{0, length, line_begin_, length, false}};
  add_place();
  outline_.add(std::move(line_));
  text_ += "\n\n";
}

void OfficeTextBuilder::add_place() {
  Place place;
  place.begin = line_begin_;
  if (places_.groups.empty()) places_.groups.emplace_back();
  place.group = static_cast<std::uint32_t>(places_.groups.size()) - 1;
  place.paragraph = paragraph_;
  place.page = line_page_;
  place.heading = heading_;
  place.inside = inside_;
  if (line_.kind == ProseKind::Heading) heading_ = static_cast<std::uint32_t>(places_.all.size());
  places_.all.push_back(std::move(place));
}

void OfficeTextBuilder::add_line(ProseKind kind, std::string_view text) {
  begin(kind);
  add(text);
  end();
}

void OfficeTextBuilder::add_prose(const Prose& prose) {
  begin(prose.kind, prose.in_block_quote);
  add(prose.text);
  line_.opaque = prose.opaque;
  line_.struck = prose.struck;
  line_.emphasized = prose.emphasized;
  line_.introduced_by = prose.introduced_by;
  end();
}

void OfficeTextBuilder::set_list_depth(std::uint32_t depth) {
  constexpr std::uint32_t kDeepest = 16;
  depth = std::min(depth, kDeepest);
  for (; list_depth_ > depth; --list_depth_) outline_.close_list();
  for (; list_depth_ < depth; ++list_depth_) outline_.open_list();
  if (depth > 0) outline_.open_item();
}

std::uint32_t OfficeTextBuilder::enter_container() { return std::exchange(list_depth_, 0); }

void OfficeTextBuilder::leave_container(std::uint32_t outer_list_depth) {
  set_list_depth(0);
  list_depth_ = outer_list_depth;
}

Document OfficeTextBuilder::take(std::string name, std::string format, std::string language) {
  set_list_depth(0);
  if (text_.ends_with("\n\n")) text_.pop_back();
  if (is_full())
    problems_.push_back({"document-too-long", "only the first 256 MiB of its text were read", {}});
  // As it is: U+FEFF at its begin is a character here, and every place counts it.
  Decoded decoded;
  decoded.problems = ill_formed_problems(text_);
  decoded.text = std::move(text_);
  Document document =
      make_document(std::move(name), Format::PlainText, std::move(decoded), std::move(language));
  document.problems.insert(document.problems.end(), problems_.begin(), problems_.end());
  auto structure = std::make_shared<DocumentStructure>();
  structure->prose = outline_.take();
  document.structure = std::move(structure);
  places_.format = std::move(format);
  document.places = std::make_shared<const Places>(std::move(places_));
  *this = OfficeTextBuilder();
  return document;
}

}  // namespace personfirst
