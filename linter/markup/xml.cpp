#include "linter/markup/xml.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "linter/markup/html.h"
#include "linter/markup/html_prose.h"
#include "linter/markup/html_tokens.h"

namespace personfirst {
namespace {

enum class Role : std::uint8_t {
  Unknown,
  Block,
  Inline,
  Emphasis,
  Struck,
  Code,     // inline, shown, not prose
  Skipped,  // with all that is in it
  Break,
  Quoted,  // a block
  Marks,   // inline, in quotation marks
  Heading,
  Caption,
  List,
  Item,
  Table,
  Row,
  Cell,
  HeaderCell
};

struct Element {
  std::string_view name;
  Role role;
};

// Of DITA, DocBook, CDA, TEI and XHTML together: what has the same name means much the same.
constexpr auto kElements = std::to_array<Element>({
    {"abbrev", Role::Inline},
    {"abstract", Role::Block},
    {"acronym", Role::Inline},
    {"alt", Role::Caption},
    {"apiname", Role::Code},
    {"author", Role::Skipped},
    {"authorgroup", Role::Skipped},
    {"b", Role::Emphasis},
    {"blockquote", Role::Quoted},
    {"br", Role::Break},
    {"caption", Role::Caption},
    {"choption", Role::Cell},
    {"citation", Role::Inline},
    {"cite", Role::Emphasis},
    {"citetitle", Role::Emphasis},
    {"cmd", Role::Block},
    {"cmdname", Role::Code},
    {"code", Role::Code},
    {"codeblock", Role::Skipped},
    {"codeph", Role::Code},
    {"command", Role::Code},
    {"content", Role::Inline},
    {"copyright", Role::Skipped},
    {"critdates", Role::Skipped},
    {"dd", Role::Item},
    {"definition", Role::Item},
    {"del", Role::Struck},
    {"desc", Role::Caption},
    {"dl", Role::List},
    {"dlentry", Role::Block},
    {"draft-comment", Role::Skipped},
    {"dt", Role::Item},
    {"em", Role::Emphasis},
    {"emphasis", Role::Emphasis},
    {"entry", Role::Cell},
    {"envar", Role::Code},
    {"equation", Role::Skipped},
    {"figcaption", Role::Caption},
    {"filename", Role::Code},
    {"filepath", Role::Code},
    {"firstterm", Role::Emphasis},
    {"fn", Role::Block},
    {"footnote", Role::Block},
    {"footnoteref", Role::Inline},
    {"foreignphrase", Role::Skipped},
    {"function", Role::Code},
    {"glossterm", Role::Item},
    {"h1", Role::Heading},
    {"h2", Role::Heading},
    {"h3", Role::Heading},
    {"h4", Role::Heading},
    {"i", Role::Emphasis},
    {"index", Role::Skipped},
    {"indexterm", Role::Skipped},
    {"informaltable", Role::Table},
    {"inlineequation", Role::Code},
    {"inlinemediaobject", Role::Inline},
    {"item", Role::Item},
    {"itemizedlist", Role::List},
    {"keyword", Role::Inline},
    {"keywords", Role::Skipped},
    {"keywordset", Role::Skipped},
    {"label", Role::Inline},
    {"legalnotice", Role::Block},
    {"li", Role::Item},
    {"line-through", Role::Struck},
    {"lines", Role::Block},
    {"link", Role::Inline},
    {"linkhtml", Role::Inline},
    {"list", Role::List},
    {"listitem", Role::Item},
    {"literal", Role::Code},
    {"literallayout", Role::Skipped},
    {"lq", Role::Quoted},
    {"math", Role::Skipped},
    {"menucascade", Role::Code},
    {"metadata", Role::Skipped},
    {"mono", Role::Code},
    {"monospaced", Role::Code},
    {"msgblock", Role::Skipped},
    {"msgph", Role::Code},
    {"navtitle", Role::Heading},
    {"ol", Role::List},
    {"olink", Role::Inline},
    {"option", Role::Code},
    {"orderedlist", Role::List},
    {"overline", Role::Inline},
    {"p", Role::Block},
    {"para", Role::Block},
    {"paragraph", Role::Block},
    {"parameter", Role::Code},
    {"ph", Role::Inline},
    {"phrase", Role::Inline},
    {"pre", Role::Skipped},
    {"programlisting", Role::Skipped},
    {"prolog", Role::Skipped},
    {"prompt", Role::Code},
    {"pubdate", Role::Skipped},
    {"q", Role::Marks},
    {"quote", Role::Marks},
    {"releaseinfo", Role::Skipped},
    {"replaceable", Role::Code},
    {"required-cleanup", Role::Skipped},
    {"resourceid", Role::Skipped},
    {"revhistory", Role::Skipped},
    {"row", Role::Row},
    {"screen", Role::Skipped},
    {"script", Role::Skipped},
    {"searchtitle", Role::Heading},
    {"shortdesc", Role::Block},
    {"simpara", Role::Block},
    {"simplelist", Role::List},
    {"simpletable", Role::Table},
    {"sl", Role::List},
    {"sli", Role::Item},
    {"span", Role::Inline},
    {"stentry", Role::Cell},
    {"sthead", Role::Row},
    {"strong", Role::Emphasis},
    {"strow", Role::Row},
    {"style", Role::Skipped},
    {"sub", Role::Inline},
    {"subscript", Role::Inline},
    {"subtitle", Role::Heading},
    {"sup", Role::Inline},
    {"superscript", Role::Inline},
    {"svg", Role::Skipped},
    {"synopsis", Role::Skipped},
    {"systemoutput", Role::Code},
    {"table", Role::Table},
    {"tag", Role::Code},
    {"td", Role::Cell},
    {"term", Role::Inline},
    {"th", Role::HeaderCell},
    {"title", Role::Heading},
    {"titleabbrev", Role::Heading},
    {"tm", Role::Inline},
    {"tr", Role::Row},
    {"trademark", Role::Inline},
    {"type", Role::Code},
    {"u", Role::Emphasis},
    {"uicontrol", Role::Inline},
    {"ul", Role::List},
    {"ulink", Role::Inline},
    {"unknown", Role::Skipped},
    {"uri", Role::Code},
    {"userinput", Role::Code},
    {"varlistentry", Role::Block},
    {"varname", Role::Code},
    {"wintitle", Role::Inline},
    {"xref", Role::Inline},
});
static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));

constexpr std::size_t kLookBack = 64;

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

Role role_of(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kElements, name, {}, &Element::name);
  return found == kElements.end() || found->name != name ? Role::Unknown : found->role;
}

bool is_inline(Role role) {
  return role == Role::Inline || role == Role::Emphasis || role == Role::Struck ||
         role == Role::Code || role == Role::Marks;
}

bool gives_kind(Role role) {
  return role == Role::Heading || role == Role::Caption || role == Role::Item ||
         role == Role::Cell || role == Role::HeaderCell;
}

class XmlReader {
 public:
  XmlReader(const HtmlText& xml, std::string_view language, Outline& outline)
      : xml_(xml), language_(language), outline_(outline), builder_(xml.source) {}

  void read(std::vector<Problem>& problems) {
    HtmlTokens tokens(xml_.markup, {0, static_cast<std::uint32_t>(xml_.markup.size())}, {});
    tokens.read_as_xml();
    HtmlToken token;
    while (tokens.next(token)) {
      if (token.kind == HtmlTokenKind::Skipped && !token.is_closed)
        problems.push_back({"unclosed-markup",
                            "a comment or a section is never closed: what follows is not read",
                            {token.span.begin, token.span.begin}});
      see(token);
    }
    flush();
  }

 private:
  struct Open {
    std::string_view name;
    Role role = Role::Unknown;
    bool is_block = false;
    bool skips = false;
    bool narrates = false;  // CDA: what is in it is prose
  };

  void see(const HtmlToken& token) {
    switch (token.kind) {
      case HtmlTokenKind::Text:
        return text(token.span);
      case HtmlTokenKind::StartTag:
        return start_tag(token);
      case HtmlTokenKind::EndTag:
        return end_tag(local_name(slice(xml_.markup, token.name)), token.span);
      case HtmlTokenKind::Skipped:
        return declaration(token);
    }
  }

  [[nodiscard]] bool is_prose() const { return skipped_ == 0 && (!is_cda_ || narrating_ > 0); }

  void text(Span span) {
    if (!is_prose()) return;
    builder_.style = {code_ > 0, struck_ > 0, emphasized_ > 0};
    append_html_text(xml_, span, EntityPlace::Text, builder_);
  }

  // A CDATA section is text as it stands.
  void declaration(const HtmlToken& token) {
    constexpr std::uint32_t kOpen = 9, kClose = 3;
    if (!slice(xml_.markup, token.span).starts_with("<![CDATA["))
      return add_html_comment(xml_.markup, token, outline_);
    if (!is_prose() || !token.is_closed) return;
    const Span inside{token.span.begin + kOpen, token.span.end - kClose};
    const HtmlText verbatim{xml_.source, xml_.markup, {}};
    builder_.style = {code_ > 0, struck_ > 0, emphasized_ > 0};
    if (slice(xml_.source, inside).find("</") != std::string_view::npos) {  // HTML in XML
      flush();
      read_html_fragment(verbatim, inside, {kind(), quoted_ > 0}, outline_);
      return;
    }
    for (std::uint32_t i = inside.begin; i < inside.end;) {
      const std::uint32_t begin = i;
      const bool blank = is_space(xml_.source[i]);
      while (i < inside.end && is_space(xml_.source[i]) == blank) ++i;
      if (blank) {
        builder_.space({begin, i});
      } else {
        builder_.copy({begin, i});
      }
    }
  }

  void start_tag(const HtmlToken& token) {
    const std::string_view name = local_name(slice(xml_.markup, token.name));
    if (open_.empty() && name == "ClinicalDocument") is_cda_ = true;
    const bool closes_itself = token.span.size() > 2 && xml_.markup[token.span.end - 2] == '/';
    Open open{name, role_of(name), false, false, false};
    open.skips = open.role == Role::Skipped;
    if (token.span.size() > name.size() + 5) read_tag_attributes(token, open);
    if (open.role == Role::Break) {
      if (is_prose()) builder_.space(token.span);
      return;
    }
    open.is_block =
        open.role == Role::Unknown ? builder_.empty() : !is_inline(open.role) && !open.skips;
    open.narrates = is_cda_ && (name == "text" || name == "title");
    if (open.is_block || open.narrates) flush();
    if (closes_itself) return;
    count(open, true);
    if (open.role == Role::Marks) mark(token.span.end, "\u201C");
    open_.push_back(open);
    open_parts(open.role);
  }

  void open_parts(Role role) {
    if (gives_kind(role)) kinds_.push_back(role);
    if (role == Role::List) outline_.open_list();
    if (role == Role::Item) outline_.open_item();
    if (role == Role::Table) outline_.open_table();
    if (role == Role::Row) outline_.open_row();
    if (role == Role::Cell || role == Role::HeaderCell)
      outline_.open_cell(role == Role::HeaderCell);
  }

  void read_tag_attributes(const HtmlToken& token, Open& open) {
    read_attributes(xml_.markup, token.span, attributes_);
    for (const HtmlAttribute& attribute : attributes_) {
      const std::string_view name = slice(xml_.markup, attribute.name);
      if (name == "xml:lang") open.skips |= !is_ours(slice(xml_.source, attribute.value));
      if (skipped_ > 0 || open.skips) continue;
      if (name == "displayName" && is_cda_) add_attribute(attribute.value, true);
      if ((name == "alt" || name == "navtitle") && !is_cda_) add_attribute(attribute.value, false);
    }
  }

  [[nodiscard]] bool is_ours(std::string_view language) const {
    if (language.empty()) return true;
    if (language.size() < language_.size()) return false;
    for (std::size_t i = 0; i < language_.size(); ++i) {
      if ((language[i] | 0x20) != (language_[i] | 0x20)) return false;
    }
    return language.size() == language_.size() || language[language_.size()] == '-' ||
           language[language_.size()] == '_';
  }

  void add_attribute(Span value, bool is_official) {
    if (value.empty()) return;
    ProseBuilder builder(xml_.source);
    append_html_text(xml_, value, EntityPlace::Attribute, builder);
    Prose prose = builder.take(ProseKind::AltText);
    prose.limits = {"<&\"'", false, is_official};
    outline_.add(std::move(prose));
  }

  void end_tag(std::string_view name, Span span) {
    std::size_t depth = open_.size();
    while (depth > 0 && open_.size() - depth < kLookBack && open_[depth - 1].name != name) --depth;
    if (depth == 0 || open_[depth - 1].name != name) return;
    while (open_.size() >= depth) {
      const Open open = open_.back();
      if (open.is_block || open.narrates) flush();
      if (open.role == Role::Marks) mark(span.begin, "\u201D");
      open_.pop_back();
      count(open, false);
      if (gives_kind(open.role)) kinds_.pop_back();
      if (open.role == Role::List) outline_.close_list();
      if (open.role == Role::Table) outline_.close_table();
    }
  }

  void mark(std::uint32_t at, std::string_view text) {
    if (is_prose()) builder_.insert(at, text);
  }

  void count(const Open& open, bool opens) {
    const auto step = [opens](std::uint32_t& counter, bool counts) {
      if (counts) counter = opens ? counter + 1 : counter - 1;
    };
    step(skipped_, open.skips);
    step(narrating_, open.narrates);
    step(code_, open.role == Role::Code);
    step(struck_, open.role == Role::Struck);
    step(emphasized_, open.role == Role::Emphasis);
    step(quoted_, open.role == Role::Quoted);
  }

  [[nodiscard]] ProseKind kind() const {
    if (kinds_.empty()) return ProseKind::Paragraph;
    switch (kinds_.back()) {
      case Role::Heading:
        return ProseKind::Heading;
      case Role::Caption:
        return ProseKind::Caption;
      case Role::Cell:
        return ProseKind::TableCell;
      case Role::HeaderCell:
        return ProseKind::TableHeader;
      default:
        return ProseKind::ListItem;
    }
  }

  void flush() {
    if (builder_.empty()) return;
    Prose prose = builder_.take(kind());
    prose.in_block_quote = quoted_ > 0;
    prose.limits.reserved = "<&";
    outline_.add(std::move(prose));
  }

  const HtmlText& xml_;
  std::string_view language_;
  Outline& outline_;
  ProseBuilder builder_;
  std::vector<Open> open_;
  std::vector<Role> kinds_;
  std::vector<HtmlAttribute> attributes_;
  bool is_cda_ = false;
  std::uint32_t skipped_ = 0, narrating_ = 0, code_ = 0, struck_ = 0, emphasized_ = 0, quoted_ = 0;
};

}  // namespace

void read_xml(std::string_view text, std::string_view language, Outline& outline,
              std::vector<Problem>& problems) {
  const BlankedHtml xml(text);
  XmlReader(xml.text(), language, outline).read(problems);
}

}  // namespace personfirst
