// E-mail messages (MIME) -> prose: the subject, and the parts that are text.
//
// Quoted-printable is mapped byte by byte, so that findings can be fixed in it. Text in base64 is
// read, too: findings point at the encoded bytes that hold the words, and are not edited.
// Attachments are not read. A reader of our own: libraries for MIME hand out decoded text without
// its place in the message. Character sets: UTF-8, ASCII, Latin 1 and Windows 1252; of others the
// ASCII part. Nested parts are bounded; linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "linter/markup/outline.h"
#include "linter/text/document.h"

namespace personfirst {

void read_mail(std::string_view text, Outline& outline, std::vector<Problem>& problems);

}  // namespace personfirst
