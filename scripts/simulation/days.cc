#include "scripts/simulation/days.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "core/base/secrets.h"
#include "core/insights/rollup_refresh.h"
#include "core/store/contact_tickets.h"
#include "core/store/event_table.h"
#include "core/store/ticket_table.h"
#include "core/text/calendar.h"
#include "scripts/simulation/passing_time.h"
#include "scripts/simulation/session.h"

namespace kb::simulation {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 5> kLanguages = {
    {{"en", 0.4}, {"pl", 0.2}, {"ro", 0.15}, {"ru", 0.15}, {"it", 0.1}}};
constexpr double kWeekend = 0.6;    // of a working day's visitors
constexpr int kOpensAt = 7 * 3600;  // seconds of the day
constexpr int kClosesAt = 22 * 3600;
constexpr std::int64_t kFloodsEvery = 7;  // days between visitors who type whatever comes
constexpr int kFlood = 120;
constexpr std::int64_t kKnownCustomers = 4'000;

const std::vector<std::string>& attacks() {
  static const std::vector<std::string> kAttacks = {
      "' OR 1=1 --", "<script>alert(1)</script>",        "../../../../etc/passwd",
      "${7*7}",      "UNION SELECT password FROM users", "http://cheap-pills.example/buy buy buy"};
  return kAttacks;
}

std::string language_of(std::mt19937_64& random) {
  std::vector<double> weights;
  for (const auto& [lang, weight] : kLanguages) weights.push_back(weight);
  std::discrete_distribution<std::size_t> one(weights.begin(), weights.end());
  return std::string(kLanguages.at(one(random)).first);
}

std::vector<std::string> nonsense(std::mt19937_64& random) {
  std::vector<std::string> texts = attacks();
  std::uniform_int_distribution<int> letter('a', 'z');
  for (int i = 0; i < kFlood; ++i) {
    std::string text;
    for (int k = 0; k < 9; ++k) text += static_cast<char>(letter(random));
    texts.push_back(std::move(text));
  }
  return texts;
}

class Day {
 public:
  Day(const Config& config, const Topics& topics, HelpIndex& index, std::string ticket_key,
      const text::Calendar& calendar, std::int64_t day, std::int64_t age, std::uint64_t seed)
      : config_(config),
        topics_(topics),
        index_(index),
        ticket_key_(std::move(ticket_key)),
        calendar_(calendar),
        day_(day),
        age_(age),
        random_(seed * 1'000'003 + static_cast<std::uint64_t>(day)) {}

  Result<std::vector<Told>> sessions(int visitors) {
    std::vector<Told> told;
    const double share = text::Calendar::weekday(day_) < 5 ? 1 : kWeekend;
    const auto count = static_cast<int>(visitors * share);
    for (int i = 0; i < count; ++i) {
      auto who = visitor(language_of(random_));
      const auto& topic = topics_.draw(who.lang, age_, random_);
      auto one = Session(index_, random_, config_.contact.holdout, std::move(who)).run(topic);
      if (!one) return fail(one.error());
      told.push_back(std::move(*one));
    }
    if (day_ % kFloodsEvery == 0) {
      auto one = Session(index_, random_, 0, visitor("en")).flood(nonsense(random_));
      if (!one) return fail(one.error());
      told.push_back(std::move(*one));
    }
    return told;
  }

 private:
  Visitor visitor(std::string lang) {
    std::uniform_int_distribution<int> second(kOpensAt, kClosesAt);
    const auto number = random_() % kKnownCustomers;
    const auto email = "customer" + std::to_string(number) + "@mail.example";
    return {.lang = std::move(lang),
            .begin = calendar_.begin_of(day_) + std::chrono::seconds(second(random_)),
            .day = day_,
            .visitor = static_cast<std::int64_t>(random_() >> 1),
            .email = email,
            .customer = keyed_hash(ticket_key_, email)};
  }

  const Config& config_;
  const Topics& topics_;
  HelpIndex& index_;
  const std::string ticket_key_;
  const text::Calendar& calendar_;
  const std::int64_t day_;
  const std::int64_t age_;  // days before the last one
  std::mt19937_64 random_;
};

// False: the day was there.
Result<bool> write_day(store::Sql& sql, std::int64_t day, std::vector<Told>& told,
                       Written& written) {
  store::EventBatch batch{std::string(kBatchPrefix) + std::to_string(day), {}};
  const auto known = store::has_batch(sql, batch.id);
  if (!known) return fail(known.error());
  if (*known) return false;
  for (auto& session : told) {
    if (session.ticket) {
      const auto put = store::put_contact_ticket(sql, *session.ticket);
      if (!put) return fail(put.error());
      session.events.back().value = put->number;
      ++written.tickets;
    }
    std::ranges::move(session.events, std::back_inserter(batch.events));
    ++written.sessions;
  }
  written.events += static_cast<std::int64_t>(batch.events.size());
  ++written.days;
  return store::put_batch(sql, batch);
}

}  // namespace

Result<Written> simulate(const Config& config, const Topics& topics, const Wish& wish, Time now,
                         store::Store& store, const EachDay& tell) {
  const auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  auto index = HelpIndex::open(config, now);
  if (!index) return fail(index.error());
  const auto key = store.write([](store::Sql& sql) { return store::ticket_key(sql); });
  if (!key) return fail(key.error());
  Written written;
  for (auto day = wish.from_day; day <= wish.to_day; ++day) {
    tell(day);
    auto told = Day(config, topics, *index, *key, *calendar, day, wish.to_day - day, wish.seed)
                    .sessions(wish.visitors);
    if (!told) return fail(told.error());
    const auto done =
        store.write([&](store::Sql& sql) { return write_day(sql, day, *told, written); });
    if (!done) return fail(done.error());
  }
  const auto summed = insights::refresh_rollups(store, calendar->day_of(now));
  if (!summed) return fail(summed.error());
  return written;
}

}  // namespace kb::simulation
