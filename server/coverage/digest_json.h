// The weekly digest for programs: of the webhook, and of `kb-server report digest --format json`.
//
//   digest_json(*digest, config).dump()     // {"from": "2026-03-02", "to": …, "top_gaps": […]}
//
// Addresses are whole ones. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/coverage/digest.h"

namespace kb {

nlohmann::ordered_json digest_json(const Digest& digest, const HelpCenter& center);

}  // namespace kb
