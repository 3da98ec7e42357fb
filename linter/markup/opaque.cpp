#include "linter/markup/opaque.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "linter/markup/bounded_find.h"
#include "linter/markup/prose_builder.h"
#include "linter/text/find_byte.h"

namespace personfirst {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return is_lower(c) || is_upper(c); }
bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
bool is_word(char c) { return is_alnum(c) || c == '_'; }

// What a byte may be a sign of. Most tokens hold none and are not looked at again.
using Sign = std::uint8_t;
constexpr Sign kNone = 0;
constexpr Sign kUpper = 1;   // after a lower-case letter: camelCase
constexpr Sign kDigit = 2;   // hashes
constexpr Sign kDot = 4;     // before a word character: names and domains
constexpr Sign kSlash = 8;   // paths, `\` too
constexpr Sign kOther = 16;  // @ _ $, and : - ( before themselves or their other half
constexpr Sign kFence = 32;  // ` { < ]: run over spaces

constexpr std::array<Sign, 256> make_signs() {
  std::array<Sign, 256> signs{};
  for (int c = 'A'; c <= 'Z'; ++c) signs[static_cast<std::size_t>(c)] = kUpper;
  for (int c = '0'; c <= '9'; ++c) signs[static_cast<std::size_t>(c)] = kDigit;
  for (const char c : {'@', '_', ':', '-', '(', '$'}) signs[static_cast<unsigned char>(c)] = kOther;
  for (const char c : {'/', '\\'}) signs[static_cast<unsigned char>(c)] = kSlash;
  for (const char c : {'`', '{', '<', ']'}) signs[static_cast<unsigned char>(c)] = kFence;
  signs['.'] = kDot;
  return signs;
}
constexpr auto kSigns = make_signs();

// Where the first byte stands, from `at` on, that is a sign or stands before one in the same token.
// Digits are some only beside what is none: that is so in every hash.
std::uint32_t next_sign(std::string_view text, std::uint32_t at) {
  const auto is_digit_at = [](BytesAtOnce byte) { return is_within(byte, '0', 10); };
  const auto joins_digits = [](BytesAtOnce byte) {
    return (byte == '-') | is_within(byte, 'A', 'z' - 'A' + 1);
  };
  return static_cast<std::uint32_t>(find_byte(text, at, [&](BytesAtOnce byte, BytesAtOnce next) {
    return (is_within(byte, 'a', 26) & is_within(next, 'A', 26)) |
           (is_digit_at(byte) & joins_digits(next)) | (joins_digits(byte) & is_digit_at(next)) |
           ((byte == '.') & (next >= '0')) | ((byte == '(') & (next == ')')) |
           ((byte == next) & ((byte == ':') | (byte == '-'))) | (byte == '@') | (byte == '/') |
           (byte == '$') | (byte == '`') | (byte == '{') | (byte == '<') |
           is_within(byte, '\\', 4);  // \\ ] ^ _
  }));
}

// `sign` of text[i], or none when its neighbours say that it is ordinary.
Sign sign_in_place(std::string_view text, std::uint32_t i, Sign sign) {
  const char before = i > 0 ? text[i - 1] : ' ';
  const char after = i + 1 < text.size() ? text[i + 1] : ' ';
  switch (text[i]) {
    case '.':
      return is_word(after) ? sign : kNone;
    case ':':
    case '-':
      return after == text[i] ? sign : kNone;
    case '(':
      return after == ')' ? sign : kNone;
    default:
      return sign == kUpper && !is_lower(before) ? kNone : sign;
  }
}

// Top-level domains that are not English words as well ("come.in", "join.us" are typing slips).
constexpr std::array<std::string_view, 33> kDomains = {
    "app", "au", "biz", "ca",  "ch", "cn",   "co",  "com", "de", "dev",  "edu",
    "es",  "eu", "fr",  "gov", "ie", "info", "int", "io",  "jp", "kr",   "mil",
    "net", "nl", "nz",  "org", "pl", "ru",   "se",  "tv",  "uk", "wiki", "za"};

constexpr std::array<std::string_view, 62> kExtensions = {
    "asc",  "bash", "bat",   "bib",  "bmp",  "bz2", "cc",  "cfg",  "conf", "cpp",  "css",
    "csv",  "dll",  "doc",   "docx", "epub", "exe", "gif", "gz",   "hpp",  "htm",  "html",
    "ics",  "ini",  "ipynb", "java", "jpeg", "jpg", "js",  "json", "jsx",  "lock", "log",
    "lua",  "md",   "mkv",   "mov",  "mp3",  "mp4", "odt", "pdf",  "php",  "png",  "ppt",
    "pptx", "py",   "rb",    "rst",  "rtf",  "sh",  "sql", "svg",  "tar",  "tex",  "toml",
    "ts",   "tsv",  "txt",   "xls",  "xlsx", "xml", "yaml"};
constexpr std::array<std::string_view, 6> kMoreExtensions = {"webp", "xhtml", "yml",
                                                             "zip",  "7z",    "wav"};

bool is_extension(std::string_view s) {
  return std::ranges::binary_search(kExtensions, s) ||
         std::ranges::find(kMoreExtensions, s) != kMoreExtensions.end();
}

bool all_of(std::string_view s, bool (*test)(char)) {
  return !s.empty() && std::ranges::all_of(s, test);
}

// ---- shapes of one token, without the punctuation round it ----

bool is_domain(std::string_view s) {
  const std::size_t dot = s.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  if (!std::ranges::binary_search(kDomains, s.substr(dot + 1))) return false;
  return all_of(s.substr(0, dot), [](char c) { return is_alnum(c) || c == '-' || c == '.'; });
}

bool is_email(std::string_view s) {
  const std::size_t at = s.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == s.size()) return false;
  const std::string_view host = s.substr(at + 1);
  return host.find('.') != std::string_view::npos && is_alnum(host.front()) && is_word(s[at - 1]);
}

bool is_handle(std::string_view s) {
  return s.size() > 2 && s[0] == '@' &&
         all_of(s.substr(1), [](char c) { return is_word(c) || c == '.'; });
}

bool is_file_name(std::string_view s) {
  const std::size_t dot = s.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !is_extension(s.substr(dot + 1))) return false;
  return all_of(s.substr(0, dot), [](char c) { return is_word(c) || c == '-' || c == '.'; });
}

bool is_path(std::string_view s) {
  if (s.size() < 3 || std::ranges::none_of(s, is_alnum)) return false;
  if (is_alpha(s[0]) && s[1] == ':' &&
      (s[2] == '\\' || (s[2] == '/' && s.size() > 3 && s[3] != '/')))
    return true;
  if (std::ranges::count(s, '\\') > 1) return true;  // one alone: "and\or"
  const std::size_t slash = s.find('/');
  if (slash == std::string_view::npos) return false;
  if (slash == 0)
    return s.find_first_of("/.", 1) != std::string_view::npos;  // not the slip "alcohol /drugs"
  if (s.starts_with("~/") || s.starts_with("./") || s.starts_with("../")) return true;
  if (s.back() == '/' && s.find('/') + 1 < s.size()) return true;  // "src/markup/"; not "and/"
  if (s.substr(slash).find('_') != std::string_view::npos) return true;
  // "docs/words.md", "example.xyz/page": a dot between word characters, in what is not a number.
  for (std::size_t i = 1; i + 1 < s.size(); ++i) {
    if (s[i] == '.' && is_word(s[i - 1]) && is_word(s[i + 1]))
      return std::ranges::any_of(s, is_alpha);
  }
  return false;
}

// "--dry-run", "--level=3"; "--so she said--" are dashes.
bool is_flag(std::string_view s) {
  return s.size() > 3 && s.starts_with("--") && is_alpha(s[2]) &&
         s.find_first_of("-=", 3) != std::string_view::npos &&
         s.find("--", 2) == std::string_view::npos;
}

bool has_inner_underscore(std::string_view s) {
  for (std::size_t i = 1; i + 1 < s.size(); ++i) {
    if (s[i] == '_' && is_word(s[i - 1]) && is_alnum(s[i + 1])) return true;
  }
  return false;
}

// "camelCase", not "McDonald", "eBay", "OxyContin" or "LinkedIn".
bool is_camel_case(std::string_view s) {
  return s.size() > 3 && is_lower(s[0]) && is_lower(s[1]) && all_of(s, is_alnum) &&
         std::ranges::any_of(s, is_upper);
}

bool is_scoped_or_called(std::string_view s) {
  const std::size_t colons = s.find("::");
  if (colons != std::string_view::npos && colons > 0 && colons + 2 < s.size() &&
      is_word(s[colons - 1]) && is_word(s[colons + 2])) {
    return true;
  }
  return s.size() > 2 && s.ends_with("()") &&
         all_of(s.substr(0, s.size() - 2), [](char c) { return is_word(c) || c == '.'; });
}

bool is_variable(std::string_view s) {
  return s.size() > 1 && s[0] == '$' && (is_alpha(s[1]) || s[1] == '{' || s[1] == '_');
}

bool is_hash(std::string_view s) {
  if (s.starts_with("0x")) return s.size() > 2 && is_alnum(s[2]);
  if (s.size() < 7) return false;
  bool digit = false;
  bool letter = false;
  for (const char c : s) {
    if (is_digit(c)) {
      digit = true;
    } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
      letter = true;
    } else if (c != '-') {
      return false;
    }
  }
  return digit && letter;
}

bool is_name_for_machines(std::string_view s, std::uint8_t signs) {
  if ((signs & kSlash) != 0 && is_path(s)) return true;
  if ((signs & kDot) != 0 && (s.starts_with("www.") || is_domain(s) || is_file_name(s)))
    return true;
  if ((signs & kOther) != 0 &&
      (is_email(s) || is_handle(s) || is_flag(s) || has_inner_underscore(s) ||
       is_scoped_or_called(s) || is_variable(s))) {
    return true;
  }
  if ((signs & kUpper) != 0 && is_camel_case(s)) return true;
  return (signs & kDigit) != 0 && is_hash(s);
}

// ---- tokens ----

bool is_opening(char c) {
  return c == '(' || c == '[' || c == '<' || c == '"' || c == '\'' || c == '*' || c == '{';
}
bool is_closing(char c) {
  return c == ')' || c == ']' || c == '>' || c == '"' || c == '\'' || c == '*' || c == '}' ||
         c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
}

// U+2018 to U+201F, quotation marks: E2 80 98..9F; U+2026, ellipsis: E2 80 A6; U+2013, U+2014,
// dashes.
bool is_mark(std::string_view three) {
  if (three.size() != 3 || three[0] != '\xE2' || three[1] != '\x80') return false;
  const auto last = static_cast<unsigned char>(three[2]);
  return (last >= 0x93 && last <= 0x9F) || last == 0xA6;
}

Span without_punctuation(std::string_view text, Span token) {
  while (!token.empty()) {
    if (is_opening(text[token.begin]) || text[token.begin] == '_') {
      ++token.begin;
    } else if (is_mark(text.substr(token.begin, std::min(3U, token.size())))) {
      token.begin += 3;
    } else {
      break;
    }
  }
  while (!token.empty()) {
    const std::string_view core = slice(text, token);
    const char last = core.back();
    if (last == ')' && core.size() > 1 && core[core.size() - 2] == '(') break;  // "lint()"
    if (is_closing(last) || last == '_') {
      --token.end;
    } else if (core.size() >= 3 && is_mark(core.substr(core.size() - 3))) {
      token.end -= 3;
    } else {
      break;
    }
  }
  return token;
}

void look_at_token(std::string_view text, Span whole, std::uint8_t signs,
                   std::vector<Span>& found) {
  const Span core = without_punctuation(text, whole);
  if (core.size() < 2) return;
  const std::string_view s = slice(text, core);
  if ((signs & kSlash) != 0) {
    const std::size_t scheme_end = s.find("://");
    if (scheme_end != std::string_view::npos && scheme_end > 0) {
      std::size_t begin = scheme_end;
      while (begin > 0 && (is_alnum(s[begin - 1]) || s[begin - 1] == '+' || s[begin - 1] == '-'))
        --begin;
      if (begin < scheme_end) {
        found.push_back({core.begin + static_cast<std::uint32_t>(begin), core.end});
        return;
      }
    }
  }
  if (is_name_for_machines(s, signs)) {
    found.push_back(core);
    return;
  }
  // "addict@example.org's", "words.md—the": the part before the first quotation mark or dash.
  for (std::uint32_t i = core.begin + 1; i + 1 < core.end; ++i) {
    if (text[i] != '\'' && !is_mark(text.substr(i, 3))) continue;
    const Span part = without_punctuation(text, {core.begin, i});
    if (part.size() >= 2 && is_name_for_machines(slice(text, part), signs)) found.push_back(part);
    return;
  }
}

// ---- runs that may hold spaces ----

constexpr std::uint32_t kLongestRun = 500;

// `code`: as many backticks at both ends, nothing blank beside them, so that TeX's ``quoted'' and
// `quoted' stay words.
std::uint32_t code_end(std::string_view text, std::uint32_t at) {
  std::uint32_t ticks = 1;
  while (at + ticks < text.size() && text[at + ticks] == '`') ++ticks;
  const std::uint32_t begin = at + ticks;
  if (begin >= text.size() || is_space(text[begin])) return 0;
  const auto stop =
      static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), begin + kLongestRun));
  for (std::uint32_t i = begin; i < stop;) {
    if (text[i] != '`') {
      ++i;
      continue;
    }
    std::uint32_t run = 0;
    while (i + run < text.size() && text[i + run] == '`') ++run;
    if (run == ticks && !is_space(text[i - 1])) return i + run;
    i += run;
  }
  return 0;
}

class RunFinder {
 public:
  explicit RunFinder(std::string_view text) : text_(text) {}

  // The end of a run that begins at `at`, or 0.
  std::uint32_t end_of(std::uint32_t at) {
    const std::string_view rest = text_.substr(at, 2);
    const std::uint32_t in = at + 2;
    if (rest == "{{") return shown_.end_of_next(text_, in, kLongestRun);
    if (rest == "{%") return statement_.end_of_next(text_, in, kLongestRun);
    if (rest == "{:") return attributes_.end_of_next(text_, in, kLongestRun);  // of kramdown
    if (rest == "<%") return server_.end_of_next(text_, in, kLongestRun);
    if (rest == "](") {  // a link's target, where links are not markup
      const std::uint32_t end = target_.end_of_next(text_, in, kLongestRun);
      return end == 0 || std::ranges::any_of(slice(text_, {at, end}), is_space) ? 0 : end;
    }
    return text_[at] == '`' ? code_end(text_, at) : 0;
  }

 private:
  std::string_view text_;
  BoundedFind shown_{"}}"}, statement_{"%}"}, attributes_{"}"}, server_{"%>"}, target_{")"};
};

}  // namespace

std::vector<Span> find_opaque(std::string_view prose) {
  std::vector<Span> found;
  RunFinder runs(prose);
  const auto size = static_cast<std::uint32_t>(prose.size());
  std::uint32_t fenced_until = 0;
  for (std::uint32_t i = next_sign(prose, 0); i < size; i = next_sign(prose, i)) {
    std::uint32_t begin = i;
    while (begin > 0 && !is_space(prose[begin - 1])) --begin;
    std::uint8_t signs = 0;
    for (; i < size && !is_space(prose[i]); ++i) {
      const Sign sign = kSigns[static_cast<unsigned char>(prose[i])];
      if (sign == kNone) continue;
      signs |= sign_in_place(prose, i, sign);
      if (sign != kFence || i < fenced_until) continue;
      const std::uint32_t end = runs.end_of(i);
      if (end != 0) {
        found.push_back({i, end});
        fenced_until = end;
      } else if (prose[i] == '`') {
        while (i + 1 < size && prose[i + 1] == '`') ++i;  // a run of backticks is looked at once
      }
    }
    if ((signs & ~kFence) != 0) look_at_token(prose, {begin, i}, signs, found);
  }
  normalize(found);
  return found;
}

}  // namespace personfirst
