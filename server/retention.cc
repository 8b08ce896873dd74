#include "server/retention.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/insights/rare_queries.h"
#include "core/insights/rollup_refresh.h"
#include "core/store/answer_watches.h"
#include "core/store/contact_tickets.h"
#include "core/store/deliveries.h"
#include "core/store/event_table.h"
#include "core/store/rollup_table.h"
#include "core/store/visitor_salts.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using store::Sql;

constexpr auto kWatchesConfirmed = 48h;
constexpr auto kDeliveriesKept = 30 * 24h;

class Retention {
 public:
  Retention(store::Store& store, const RetentionRules& rules)
      : store_(store), rules_(rules), today_(rules.calendar.day_of(rules.now)) {}

  Retained run() && {
    const auto& config = rules_.config;
    const Time now = rules_.now;
    chore([&](Sql& sql) { return counted(store::drop_salts_before(sql, today_)); });
    chore([&](Sql& sql) { return counted(store::drop_old_batches(sql, now)); });
    gone_.watches = chore(
        [&](Sql& sql) { return store::drop_unconfirmed_watches(sql, now - kWatchesConfirmed); });
    gone_.deliveries =
        chore([&](Sql& sql) { return store::drop_delivered(sql, now - kDeliveriesKept); });
    gone_.contact_texts = chore([&](Sql& sql) {
      return store::erase_contact_texts(sql, now - config.contact.keep_days * 24h, now);
    });
    drop_events(today_ - config.insights.keep_days);
    return std::move(gone_);
  }

 private:
  static Result<std::int64_t> counted(const Result<void>& done) {
    if (!done) return fail(done.error());
    return 0;
  }

  // In a transaction of its own; how many went.
  template <class Work>
  std::int64_t chore(const Work& work) {
    std::int64_t went = 0;
    bool worked = false;
    const auto written = store_.write([&](Sql& sql) -> Result<void> {
      const Result<std::int64_t> done = work(sql);
      if (!done) return fail(done.error());
      went = *done;
      worked = true;
      if (rules_.only_asked) return fail("only asked");  // undoes it
      return {};
    });
    if (written || (worked && rules_.only_asked)) return went;
    gone_.problems.push_back(written.error());
    return 0;
  }

  void drop_events(std::int64_t first_kept) {
    if (!rules_.only_asked)
      if (auto summed = rules_.refresh_rollups(store_, today_); !summed)
        gone_.problems.push_back(summed.error());
    const auto days = days_to_drop(first_kept);
    if (!days) return gone_.problems.push_back(days.error());
    for (const auto& day : *days) {
      if (rules_.only_asked) {
        gone_.events += day.events;
        continue;
      }
      const auto problems = gone_.problems.size();
      gone_.events += chore([&](Sql& sql) { return store::drop_events_before(sql, day.day + 1); });
      if (gone_.problems.size() > problems) return;
    }
    // Only of days whose events are gone: the others are summed anew when need be.
    const std::int64_t first_left = first_with_events().value_or(first_kept);
    gone_.queries = chore([&](Sql& sql) {
      return insights::drop_rare_queries(sql, std::min(first_kept, first_left),
                                         rules_.config.insights.shown_from);
    });
  }

  // Up to the first whose sums are not there, or not final: nothing is lost.
  Result<std::vector<store::EventDay>> days_to_drop(std::int64_t first_kept) {
    return store_.read([&](Sql& sql) -> Result<std::vector<store::EventDay>> {
      const auto with_events = store::event_days(sql);
      if (!with_events) return fail(with_events.error());
      std::vector<store::EventDay> days;
      for (const auto& day : *with_events) {
        if (day.day >= first_kept) break;
        const auto sums = store::rollup_days(sql, {day.day, day.day});
        if (!sums) return fail(sums.error());
        const bool is_summed =
            !sums->empty() && sums->front().last == day.last && sums->front().open == 0;
        if (!is_summed && !rules_.only_asked) break;
        days.push_back(day);
      }
      return days;
    });
  }

  std::optional<std::int64_t> first_with_events() {
    const auto days = store_.read([](Sql& sql) { return store::event_days(sql); });
    if (!days || days->empty()) return std::nullopt;
    return days->front().day;
  }

  store::Store& store_;
  const RetentionRules& rules_;
  const std::int64_t today_;
  Retained gone_;
};

}  // namespace

Result<void> refresh_rollups(store::Store& store, std::int64_t today) {
  const auto summed = insights::refresh_rollups(store, today);
  if (!summed) return fail(summed.error());
  return {};
}

Retained retain(store::Store& store, const RetentionRules& rules) {
  return Retention(store, rules).run();
}

Result<json> answer_retain_request(store::Store& store, const Config& config, const Clock& clock,
                                   const json& request) {
  const auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  const auto only_asked = request.value("dry_run", json(false));
  if (!only_asked.is_boolean()) return fail("`dry_run` is neither true nor false");
  const auto gone = retain(store, {.config = config,
                                   .calendar = *calendar,
                                   .now = clock.now(),
                                   .refresh_rollups = refresh_rollups,
                                   .only_asked = only_asked.get<bool>()});
  json problems = json::array();
  for (const Error& problem : gone.problems) problems.push_back(to_line(problem));
  return json{{"dry_run", only_asked},         {"events", gone.events},
              {"queries", gone.queries},       {"contact_texts", gone.contact_texts},
              {"deliveries", gone.deliveries}, {"watches", gone.watches},
              {"problems", problems}};
}

}  // namespace kb
