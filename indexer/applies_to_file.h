// What articles can apply to, as the file applies_to.yaml at the root of an article source lists
// it.
//
//   AppliesToFile found = read_applies_to(config);
//   found.axes            // plan: free, home, studio; platform: ios, android …
//   found.problems        // "content/articles/applies_to.yaml:4: …"
//
// The file: `platform: {name: {en: Device}, values: {ios: {en: iPhone}, android: Android}}`. A
// source without one has no list. A part that cannot be read is told with its line; the rest
// counts. Thread-safe.

#pragma once

#include <vector>

#include "core/article/applies_to.h"
#include "core/base/config.h"
#include "core/base/result.h"

namespace kb {

inline constexpr const char* kAppliesToFile = "applies_to.yaml";

struct AppliesToFile {
  std::vector<AppliesToAxis> axes;
  std::vector<Error> problems;
};

AppliesToFile read_applies_to(const Config& config);

}  // namespace kb
