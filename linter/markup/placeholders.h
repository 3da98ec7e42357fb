// Placeholders in prose: what a template, a record system or a mail merge fills in later.
//
//   {{ name }} {% if x %} <%= name %>   template languages, see template_tags.h
//   @NAME@   ***   .phrase   {Lists:123}   [[Field]]   record systems
//   {addict:1|alcoholic:2}   {Blank multiple:addict,alcoholic}   pick lists
//   «Field»   ${field}   mail merge, scripts
//
// A placeholder stays in the prose as an opaque run: an unknown noun to grammar, never judged,
// never part of an edit. Tags that show nothing are taken out, and their place is a gap between two
// pieces. What a pick list offers becomes prose of its own.
//
// Ordinary text looks much like it, so each shape asks for evidence: @NAME@ upper case and both @;
// «Field» a name and no phrase, for guillemets are quotation marks; [[Field]] a name, and in
// Markdown one that is no title of a page; a pick list two choices at least. Looks at one prose
// alone, so that a part of a document is read like all of it. Linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/comment.h"
#include "linter/markup/prose.h"
#include "linter/text/document.h"

namespace personfirst {

// Prose of which nothing is left goes. Notes of templates are added to `comments`. `text` is what
// the pieces of the prose point into.
void apply_placeholders(std::string_view text, Format format, std::vector<Prose>& prose,
                        std::vector<Comment>& comments);

}  // namespace personfirst
