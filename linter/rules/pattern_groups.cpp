// Pattern::groups(): all ways in which a pattern can come to a known match. Mostly there is one.
#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "linter/rules/pattern.h"
#include "linter/rules/pattern_walker.h"

namespace personfirst {
namespace {

bool same_group(const RegexGroup& a, const RegexGroup& b) {
  return a.name == b.name && a.span == b.span;
}

class GroupFinder {
 public:
  GroupFinder(std::string_view text, std::uint32_t& steps)
      : walker_(text, false, steps), steps_(steps), begun_(steps) {}

  std::optional<std::vector<RegexGroup>> run(const PatternNode& root, Span span) {
    parse(root, span.begin, [&](std::uint32_t place) {
      if (place == span.end) take();
    });
    if (unsure_ || walker_.is_unsure()) return std::nullopt;
    return std::move(found_);
  }

 private:
  using Next = std::function<void(std::uint32_t)>;
  static constexpr std::uint32_t kMostSteps = 2000;  // for one match

  void take() {
    std::vector<RegexGroup> groups = open_;
    std::ranges::sort(groups, {}, &RegexGroup::name);
    unsure_ = unsure_ || (found_ && !std::ranges::equal(*found_, groups, same_group));
    found_ = std::move(groups);
  }

  // Calls `next` with each place that the node may lead to.
  void parse(const PatternNode& node, std::uint32_t at, const Next& next) {
    if (unsure_ || walker_.is_unsure()) return;
    unsure_ = steps_ - begun_ > kMostSteps;
    if (!has_group(node)) return each(walker_.walk(node, from(at)), next);
    switch (node.kind) {
      case NodeKind::Sequence:
        return parse_rest(node.children, 0, at, next);
      case NodeKind::Optional:
        next(at);
        return parse(*node.children.front(), at, next);
      case NodeKind::Alternatives:
        for (const NodePtr& one : node.children) parse(*one, at, next);
        return;
      case NodeKind::Plural:
        each(read(node.text, at), next);
        return each_in_group("plural" + std::to_string(node.first_group), at, read(node.plural, at),
                             next);
      case NodeKind::Verb:
        return parse_verb(node, at, next);
      default:
        return each_in_group(node.text, at, walker_.walk(node, from(at)), next);
    }
  }

  void parse_rest(const std::vector<NodePtr>& nodes, std::size_t i, std::uint32_t at,
                  const Next& next) {
    if (i == nodes.size()) return next(at);
    parse(*nodes[i], at, [&](std::uint32_t place) { parse_rest(nodes, i + 1, place, next); });
  }

  void parse_verb(const PatternNode& node, std::uint32_t at, const Next& next) {
    const VerbForms& verb = *node.verb;
    each(read(verb.base, at), next);
    for (const VerbGroup& group : groups_of(verb, node.first_group))
      each_in_group(group.name, at, read(*group.form, at), next);
  }

  [[nodiscard]] Reached read(std::string_view literal, std::uint32_t at) const {
    Reached to;
    walker_.read(literal, kSpaceOrHyphen, from(at), to);
    return to;
  }

  static Reached from(std::uint32_t at) {
    Reached place;
    place.add(at);
    return place;
  }

  void each(const Reached& places, const Next& next) {
    unsure_ = unsure_ || places.too_many();
    for (const std::uint32_t place : places) next(place);
  }

  void each_in_group(const std::string& name, std::uint32_t at, const Reached& places,
                     const Next& next) {
    each(places, [&](std::uint32_t place) {
      open_.push_back({name, {at, place}});
      next(place);
      open_.pop_back();
    });
  }

  PatternWalker walker_;
  std::uint32_t& steps_;
  std::uint32_t begun_;
  bool unsure_ = false;
  std::vector<RegexGroup> open_;  // on the way to the place at hand
  std::optional<std::vector<RegexGroup>> found_;
};

}  // namespace

std::optional<std::vector<RegexGroup>> Pattern::groups(std::string_view text, Span match,
                                                       std::uint32_t& steps) const {
  return GroupFinder(text, steps).run(*root_, match);
}

}  // namespace personfirst
