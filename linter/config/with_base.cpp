// One configuration under another.
#include <utility>

#include "linter/config/config.h"
#include "linter/config/layer.h"

namespace personfirst {

ProjectConfigPtr with_base(const ProjectConfigPtr& config, const ProjectConfigPtr& base) {
  if (base->layers.empty()) return config;
  ProjectConfig both = *config;
  both.layers.insert(both.layers.begin(), base->layers.begin(), base->layers.end());
  return std::make_shared<const ProjectConfig>(std::move(both));
}

}  // namespace personfirst
