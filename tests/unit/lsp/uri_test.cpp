#include "lsp/uri.h"

#include <gtest/gtest.h>

namespace personfirst::lsp {
namespace {

void check(std::string_view uri, std::string_view path) {
  EXPECT_EQ(path_of_uri(uri), path) << uri;
}

void check_back(std::string_view path, std::string_view uri) {
  EXPECT_EQ(uri_of_path(path), uri) << path;
  EXPECT_EQ(path_of_uri(uri), path) << uri;
}

TEST(Uri, FilesHaveThePathThatTheirUriSays) {
  check("file:///a/b.md", "/a/b.md");
  check("file:/a/b.md", "/a/b.md");
  check("FILE:///a", "/a");
  check("file://localhost/a", "/a");
  check("file:///a?query#part", "/a");
  check("file:///a%20b/gr%c3%b6%C3%9fe", "/a b/größe");
  check("file:///a b/größe", "/a b/größe");
  check("file:///100%", "/100%");
  check("file:///a%zzb%4", "/a%zzb%4");
}

TEST(Uri, DrivesAndServersKeepTheirNames) {
  check_back("c:/a b", "file:///c%3A/a%20b");
  check("file:///C:/a", "C:/a");
  check_back("//server/share/a", "file://server/share/a");
}

TEST(Uri, WhatIsNoFileHasNoPath) {
  for (const char* uri : {"", "file:", "file://", "file://host", "untitled:Untitled-1", "file",
                          "vscode-notebook-cell:/ws/n.ipynb#W0", "file:a.md", "file:///a%00b"})
    check(uri, "");
}

TEST(Uri, PathsComeBackFromTheirUri) {
  check_back("/a/b.md", "file:///a/b.md");
  check_back("/größe 1/100%?#[x].md", "file:///gr%C3%B6%C3%9Fe%201/100%25%3F%23%5Bx%5D.md");
}

TEST(Uri, FoldersAreWhatStandsBeforeTheLastSlash) {
  EXPECT_EQ(folder_of("/a/b.md"), "/a");
  EXPECT_EQ(folder_of("/a"), "/");
  EXPECT_EQ(folder_of("a"), "");
  EXPECT_TRUE(is_below("/a/b", "/a"));
  EXPECT_TRUE(is_below("/a", "/a"));
  EXPECT_TRUE(is_below("/a", "/"));
  EXPECT_FALSE(is_below("/ab", "/a"));
}

}  // namespace
}  // namespace personfirst::lsp
