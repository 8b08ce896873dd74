#include "server/delivery/delivery_requests.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/store/deliveries.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr int kMostListed = 1000;

json to_json(const store::Delivery& delivery) {
  json told = {{"id", delivery.id},
               {"kind", delivery.kind == store::DeliveryKind::mail ? "mail" : "webhook"},
               {"key", delivery.key},
               {"target", delivery.target},
               {"attempts", delivery.attempts},
               {"created", iso_time(delivery.created)},
               {"problem", delivery.problem}};
  told["ticket"] = delivery.ticket ? json(*delivery.ticket) : json();
  return told;
}

Result<json> list(store::Store& store) {
  const auto dead =
      store.read([](store::Sql& sql) { return store::dead_deliveries(sql, kMostListed); });
  if (!dead) return fail(dead.error());
  json listed = json::array();
  for (const auto& delivery : *dead) listed.push_back(to_json(delivery));
  return json{{"dead", listed}};
}

Result<json> retry_one(store::Sql& sql, std::int64_t id, Time now) {
  const auto revived = store::revive_delivery(sql, id, now);
  if (!revived) return fail(revived.error());
  if (!*revived)
    return fail("no delivery that was given up has the number " + std::to_string(id), {},
                "kb-server deliveries list shows all of them");
  return json{{"retried", 1}};
}

Result<json> retry_all(store::Sql& sql, Time now) {
  const auto dead = store::dead_deliveries(sql, kMostListed);
  if (!dead) return fail(dead.error());
  for (const auto& delivery : *dead)
    if (auto revived = store::revive_delivery(sql, delivery.id, now); !revived)
      return fail(revived.error());
  return json{{"retried", dead->size()}};
}

}  // namespace

Result<json> answer_delivery_request(const AccountDesk& desk, const json& request) {
  const auto asked = request.value("do", json());
  if (asked == "list") return list(desk.store);
  if (asked != "retry")
    return fail("`do` is neither list nor retry", {}, "see kb-server deliveries --help");
  const auto id = request.value("id", json());
  if (!id.is_null() && !id.is_number_integer()) return fail("`id` is not a number");
  return desk.store.write([&](store::Sql& sql) {
    const auto now = desk.clock.now();
    return id.is_null() ? retry_all(sql, now) : retry_one(sql, id.get<std::int64_t>(), now);
  });
}

}  // namespace kb
