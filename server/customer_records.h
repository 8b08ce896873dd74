// What is kept about one customer, for the customer; and how it is forgotten.
//
//   customer_records(sql, "ana@shop.example")       // {"events": […], "contact_tickets": […], …}
//   erase_customer(sql, "ana@shop.example", now)    // {"contact_tickets": 2, "events": 14, …}
//
// A customer is known by the keyed hash of the address, in any case. Events and resolved tickets
// stay, tied to nobody: they are redacted. In a transaction: Sql decides the thread.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/sql.h"
#include "core/store/store.h"

namespace kb {

Result<nlohmann::json> customer_records(store::Sql& sql, const std::string& email);

// Its line in the audit log holds the hash, not the address.
Result<nlohmann::json> erase_customer(store::Sql& sql, const std::string& email, Time now);

// POST /local/customers: {"do": "erase", "email": "ana@shop.example"}
Result<nlohmann::json> answer_customer_request(store::Store& store, const Clock& clock,
                                               const nlohmann::json& request);

}  // namespace kb
