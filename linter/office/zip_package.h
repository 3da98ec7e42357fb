// The zip file that an office document is: named parts in, named parts out.
//
// Nothing in it is believed: a part is counted while it is inflated, names must stay inside, and
// the whole of what is read is bounded. Nothing is written anywhere: bytes in, bytes out. For one
// thread; the bytes must outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/result.h"

namespace personfirst {

struct PackageLimits {
  std::uint64_t total_bytes = std::uint64_t{384} << 20;  // inflated, of all parts that are read
  std::uint64_t entries = 50'000;
  // What a part of more than `free_bytes` may be of its size in the package. Real documents stay
  // under a hundred; the most that deflate can do is a thousand.
  std::uint64_t ratio = 400;
  std::uint64_t free_bytes = std::uint64_t{24} << 20;
};

struct PackagePart {
  std::string name;
  std::string bytes;
};

// The `where` of all errors is empty: only the caller knows the document's name.
class ZipPackage {
 public:
  [[nodiscard]] static Result<ZipPackage> open(std::string_view bytes,
                                               const PackageLimits& limits = {});

  ZipPackage(ZipPackage&&) noexcept;
  ZipPackage& operator=(ZipPackage&&) noexcept;
  ~ZipPackage();

  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;  // in the order of the package
  [[nodiscard]] Result<std::string> read(std::string_view name);

  // The package with these parts replaced or added (at the end). All others keep their bytes, as
  // compressed as they are; all keep their order and their times.
  [[nodiscard]] Result<std::string> with(std::span<const PackagePart> parts) const;

 private:
  struct State;
  explicit ZipPackage(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace personfirst
