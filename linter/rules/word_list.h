// The words of a set, with their attributes: read when they are first asked for, because few texts
// need many sets.
//
// Copies share the words. Const; may be shared by threads.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "linter/rules/lazy.h"

namespace personfirst {

using Attributes = std::map<std::string, std::string>;

class WordList {
 public:
  // Folded lower case; may hold spaces.
  using Words = std::map<std::string, Attributes, std::less<>>;

  WordList() : WordList(Words()) {}
  WordList(Words words)  // NOLINT(google-explicit-constructor): it is the same, kept
      : words_(
            std::make_shared<const Lazy<Words>>(std::make_unique<const Words>(std::move(words)))) {}
  WordList(std::initializer_list<Words::value_type> words) : WordList(Words(words)) {}
  explicit WordList(Lazy<Words>::Make read)
      : words_(std::make_shared<const Lazy<Words>>(std::move(read))) {}

  [[nodiscard]] const Words& all() const { return **words_; }
  [[nodiscard]] auto begin() const { return all().begin(); }
  [[nodiscard]] auto end() const { return all().end(); }
  [[nodiscard]] auto find(const std::string& word) const { return all().find(word); }
  [[nodiscard]] const Attributes& at(const std::string& word) const { return all().at(word); }
  [[nodiscard]] auto lower_bound(std::string_view word) const { return all().lower_bound(word); }
  [[nodiscard]] bool contains(const std::string& word) const { return all().contains(word); }
  [[nodiscard]] std::size_t size() const { return all().size(); }
  [[nodiscard]] bool empty() const { return all().empty(); }

  bool operator==(const WordList& other) const { return all() == other.all(); }

 private:
  std::shared_ptr<const Lazy<Words>> words_;
};

}  // namespace personfirst
