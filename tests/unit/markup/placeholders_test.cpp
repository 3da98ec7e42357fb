// Placeholders stay whole, tags that show nothing go, and choices are prose of their own.
#include "linter/markup/placeholders.h"

#include "tests/unit/markup/support.h"

namespace personfirst::testing {
namespace {

void check(Format format, const std::string& source, const std::vector<std::string>& expected) {
  const Extracted extracted = extract_from(format, source);
  EXPECT_EQ(lines_of(extracted), expected) << source;
  expect_sound(extracted, source);
}

// In text, Markdown and HTML alike.
void check_everywhere(const std::string& source, const std::vector<std::string>& expected) {
  for (const Format format : {Format::PlainText, Format::Markdown, Format::Html})
    check(format, source, expected);
}

TEST(Placeholders, WhatShowsSomethingIsOpaque) {
  check_everywhere("Dear {{ name }}, you are {{{status}}}.",
                   {"Paragraph: Dear [[{{ name }}]], you are [[{{{status}}}]]."});
  check_everywhere("Ask {{> contact}} or <%= doctor.name %>.",
                   {"Paragraph: Ask [[{{> contact}}]] or [[<%= doctor.name %>]]."});
  check_everywhere("Raw <%- note %> here.", {"Paragraph: Raw [[<%- note %>]] here."});
  check_everywhere("Pay ${amount due} to ${name}.",
                   {"Paragraph: Pay [[${amount due}]] to [[${name}]]."});
}

TEST(Placeholders, ControlTagsLeaveNothing) {
  check_everywhere("He {% if x %}drinks{% endif %} wine.", {"Paragraph: He drinks wine."});
  check_everywhere("He <% if x %>drinks<% end %> wine.", {"Paragraph: He drinks wine."});
  check_everywhere("He {{#if x}}drinks{{/if}} {{! why }}wine.", {"Paragraph: He drinks wine."});
  check_everywhere("He <%- if x -%>drinks<%- end -%>.", {"Paragraph: He drinks."});
  check_everywhere("One {# a note #} two {% comment %} three {% endcomment %}four.",
                   {"Paragraph: One two four."});
  check_everywhere("addict{% if many %}s{% endif %}", {"Paragraph: addicts"});
}

TEST(Placeholders, BranchesAreKeptApart) {
  check_everywhere("is {% if x %}a cat{% else %}a dog{% endif %} now",
                   {"Paragraph: is a cat, a dog now"});
  check_everywhere("is {{#if x}}a cat.{{else}}A dog.{{/if}}", {"Paragraph: is a cat. A dog."});
  check_everywhere("is <% if x %>a cat<% else %>a dog<% end %>", {"Paragraph: is a cat, a dog"});
}

TEST(Placeholders, WhatIsNeverShownTogetherIsKeptApart) {
  check_everywhere("{{#a}}a cat{{/a}}{{^a}}a dog{{/a}}", {"Paragraph: a cat, a dog"});
  check_everywhere("{% if a %}a cat{% endif %}{% if b %}a dog{% endif %}{% if c %}.{% endif %}",
                   {"Paragraph: a cat, a dog."});
}

TEST(Placeholders, TagsAloneOnALineSeparateParagraphsOfText) {
  check(Format::PlainText, "{% if x %}\nOne is here.\n{% else %}\nTwo is here.\n{% endif %}\n",
        {"Paragraph: One is here.", "Paragraph: Two is here."});
  check(Format::Markdown, "{% if x %}\nOne is here.\n{% else %}\nTwo is here.\n{% endif %}\n",
        {"Paragraph: One is here. Two is here."});
  check(Format::Markdown, "{% assign a = 1 %}\n\nOne.\n", {"Paragraph: One."});
}

TEST(Placeholders, RecordSystems) {
  check_everywhere("@NAME@ is @AGE@ and has ***; see @LASTVALUE(3)@.",
                   {"Paragraph: [[@NAME@]] is [[@AGE@]] and has [[***]]; see [[@LASTVALUE(3)@]]."});
  check_everywhere("Exam: {Exam; heart:17892} and {YES/NO:63}.",
                   {"Paragraph: Exam: [[{Exam; heart:17892}]] and [[{YES/NO:63}]]."});
  check_everywhere("Insert .hpi and (.socialhx) here.",
                   {"Paragraph: Insert [[.hpi]] and ([[.socialhx]]) here."});
  check_everywhere("Seen by [[PROVIDER_NAME]] today.",
                   {"Paragraph: Seen by [[[[PROVIDER_NAME]]]] today."});
  check(Format::PlainText, "Seen by [[Doctor Name]] and [[doctor]].",
        {"Paragraph: Seen by [[[[Doctor Name]]]] and [[[[doctor]]]]."});
  check_everywhere("Dear \u00ABFirst Name\u00BB, your \u00ABdrug_1\u00BB is ready.",
                   {"Paragraph: Dear [[\u00ABFirst Name\u00BB]], your [[\u00ABdrug_1\u00BB]] is "
                    "ready."});
}

TEST(Placeholders, ChoicesAreProseOfTheirOwn) {
  check_everywhere("Is {an addict:1|an alcoholic:2}.",
                   {"Paragraph: Is [[{an addict:1|an alcoholic:2}]].", "ListItem: an addict",
                    "ListItem: an alcoholic"});
  check_everywhere(
      "Is {Blank multiple:clean, dirty}.",
      {"Paragraph: Is [[{Blank multiple:clean, dirty}]].", "ListItem: clean", "ListItem: dirty"});
  check_everywhere("Is {Use:19197::\"no, never\",\"an abuser\"}.",
                   {"Paragraph: Is [[{Use:19197::\"no, never\",\"an abuser\"}]].",
                    "ListItem: no, never", "ListItem: an abuser"});
}

TEST(Placeholders, OrdinaryTextIsNone) {
  check_everywhere("Mail me@home.org or @someone, 5 @ 3.",
                   {"Paragraph: Mail [[me@home.org]] or [[@someone]], 5 @ 3."});
  check_everywhere("He said .5 and 3. No. {not} this, {note: one, two}.",
                   {"Paragraph: He said .5 and 3. No. {not} this, {note: one, two}."});
  check_everywhere("\u00ABA junkie\u00BB and \u00ABhe is a junkie\u00BB, \u00ABword\u00BB.",
                   {"Paragraph: \u00ABA junkie\u00BB and \u00ABhe is a junkie\u00BB, "
                    "\u00ABword\u00BB."});
  check_everywhere("Open {{ never, {% never, <% never, @ NEVER, ${never",
                   {"Paragraph: Open {{ never, {% never, <% never, @ NEVER, [[${never]]"});
  check(Format::Markdown, "See [[Alcoholic]] and [[An addict]].",
        {"Paragraph: See [[Alcoholic]] and [[An addict]]."});
  check(Format::Markdown, "A ***bold*** word\n\n***\n\nand ***.",
        {"Paragraph: A bold word", "Paragraph: and [[***]]."});
  check(Format::Markdown, "Write `{% if x %}` or `***`.",
        {"Paragraph: Write [[{% if x %}]] or [[***]]."});
  check(Format::PlainText, "A ***bold*** word.", {"Paragraph: A ***bold*** word."});
}

TEST(Placeholders, NotesAreComments) {
  const auto notes = [](Format format, const std::string& source) {
    std::vector<std::string> texts;
    for (const Comment& one : extract_from(format, source).comments)
      texts.emplace_back(slice(source, one.text));
    return texts;
  };
  const std::string source =
      "{# one #}\n\nWord {{!-- two --}} word {{! three }} <%# four %> <%-- five --%> {% comment %} "
      "six {% endcomment %} word.";
  const std::vector<std::string> all{"one", "two", "three", "four", "five", "six"};
  EXPECT_EQ(notes(Format::PlainText, source), all);
  EXPECT_EQ(notes(Format::Markdown, source), all);
  EXPECT_EQ(notes(Format::Html, source), all);
}

}  // namespace
}  // namespace personfirst::testing
