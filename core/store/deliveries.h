// What is to be sent out, written down in the transaction of what it is about: nothing is sent that
// did not happen, nothing that happened is forgotten.
//
//   add_delivery(sql, {.key = "ticket/1042/webhook", .kind = DeliveryKind::webhook,
//                      .target = config.contact.webhook, .payload = json, .next = now});
//   for (const auto& due : *due_deliveries(sql, now, 20)) …     // delivery worker
//   settle(sql, id, …)
//
// `key` names the message: added twice, it is sent once. Functions on a transaction: Sql decides
// the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

enum class DeliveryKind { webhook, mail };
enum class DeliveryState { waiting, delivered, dead };

struct Delivery {
  std::int64_t id = 0;   // given by add_delivery
  std::string key = {};  // the webhook-id, too
  DeliveryKind kind = DeliveryKind::webhook;
  std::string target = {};   // https://…, or an e-mail address
  std::string payload = {};  // of a webhook the JSON body, of a mail the whole message (RFC 5322)
  DeliveryState state = DeliveryState::waiting;
  int attempts = 0;
  Time created = {};
  Time next = {};                           // not before
  std::string problem = {};                 // why the last attempt failed
  std::optional<std::int64_t> ticket = {};  // of contact_tickets

  bool operator==(const Delivery&) const = default;
};

Result<bool> add_delivery(Sql& sql, const Delivery& delivery);  // false: its key was there already
Result<bool> has_delivery(Sql& sql, std::string_view key);      // sent or not
Result<std::vector<Delivery>> due_deliveries(Sql& sql, Time now, int limit);
Result<std::optional<Time>> next_delivery(Sql& sql);  // nothing: none waits

// Those of one kind that are due, put off until `until`: of several servers that share a store, one
// sends them. Who claims settles them before that, or they are due again. (In a write().)
Result<std::vector<Delivery>> claim_deliveries(Sql& sql, DeliveryKind kind, Time now, Time until,
                                               int limit);
Result<std::optional<Time>> next_delivery(Sql& sql, DeliveryKind kind);
Result<std::int64_t> count_deliveries(Sql& sql, DeliveryState state);

Result<void> set_delivered(Sql& sql, std::int64_t id, Time now);
Result<void> set_failed(Sql& sql, std::int64_t id, std::string_view problem, Time next);
Result<void> set_dead(Sql& sql, std::int64_t id, std::string_view problem);
Result<std::vector<Delivery>> dead_deliveries(Sql& sql, int limit);
Result<bool> revive_delivery(Sql& sql, std::int64_t id, Time now);  // a dead one is tried again
Result<std::int64_t> drop_delivered(Sql& sql, Time before);
Result<std::int64_t> drop_deliveries_to(Sql& sql, std::string_view target);  // sent or not

}  // namespace kb::store
