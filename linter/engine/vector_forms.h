// Forms of one function, for the instructions that machines have. All give the same; tests hold
// them together.
#pragma once

#include <algorithm>
#include <vector>

namespace personfirst {

template <typename Function>
struct VectorForm {
  Function function;
  bool runs_here;
};

// `forms`: the fastest first; the last one runs everywhere.
template <typename Forms>
[[nodiscard]] auto fastest_of(const Forms& forms) {
  return std::ranges::find_if(forms, [](const auto& form) { return form.runs_here; })->function;
}

template <typename Forms>
[[nodiscard]] auto all_that_run(const Forms& forms) {
  std::vector<decltype(forms.front().function)> all;
  for (const auto& form : forms) {
    if (form.runs_here) all.push_back(form.function);
  }
  return all;
}

}  // namespace personfirst
