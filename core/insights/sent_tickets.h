// The tickets that customers sent in a few days: whether a form was sent in the end, and whether
// somebody who said "this solved it" wrote after all.
//
//   const auto sent = read_sent_tickets(sql, {day, day + kWroteAfterDays});
//   sent->has_form("f1")                               // sent, however late in these days
//   sent->wrote_after(customer, solved_at)             // within kWroteAfter
//
// A value type; thread-safe once filled.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"

namespace kb::insights {

inline constexpr std::int64_t kWroteAfterDays = 7;
inline constexpr std::chrono::hours kWroteAfter{24 * kWroteAfterDays};

struct SentTicket {
  Time at;
  std::string customer;  // empty: unknown
  std::string form;      // empty: unknown
};

class SentTickets {
 public:
  void add(const SentTicket& ticket);

  bool has_form(const std::string& form) const { return forms_.contains(form); }
  std::optional<Time> sent(const std::string& form) const;  // the first time
  bool wrote_after(const std::string& customer, Time solved) const;

 private:
  std::unordered_map<std::string, Time> forms_;
  std::unordered_map<std::string, std::vector<Time>> customers_;
};

Result<SentTickets> read_sent_tickets(store::Sql& sql, const store::DayRange& days);

}  // namespace kb::insights
