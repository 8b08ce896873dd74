// Customers' wishes for programs and product teams: as JSON, as a table, as a webhook's payload.
//
//   wishes_json(wishes, config)       // {"wishes": [{"label": "dark mode", "customers": 31, …}]}
//   wishes_csv(wishes)                // lang,label,type,topic,customers,…
//
// Addresses of tickets are whole ones. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/insights/wishes.h"

namespace kb {

std::string wishes_json(const std::vector<insights::Wish>& wishes, const Config& config);
std::string wishes_csv(const std::vector<insights::Wish>& wishes);

// {"type": "wishes.listed", "timestamp": …, "data": {"wishes": […]}}
std::string wishes_payload(const std::vector<insights::Wish>& wishes, const Config& config,
                           Time now);

// "/agent/ticket/zendesk/1042" of "zendesk/1042".
std::string ticket_page_path(std::string_view key);

}  // namespace kb
