// All that was asked on the days that gaps are found in, kept up to date at the price of what is
// new.
//
//   AskedLog log(calendar, redact);
//   log.read(sql, {today - 55, today});       // all of it the first time, then days that changed
//   log.asked().askings
//
// A day is read again when events of it came, or a ticket of a form that was opened on it. Days
// that are over, or that the store has dropped, are let go; when most texts are of such days all is
// read anew (generation() grows: numbers of questions are others then). For one thread. Errors are
// the store's: what was read before stays.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/asked_sessions.h"
#include "core/insights/gaps/asked_texts.h"
#include "core/insights/gaps/asked_tickets.h"
#include "core/store/event_table.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"
#include "core/text/calendar.h"

namespace kb::insights {

class AskedLog {
 public:
  // `is_ending`: nobody waits for the outcome any more; read() is then an Error, soon.
  AskedLog(const text::Calendar& calendar, RedactText redact, std::function<bool()> is_ending = {});

  Result<void> read(store::Sql& sql, const store::DayRange& days);

  const Asked& asked() const { return asked_; }
  const AskedTexts& texts() const { return *texts_; }
  int generation() const { return generation_; }

  std::int64_t filtered(const store::DayRange& days) const;
  std::optional<std::int64_t> first_day() const { return first_day_; }  // with events, of all
  // Whether it was asked on a day before these, as far back as the daily sums go.
  bool is_old(std::uint32_t question) const;

 private:
  struct KeptDay {
    std::int64_t last = 0;
    AskedDay asked;
  };

  Result<std::vector<store::EventDay>> changed_days(store::Sql& sql, const store::DayRange& days);
  Result<KeptDay> read_day(store::Sql& sql, const store::EventDay& day);
  Result<void> read_history(store::Sql& sql, std::int64_t before_day);
  void start_anew();
  void put_together(const store::DayRange& days);

  const text::Calendar& calendar_;
  const RedactText redact_;
  const std::function<bool()> is_ending_;
  std::unique_ptr<AskedTexts> texts_;
  std::unique_ptr<AskedTickets> tickets_;
  std::map<std::int64_t, KeptDay> days_;
  std::optional<std::int64_t> first_day_;
  std::optional<std::int64_t> history_before_;
  std::unordered_set<std::uint64_t> history_;  // what was asked before, by hash
  Asked asked_;
  int generation_ = 0;
};

}  // namespace kb::insights
