#include "linter/markup/html_tokens.h"

#include <algorithm>

#include "linter/markup/prose_builder.h"

namespace personfirst {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_alpha(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool starts_with_lower(std::string_view text, std::uint32_t at, std::string_view needle) {
  if (text.size() - at < needle.size()) return false;
  for (std::size_t i = 0; i < needle.size(); ++i) {
    if (lower(text[at + i]) != needle[i]) return false;
  }
  return true;
}

std::uint32_t skip_space(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && is_space(text[at])) ++at;
  return at;
}

std::uint32_t name_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && !is_space(text[at]) && text[at] != '/' && text[at] != '>' && text[at] != '<')
    ++at;
  return at;
}

}  // namespace

TagName lower_name(std::string_view markup, Span name) {
  TagName out;
  out.size = static_cast<std::uint8_t>(std::min<std::size_t>(name.size(), out.bytes.size()));
  for (std::uint8_t i = 0; i < out.size; ++i) out.bytes[i] = lower(markup[name.begin + i]);
  return out;
}

std::uint32_t HtmlTokens::find(std::string_view needle, std::uint32_t from) const {
  const std::size_t found = markup_.find(needle, from);
  return static_cast<std::uint32_t>(found == std::string_view::npos ? markup_.size() : found);
}

bool HtmlTokens::next(HtmlToken& token) {
  if (at_ >= end_) return false;
  if (!raw_end_.empty()) {
    token = read_raw_text();
    raw_end_ = {};
    if (!token.span.empty()) return true;
    if (at_ >= end_) return false;
  }
  const char after = at_ + 1 < markup_.size() ? markup_[at_ + 1] : '\0';
  const char third = at_ + 2 < markup_.size() ? markup_[at_ + 2] : '\0';
  const bool is_markup = markup_[at_] == '<';
  if (is_markup && (is_alpha(after) || (after == '/' && is_alpha(third)))) {
    token = read_tag();
  } else if (is_markup &&
             (after == '!' || after == '?' || (after == '/' && at_ + 2 < markup_.size()))) {
    token = read_declaration();
  } else {
    token = read_text();
  }
  return true;
}

HtmlToken HtmlTokens::read_text() {
  const std::uint32_t begin = at_;
  at_ = std::min(find("<", at_ + 1), end_);
  return {HtmlTokenKind::Text, {begin, at_}, {}, true};
}

HtmlToken HtmlTokens::read_tag() {
  HtmlToken token{HtmlTokenKind::StartTag, {at_, at_}, {}, false};
  const auto size = static_cast<std::uint32_t>(markup_.size());
  std::uint32_t i = at_ + 1;
  if (markup_[i] == '/') {
    token.kind = HtmlTokenKind::EndTag;
    ++i;
  }
  token.name = {i, name_end(markup_, i, size)};
  i = token.name.end;
  while (i < size && markup_[i] != '>' && markup_[i] != '<') {
    if (markup_[i] != '=') {
      ++i;
      continue;
    }
    i = skip_space(markup_, i + 1, size);
    if (i >= size || (markup_[i] != '"' && markup_[i] != '\'')) continue;
    // A quote that never closes is an ordinary character; once none is found, none is looked for
    // again.
    bool& none_left = no_more_quotes_[markup_[i] == '"' ? 0 : 1];
    const std::uint32_t close = none_left ? size : find(markup_.substr(i, 1), i + 1);
    none_left = close == size;
    i = none_left ? i + 1 : close + 1;
  }
  token.is_closed = i < size && markup_[i] == '>';
  at_ = token.is_closed ? i + 1 : i;
  token.span.end = at_;
  if (token.kind == HtmlTokenKind::StartTag && !is_xml_) {
    const TagName name = lower_name(markup_, token.name);
    if (name.view() == "script") raw_end_ = "</script";
    if (name.view() == "style") raw_end_ = "</style";
  }
  return token;
}

// Comments, <!doctype ...>, <![CDATA[ ... ]]>, <? ... >, </ ...>.
HtmlToken HtmlTokens::read_declaration() {
  HtmlToken token{HtmlTokenKind::Skipped, {at_, at_}, {}, true};
  const std::string_view rest = markup_.substr(at_);
  std::string_view close = ">";
  std::uint32_t from = at_ + 2;
  if (rest.starts_with("<!--")) {
    close = "-->";
    if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) close = ">";
    from = at_ + 4;
  } else if (rest.starts_with("<![CDATA[")) {
    close = "]]>";
  }
  const std::uint32_t end = find(close, from);
  token.is_closed = end < markup_.size();
  at_ = token.is_closed ? end + static_cast<std::uint32_t>(close.size()) : end;
  token.span.end = at_;
  return token;
}

HtmlToken HtmlTokens::read_raw_text() {
  const std::uint32_t begin = at_;
  const auto size = static_cast<std::uint32_t>(markup_.size());
  while (at_ < size && !starts_with_lower(markup_, at_, raw_end_)) at_ = find("<", at_ + 1);
  return {HtmlTokenKind::Skipped, {begin, at_}, {}, at_ < size};
}

void read_attributes(std::string_view markup, Span tag, std::vector<HtmlAttribute>& attributes) {
  attributes.clear();
  std::uint32_t end = tag.end;
  if (end > tag.begin && markup[end - 1] == '>') --end;
  std::uint32_t i = name_end(markup, tag.begin + 1, end);
  while (i < end) {
    if (is_space(markup[i]) || markup[i] == '/') {
      ++i;
      continue;
    }
    HtmlAttribute attribute{{i, i}, {end, end}};
    while (i < end && !is_space(markup[i]) && markup[i] != '/' &&
           (markup[i] != '=' || i == attribute.name.begin))
      ++i;
    attribute.name.end = i;
    i = skip_space(markup, i, end);
    if (i >= end || markup[i] != '=') continue;
    i = skip_space(markup, i + 1, end);
    if (i >= end) break;
    const char quote = markup[i];
    std::size_t close = std::string_view::npos;
    if (quote == '"' || quote == '\'') close = markup.substr(0, end).find(quote, i + 1);
    if (close != std::string_view::npos) {
      attribute.value = {i + 1, static_cast<std::uint32_t>(close)};
      i = attribute.value.end + 1;
    } else {
      attribute.value.begin = i;
      while (i < end && !is_space(markup[i])) ++i;
      attribute.value.end = i;
    }
    attributes.push_back(attribute);
  }
}

}  // namespace personfirst
