// The `sources` of kb.yaml: where articles, approved answers and tickets are read from.
//
//   auto sources = read_sources(yaml, node);     // - {kind: tickets, path: tickets, format: csv}
//
// Fails with the line and the nearest known key where one is not known. Pure, thread-safe.

#pragma once

#include <vector>

#include "core/base/config.h"
#include "core/base/config_yaml.h"

namespace kb {

Result<std::vector<SourceConfig>> read_sources(const ConfigYaml& yaml, const YAML::Node& node);

}  // namespace kb
