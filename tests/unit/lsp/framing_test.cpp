// However the bytes are split, the same messages come out; and whatever is wrong is said once and
// passed over.
#include "lsp/framing.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace personfirst::lsp {
namespace {

using Strings = std::vector<std::string>;

std::string framed(std::string_view body) { return frame_header(body.size()) + std::string(body); }

// A body as it is, an error as "! what".
Strings read(const std::vector<std::string_view>& pieces) {
  FrameReader reader;
  std::vector<Frame> frames;
  for (const std::string_view piece : pieces) reader.read(piece, frames);
  reader.end(frames);
  Strings shown;
  for (const Frame& frame : frames)
    shown.push_back(frame ? *frame : "! " + std::string(to_string(frame.error())));
  return shown;
}

std::string error(FramingError what) { return "! " + std::string(to_string(what)); }

// At once, byte by byte, and in two at every place.
void check(const std::string& stream, const Strings& expected) {
  EXPECT_EQ(read({stream}), expected) << stream;
  std::vector<std::string_view> bytes;
  for (std::size_t i = 0; i < stream.size(); ++i)
    bytes.push_back(std::string_view(stream).substr(i, 1));
  EXPECT_EQ(read(bytes), expected) << "byte by byte: " << stream;
  for (std::size_t i = 0; i <= stream.size(); ++i) {
    const std::string_view view = stream;
    ASSERT_EQ(read({view.substr(0, i), view.substr(i)}), expected) << "split at " << i;
  }
}

const std::string kGood = framed("{\"good\":1}");

TEST(Framing, MessagesComeOutWholeInWhateverPieces) {
  check("", {});
  check(framed("{}"), {"{}"});
  check(framed("{}") + framed("[1]") + framed("{\"a\":\"\\r\\n\"}"),
        {"{}", "[1]", "{\"a\":\"\\r\\n\"}"});
  check(framed("") + framed("{}"), {"", "{}"});
  check(framed("caf\xC3\xA9") + framed(std::string(3, '\0')),
        {"caf\xC3\xA9", std::string(3, '\0')});
}

TEST(Framing, HeadersMayBeWrittenInSeveralWays) {
  check("content-length: 2\r\n\r\n{}", {"{}"});
  check("CONTENT-LENGTH:2\r\n\r\n{}", {"{}"});
  check("Content-Length :\t2 \r\n\r\n{}", {"{}"});
  check("Content-Length: 2\n\n{}", {"{}"});
  check("Content-Length: 002\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
  check("X-More: yes: so\r\nContent-Length: 2\r\nMore:\r\n\r\n{}", {"{}"});
  check("\r\n\r\n\n" + kGood + "\r\n", {"{\"good\":1}"});
}

TEST(Framing, OnlyUtf8IsTaken) {
  const std::string type = "Content-Type: application/vscode-jsonrpc";
  check("Content-Length: 2\r\n" + type + "; charset=utf-8\r\n\r\n{}", {"{}"});
  check(type + "; charset=\"UTF8\"; more=1\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
  check(type + "\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
  check(type + "; charset=utf-16\r\nContent-Length: 4\r\n\r\nab\xFF\xFE" + kGood,
        {error(FramingError::UnknownCharset), "{\"good\":1}"});
}

TEST(Framing, WhatIsWrongIsSaidOnceAndPassedOver) {
  const auto wrong = [](const std::string& stream, FramingError what) {
    check(stream + kGood, {error(what), "{\"good\":1}"});
    check(kGood + stream + kGood + stream + kGood,
          {"{\"good\":1}", error(what), "{\"good\":1}", error(what), "{\"good\":1}"});
  };
  wrong("Content-Length: -5\r\n\r\n{\"a\":1}", FramingError::BadLength);
  wrong("Content-Length: +5\r\n\r\n{\"a\":1}", FramingError::BadLength);
  wrong("Content-Length: five\r\n\r\n{\"a\":1}", FramingError::BadLength);
  wrong("Content-Length: 0x10\r\n\r\n{\"a\":1}", FramingError::BadLength);
  wrong("Content-Length: 1 0\r\n\r\n{\"a\":1}", FramingError::BadLength);
  wrong("Content-Length:\r\n\r\n{\"a\":1}", FramingError::BadLength);
  wrong("Content-Length: 268435457\r\n\r\n{\"a\":1}", FramingError::TooLarge);
  wrong("Content-Length: 99999999999999999999999\r\n\r\n{\"a\":1}", FramingError::TooLarge);
  wrong("Content-Type: a\r\n\r\n{\"a\":1}", FramingError::NoLength);
  wrong("no field\r\n", FramingError::BadHeader);
  wrong("no field\r\n\r\n{\"a\":1}", FramingError::BadHeader);
  wrong(": 5\r\n\r\n{\"a\":1}", FramingError::BadHeader);
  wrong("{\"a\":1}\n", FramingError::BadHeader);
  wrong(std::string("\0\xFF\x80:\n", 5), FramingError::BadHeader);
  wrong("content-cont-content-length content-length: a\r\n", FramingError::BadHeader);
}

TEST(Framing, AFieldAfterTheRestOfSomethingElseIsFound) {
  // A body was longer than its header said.
  check("Content-Length: 2\r\n\r\n{\"a\":1}" + kGood,
        {"{\"", error(FramingError::BadHeader), "{\"good\":1}"});
  // Two lengths: the second one counts, as nobody can tell.
  check("Content-Length: 5\r\nContent-Length: 2\r\n\r\n{}", {error(FramingError::BadLength), "{}"});
  // More fields may follow.
  check("no field\r\nContent-Length: 2\r\nX: y\r\n\r\n{}", {error(FramingError::BadHeader), "{}"});
}

TEST(Framing, TextInABodyIsNeverTakenForAHeader) {
  // As JSON writes it, with the line end escaped.
  check("no field\r\n{\"text\":\"Content-Length: 3\\r\\n\\r\\nabc\"}" + kGood,
        {error(FramingError::BadHeader), "{\"good\":1}"});
}

TEST(Framing, AHeaderWithoutEndIsGivenUp) {
  const std::string long_line(kHeaderLimit, 'a');
  for (const std::string& header : {long_line, long_line + long_line, long_line + ": b\r\n"}) {
    EXPECT_EQ(read({header, kGood}), (Strings{error(FramingError::HeaderTooLong), "{\"good\":1}"}));
  }
  std::string many_lines;
  while (many_lines.size() < 3 * kHeaderLimit) many_lines += "a: b\r\n";
  EXPECT_EQ(read({many_lines, kGood}),
            (Strings{error(FramingError::HeaderTooLong), "{\"good\":1}"}));
  std::string empty_lines(3 * kHeaderLimit, '\n');
  EXPECT_EQ(read({empty_lines, kGood}), (Strings{"{\"good\":1}"}));
}

TEST(Framing, TheEndInsideAMessageIsNoticed) {
  check("Content-Le", {error(FramingError::CutShort)});
  check("Content-Length: 2\r\n", {error(FramingError::CutShort)});
  check("Content-Length: 2\r\n\r\n{", {error(FramingError::CutShort)});
  check(kGood + "Content-Length: 2\r\n\r\n", {"{\"good\":1}", error(FramingError::CutShort)});
  check("no field\r\n{}", {error(FramingError::BadHeader)});
  check(kGood + "\r\n", {"{\"good\":1}"});
}

}  // namespace
}  // namespace personfirst::lsp
