#include "core/insights/gaps/asked_log.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "core/base/content_hash.h"
#include "core/insights/counter.h"
#include "core/insights/late_tickets.h"
#include "core/insights/sent_tickets.h"
#include "core/store/event.h"

namespace kb::insights {
namespace {

using store::DayRange;
using store::Event;
using store::EventDay;
using store::Sql;

constexpr std::size_t kFewTexts = 10'000;  // below it nobody minds those that are out of date

static_assert(static_cast<int>(store::Action::ticket_submitted) == 12);

Result<FormNumbers> read_form_numbers(Sql& sql, const DayRange& days) {
  FormNumbers numbers;
  auto done = sql.each(
      "SELECT form, value FROM events "
      "WHERE action IN (8, 11, 12) AND action = 12 AND day >= $1 AND day <= $2 ORDER BY id",
      {days.from, days.to}, [&](const store::Row& row) -> Result<void> {
        if (!row.text(0).empty()) numbers.try_emplace(row.text(0), row.integer(1));
        return {};
      });
  if (!done) return fail(done.error());
  return numbers;
}

std::uint64_t text_hash(const std::string& lang, const std::string& text) {
  return short_hash(lang + "\n" + text);
}

// Numbers are only ever added.
template <class Text>
void add_new(std::vector<Text>& known, const std::vector<Text>& all) {
  known.insert(known.end(), all.begin() + static_cast<std::ptrdiff_t>(known.size()), all.end());
}

std::size_t used_questions(const Asked& asked) {
  std::vector<bool> is_used(asked.questions.size());
  std::size_t used = 0;
  for (const Asking& asking : asked.askings) {
    used += is_used[asking.question] ? 0 : 1;
    is_used[asking.question] = true;
  }
  return used;
}

}  // namespace

AskedLog::AskedLog(const text::Calendar& calendar, RedactText redact,
                   std::function<bool()> is_ending)
    : calendar_(calendar), redact_(std::move(redact)), is_ending_(std::move(is_ending)) {
  start_anew();
}

void AskedLog::start_anew() {
  ++generation_;
  days_.clear();
  asked_ = {};
  history_before_.reset();
  texts_ = std::make_unique<AskedTexts>();
  tickets_ = std::make_unique<AskedTickets>(calendar_, redact_);
}

Result<void> AskedLog::read(Sql& sql, const DayRange& days) {
  if (asked_.questions.size() > kFewTexts && used_questions(asked_) * 2 < asked_.questions.size())
    start_anew();
  const auto changed = changed_days(sql, days);
  if (!changed) return fail(changed.error());
  for (const EventDay& day : *changed) {
    auto read = read_day(sql, day);
    if (!read) return fail(read.error());
    days_[day.day] = std::move(*read);
  }
  if (auto done = tickets_->read(sql, *texts_, days.from); !done) return done;
  if (auto done = read_history(sql, days.from); !done) return done;
  put_together(days);
  return {};
}

// Those whose events are not the ones that were read; days that are gone are let go here.
Result<std::vector<EventDay>> AskedLog::changed_days(Sql& sql, const DayRange& days) {
  const auto there = store::event_days(sql);
  if (!there) return fail(there.error());
  first_day_.reset();
  if (!there->empty()) first_day_ = there->front().day;
  std::map<std::int64_t, EventDay> within;
  for (const EventDay& day : *there)
    if (day.day >= days.from && day.day <= days.to) within.emplace(day.day, day);
  std::erase_if(days_, [&](const auto& kept) { return !within.contains(kept.first); });

  std::vector<store::RollupDay> known;
  for (const auto& [day, kept] : days_)
    if (day + kWroteAfterDays >= days.to) known.push_back({.day = day, .last = kept.last});
  const auto late = changed_by_late_tickets(sql, known);
  if (!late) return fail(late.error());
  std::vector<EventDay> changed;
  for (const auto& [number, day] : within) {
    const auto kept = days_.find(number);
    if (kept == days_.end() || kept->second.last < day.last || late->contains(number))
      changed.push_back(day);
  }
  return changed;
}

Result<AskedLog::KeptDay> AskedLog::read_day(Sql& sql, const EventDay& day) {
  const DayRange week{day.day, day.day + kWroteAfterDays};
  const auto sent = read_sent_tickets(sql, week);
  if (!sent) return fail(sent.error());
  const auto numbers = read_form_numbers(sql, week);
  if (!numbers) return fail(numbers.error());
  const auto newest = sql.one("SELECT max(last) FROM event_days");
  if (!newest) return fail(newest.error());

  AskedSessions sessions(*texts_, *sent, *numbers);
  std::vector<Event> visitors;  // events of one visitor
  auto done = store::each_event(
      sql, {.from_day = day.day, .to_day = day.day}, [&](const Event& event) -> Result<void> {
        if (!visitors.empty() && visitors.back().visitor != event.visitor) {
          if (is_ending_ && is_ending_())
            return fail("the gaps were not found: the server is ending");
          sessions.add(visitors);
          visitors.clear();
        }
        visitors.push_back(event);
        return {};
      });
  if (!done) return fail(done.error());
  sessions.add(visitors);
  return KeptDay{*newest ? (*newest)->integer(0) : day.last, sessions.take()};
}

// What daily sums know of the time before: once a day, since they look back over all of it.
Result<void> AskedLog::read_history(Sql& sql, std::int64_t before_day) {
  if (history_before_ == before_day) return {};
  history_before_ = before_day;
  history_.clear();
  return sql.each("SELECT DISTINCT lang, object FROM rollups WHERE part = $1 AND day < $2",
                  {kQueryPart, before_day}, [&](const store::Row& row) -> Result<void> {
                    history_.insert(text_hash(row.text(0), row.text(1)));
                    return {};
                  });
}

bool AskedLog::is_old(std::uint32_t question) const {
  const Question& asked = asked_.questions.at(question);
  return history_.contains(text_hash(asked.lang, asked.text));
}

void AskedLog::put_together(const DayRange& days) {
  add_new(asked_.questions, texts_->questions());
  add_new(asked_.articles, texts_->articles());
  add_new(asked_.tickets, texts_->tickets());
  asked_.askings.clear();
  asked_.notes.clear();
  std::unordered_set<std::uint32_t> rejected;
  for (const auto& [day, kept] : days_) {
    const AskedDay& asked = kept.asked;
    asked_.askings.insert(asked_.askings.end(), asked.askings.begin(), asked.askings.end());
    asked_.notes.insert(asked_.notes.end(), asked.notes.begin(), asked.notes.end());
    rejected.insert(asked.rejected.begin(), asked.rejected.end());
  }
  const auto of_sessions = static_cast<std::ptrdiff_t>(asked_.askings.size());
  tickets_->append(asked_.askings, asked_.notes, days, rejected);
  const auto of_tickets = asked_.askings.begin() + of_sessions;
  std::ranges::stable_sort(of_tickets, asked_.askings.end(), {}, &Asking::day);
  std::ranges::inplace_merge(asked_.askings, of_tickets, {}, &Asking::day);
}

std::int64_t AskedLog::filtered(const DayRange& days) const {
  std::int64_t filtered = 0;
  for (const auto& [day, kept] : days_)
    if (day >= days.from && day <= days.to) filtered += kept.asked.filtered;
  return filtered;
}

}  // namespace kb::insights
