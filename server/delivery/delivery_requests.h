// What commands ask about deliveries that were given up: POST /local/deliveries.
//
//   answer_delivery_request(desk, {{"do", "list"}})                 -> {"dead": [{"id": 7, …}]}
//   answer_delivery_request(desk, {{"do", "retry"}, {"id", 7}})     -> {"retried": 1}
//   answer_delivery_request(desk, {{"do", "retry"}})                -> all of them
//
// Thread-safe. An unknown number is an Error.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "server/login/account_requests.h"

namespace kb {

Result<nlohmann::json> answer_delivery_request(const AccountDesk& desk,
                                               const nlohmann::json& request);

}  // namespace kb
