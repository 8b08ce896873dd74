#include "core/store/event_table.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_set>

#include "core/store/bulk_insert.h"

namespace kb::store {
namespace {

constexpr RowShape kEvents = {
    "events (at, day, action, who, visitor, customer, form, query_id, lang, category, object, "
    "position, value, outcome, text, detail)",
    16};
constexpr RowShape kBatches = {"event_batches (id, at)", 2,
                               "ON CONFLICT (id) DO NOTHING RETURNING id"};

constexpr std::string_view kColumns =
    "SELECT at, day, action, who, visitor, customer, form, query_id, lang, category, object, "
    "position, value, outcome, text, detail FROM events ";

// The index of customers holds only events that have one.
constexpr std::string_view kOfCustomer =
    "WHERE customer = $1 AND customer <> '' AND day >= $2 AND day <= $3";
constexpr std::int64_t kFirstDay = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLastDay = std::numeric_limits<std::int64_t>::max();

void add_values(std::vector<Value>& values, const Event& event) {
  values.insert(
      values.end(),
      {event.at, event.day, static_cast<int>(event.action), static_cast<int>(event.who),
       event.visitor, event.customer, event.form, event.query_id, event.lang, event.category,
       event.object, event.position, event.value, event.outcome, event.text, event.detail});
}

Event event_of(const Row& row) {
  return {.at = row.time(0),
          .day = row.integer(1),
          .action = static_cast<Action>(row.integer(2)),
          .who = static_cast<Who>(row.integer(3)),
          .visitor = row.integer(4),
          .customer = row.text(5),
          .form = row.text(6),
          .query_id = row.text(7),
          .lang = row.text(8),
          .category = row.text(9),
          .object = row.text(10),
          .position = row.integer(11),
          .value = row.integer(12),
          .outcome = row.text(13),
          .text = row.text(14),
          .detail = row.text(15)};
}

Time latest(const std::vector<Event>& events) {
  Time last{};
  for (const Event& event : events) last = std::max(last, event.at);
  return last;
}

// The ids that were not there before.
Result<std::unordered_set<std::string>> put_ids(Sql& sql, std::span<const EventBatch> batches) {
  std::vector<Value> values;
  values.reserve(batches.size() * kBatches.columns);
  for (const EventBatch& batch : batches) {
    values.emplace_back(batch.id);
    values.emplace_back(latest(batch.events));
  }
  std::unordered_set<std::string> added;
  auto done = insert_rows(sql, kBatches, values, [&](const Row& row) -> Result<void> {
    added.insert(row.text(0));
    return {};
  });
  if (!done) return fail(done.error());
  return added;
}

Result<void> count_days(Sql& sql, const std::map<std::int64_t, std::int64_t>& added) {
  const auto last = sql.one("SELECT max(id) FROM events");
  if (!last) return fail(last.error());
  for (const auto& [day, events] : added) {
    const auto counted = sql.change(
        "INSERT INTO event_days (day, events, last) VALUES ($1, $2, $3) ON CONFLICT (day) "
        "DO UPDATE SET events = event_days.events + excluded.events, last = excluded.last",
        {day, events, (*last)->integer(0)});
    if (!counted) return fail(counted.error());
  }
  return {};
}

Result<std::vector<EventDay>> days_of(Sql& sql, const EventSelection& selection) {
  std::vector<EventDay> days;
  auto done = sql.each(
      "SELECT day, events, last FROM event_days WHERE day >= $1 AND day <= $2 ORDER BY day",
      {selection.from_day.value_or(kFirstDay), selection.to_day.value_or(kLastDay)},
      [&](const Row& row) -> Result<void> {
        days.push_back({row.integer(0), row.integer(1), row.integer(2)});
        return {};
      });
  if (!done) return fail(done.error());
  return days;
}

}  // namespace

Result<std::vector<bool>> put_batches(Sql& sql, std::span<const EventBatch> batches) {
  auto added = put_ids(sql, batches);
  if (!added) return fail(added.error());
  std::vector<bool> is_new;
  std::vector<Value> values;
  std::map<std::int64_t, std::int64_t> days;
  for (const EventBatch& batch : batches) {
    is_new.push_back(added->erase(batch.id) > 0);  // of two with one id, the first
    if (!is_new.back()) continue;
    for (const Event& event : batch.events) {
      add_values(values, event);
      ++days[event.day];
    }
  }
  if (days.empty()) return is_new;
  if (auto done = insert_rows(sql, kEvents, values); !done) return fail(done.error());
  if (auto done = count_days(sql, days); !done) return fail(done.error());
  return is_new;
}

Result<bool> put_batch(Sql& sql, const EventBatch& batch) {
  const auto is_new = put_batches(sql, {&batch, 1});
  if (!is_new) return fail(is_new.error());
  return is_new->front();
}

Result<bool> has_batch(Sql& sql, std::string_view id) {
  const auto row = sql.one("SELECT 1 FROM event_batches WHERE id = $1", {id});
  if (!row) return fail(row.error());
  return row->has_value();
}

Result<void> each_event(Sql& sql, const EventSelection& selection, const EachEvent& visit) {
  static const std::string of_day =
      std::string(kColumns) + "WHERE day = $1 ORDER BY visitor, at, id";
  static const std::string of_customer =
      std::string(kColumns) + std::string(kOfCustomer) + " ORDER BY day, visitor, at, id";
  const auto visit_row = [&](const Row& row) { return visit(event_of(row)); };
  if (!selection.customer.empty())
    return sql.each(of_customer,
                    {selection.customer, selection.from_day.value_or(kFirstDay),
                     selection.to_day.value_or(kLastDay)},
                    visit_row);
  const auto days = days_of(sql, selection);
  if (!days) return fail(days.error());
  // Each day on its own: millions of rows are never sorted at once.
  for (const EventDay& day : *days)
    if (auto done = sql.each(of_day, {day.day}, visit_row); !done) return done;
  return {};
}

Result<std::int64_t> count_events(Sql& sql, const EventSelection& selection) {
  if (!selection.customer.empty()) {
    static const std::string statement = "SELECT count(*) FROM events " + std::string(kOfCustomer);
    const auto row = sql.one(statement, {selection.customer, selection.from_day.value_or(kFirstDay),
                                         selection.to_day.value_or(kLastDay)});
    if (!row) return fail(row.error());
    return (*row)->integer(0);
  }
  const auto days = days_of(sql, selection);
  if (!days) return fail(days.error());
  std::int64_t count = 0;
  for (const EventDay& day : *days) count += day.events;
  return count;
}

Result<std::vector<EventDay>> event_days(Sql& sql) {
  return days_of(sql, {});
}

Result<std::int64_t> drop_events_before(Sql& sql, std::int64_t day) {
  auto dropped = sql.change("DELETE FROM events WHERE day < $1", {day});
  if (!dropped) return dropped;
  auto days = sql.change("DELETE FROM event_days WHERE day < $1", {day});
  if (!days) return days;
  return dropped;
}

Result<std::int64_t> forget_customer(Sql& sql, std::string_view customer) {
  return sql.change("UPDATE events SET customer = '' WHERE customer = $1 AND customer <> ''",
                    {customer});
}

Result<void> drop_old_batches(Sql& sql, Time now) {
  const auto dropped = sql.change("DELETE FROM event_batches WHERE at < $1", {now - kBatchMemory});
  if (!dropped) return fail(dropped.error());
  return {};
}

}  // namespace kb::store
