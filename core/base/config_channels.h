// The `contact.channels` of kb.yaml: ways to reach the team, and which questions they are best for.
//
//   auto channels = read_channels(yaml, node);
//   // - {kind: phone, address: "+48 22 555 01 00", categories: [billing], hours: "Mo-Fr
//   09:00-17:00"}
//
// Fails with the line and the nearest known key where one is not known, and where a way has no
// address that leads anywhere. Pure, thread-safe.

#pragma once

#include <vector>

#include "core/base/config.h"
#include "core/base/config_yaml.h"

namespace kb {

Result<std::vector<ChannelConfig>> read_channels(const ConfigYaml& yaml, const YAML::Node& node);

}  // namespace kb
