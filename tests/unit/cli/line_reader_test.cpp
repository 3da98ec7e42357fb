// Lines come whole, numbered, and never longer than allowed.
#include "linter/cli/line_reader.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <thread>
#include <vector>

namespace personfirst {
namespace {

// Lines of `input`, given through a pipe; "#" stands for a line that was too long.
void check(const std::string& input, const std::vector<std::string>& expected,
           std::size_t longest = 1000) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  std::thread writer([&] {
    for (std::size_t at = 0; at < input.size();) {
      const ssize_t n = ::write(ends[1], input.data() + at, input.size() - at);
      if (n <= 0) break;
      at += static_cast<std::size_t>(n);
    }
    ::close(ends[1]);
  });
  LineReader reader(ends[0], longest);
  std::vector<std::string> lines;
  while (const std::optional<Line> line = reader.next()) {
    lines.push_back(line->too_long ? "#" : line->text);
    EXPECT_EQ(line->number, lines.size());
  }
  writer.join();
  ::close(ends[0]);
  EXPECT_EQ(reader.error(), 0);
  EXPECT_EQ(lines, expected);
}

TEST(LineReader, CutsAtLineEnds) {
  check("", {});
  check("a\nb\n", {"a", "b"});
  check("a\nb", {"a", "b"});
  check("\n\n", {"", ""});
  check("a\r\n", {"a\r"});
}

TEST(LineReader, JoinsWhatComesInBlocks) {
  const std::string long_line(200'000, 'x');
  check(long_line + "\n" + long_line, {long_line, long_line}, 300'000);
}

TEST(LineReader, SkipsALineThatIsTooLong) {
  check("12345\n123456\nabc\n1234567890", {"12345", "#", "abc", "#"}, 5);
  check(std::string(200'000, 'x') + "\nnext", {"#", "next"}, 10);
}

TEST(LineReader, TellsOfAnError) {
  LineReader reader(-1, 10);
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_NE(reader.error(), 0);
}

}  // namespace
}  // namespace personfirst
