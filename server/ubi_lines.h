// Events as OpenSearch's User Behavior Insights writes them, one JSON object a line.
//
//   to_ubi_event(event, session_id(first))
//     -> {"action_name":"clicked","client_id":"00f3…","query_id":"q7…","event_attributes":{…},…}
//   to_ubi_query(event)      // of a search: what was asked, and what was shown
//
// Pure, thread-safe. A `detail` that cannot be read is left out.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/store/event.h"

namespace kb {

// Of a session's first event; "" where it is tied to nobody.
std::string session_id(const store::Event& first);

nlohmann::json to_ubi_event(const store::Event& event, const std::string& session);
nlohmann::json to_ubi_query(const store::Event& event);

}  // namespace kb
