#include "core/store/deliveries.h"

#include <array>

namespace kb::store {
namespace {

constexpr std::array<std::string_view, 2> kKinds = {"webhook", "mail"};
constexpr std::array<std::string_view, 3> kDeliveryStates = {"waiting", "delivered", "dead"};

std::string_view kind_name(DeliveryKind kind) {
  return kKinds.at(static_cast<std::size_t>(kind));
}

std::string_view state_name(DeliveryState state) {
  return kDeliveryStates.at(static_cast<std::size_t>(state));
}

std::string select_deliveries(std::string_view which) {
  return "SELECT id, key, kind, target, payload, state, attempts, created, next, problem, ticket "
         "FROM deliveries " +
         std::string(which);
}

Delivery delivery_of(const Row& row) {
  const auto& state = row.text(5);
  return {.id = row.integer(0),
          .key = row.text(1),
          .kind = row.text(2) == kKinds[1] ? DeliveryKind::mail : DeliveryKind::webhook,
          .target = row.text(3),
          .payload = row.text(4),
          .state = state == kDeliveryStates[1]   ? DeliveryState::delivered
                   : state == kDeliveryStates[2] ? DeliveryState::dead
                                                 : DeliveryState::waiting,
          .attempts = static_cast<int>(row.integer(6)),
          .created = row.time(7),
          .next = row.time(8),
          .problem = row.text(9),
          .ticket = row.maybe_integer(10)};
}

Result<void> only_failure(const Result<std::int64_t>& changed) {
  if (!changed) return fail(changed.error());
  return {};
}

}  // namespace

Result<bool> add_delivery(Sql& sql, const Delivery& delivery) {
  const auto added = sql.change(
      "INSERT INTO deliveries (key, kind, target, payload, state, attempts, created, next, "
      "problem, ticket) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
      "ON CONFLICT (key) DO NOTHING",
      {delivery.key, kind_name(delivery.kind), delivery.target, delivery.payload,
       state_name(delivery.state), delivery.attempts, delivery.created, delivery.next,
       delivery.problem, delivery.ticket});
  if (!added) return fail(added.error());
  return *added > 0;
}

Result<bool> has_delivery(Sql& sql, std::string_view key) {
  const auto row = sql.one("SELECT id FROM deliveries WHERE key = $1", {key});
  if (!row) return fail(row.error());
  return row->has_value();
}

Result<std::vector<Delivery>> due_deliveries(Sql& sql, Time now, int limit) {
  return sql.list(
      select_deliveries("WHERE state = 'waiting' AND next <= $1 ORDER BY next, id LIMIT $2"),
      {now, limit}, delivery_of);
}

Result<std::optional<Time>> next_delivery(Sql& sql) {
  const auto row = sql.one("SELECT min(next) FROM deliveries WHERE state = 'waiting'");
  if (!row) return fail(row.error());
  return *row ? (*row)->maybe_time(0) : std::nullopt;
}

Result<std::vector<Delivery>> claim_deliveries(Sql& sql, DeliveryKind kind, Time now, Time until,
                                               int limit) {
  auto due = sql.list(
      select_deliveries(
          "WHERE state = 'waiting' AND next <= $1 AND kind = $2 ORDER BY next, id LIMIT $3"),
      {now, kind_name(kind), limit}, delivery_of);
  if (!due) return due;
  for (const Delivery& delivery : *due)
    if (auto put_off =
            sql.change("UPDATE deliveries SET next = $2 WHERE id = $1", {delivery.id, until});
        !put_off)
      return fail(put_off.error());
  return due;
}

Result<std::optional<Time>> next_delivery(Sql& sql, DeliveryKind kind) {
  const auto row = sql.one("SELECT min(next) FROM deliveries WHERE state = 'waiting' AND kind = $1",
                           {kind_name(kind)});
  if (!row) return fail(row.error());
  return *row ? (*row)->maybe_time(0) : std::nullopt;
}

Result<std::int64_t> count_deliveries(Sql& sql, DeliveryState state) {
  const auto row = sql.one("SELECT count(*) FROM deliveries WHERE state = $1", {state_name(state)});
  if (!row) return fail(row.error());
  return *row ? (*row)->integer(0) : 0;
}

Result<void> set_delivered(Sql& sql, std::int64_t id, Time now) {
  return only_failure(
      sql.change("UPDATE deliveries SET state = 'delivered', attempts = attempts + 1, next = $2, "
                 "problem = '' WHERE id = $1",
                 {id, now}));
}

Result<void> set_failed(Sql& sql, std::int64_t id, std::string_view problem, Time next) {
  return only_failure(
      sql.change("UPDATE deliveries SET attempts = attempts + 1, problem = $2, next = $3 "
                 "WHERE id = $1",
                 {id, problem, next}));
}

Result<void> set_dead(Sql& sql, std::int64_t id, std::string_view problem) {
  return only_failure(
      sql.change("UPDATE deliveries SET state = 'dead', attempts = attempts + 1, problem = $2 "
                 "WHERE id = $1",
                 {id, problem}));
}

Result<std::vector<Delivery>> dead_deliveries(Sql& sql, int limit) {
  return sql.list(select_deliveries("WHERE state = 'dead' ORDER BY id DESC LIMIT $1"), {limit},
                  delivery_of);
}

Result<bool> revive_delivery(Sql& sql, std::int64_t id, Time now) {
  const auto changed = sql.change(
      "UPDATE deliveries SET state = 'waiting', attempts = 0, next = $2 "
      "WHERE id = $1 AND state = 'dead'",
      {id, now});
  if (!changed) return fail(changed.error());
  return *changed > 0;
}

Result<std::int64_t> drop_delivered(Sql& sql, Time before) {
  return sql.change("DELETE FROM deliveries WHERE state = 'delivered' AND next < $1", {before});
}

Result<std::int64_t> drop_deliveries_to(Sql& sql, std::string_view target) {
  return sql.change("DELETE FROM deliveries WHERE lower(target) = lower($1)", {target});
}

}  // namespace kb::store
