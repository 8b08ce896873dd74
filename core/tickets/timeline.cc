#include "core/tickets/timeline.h"

#include <algorithm>

#include "core/base/date.h"

namespace kb::tickets {
namespace {

// Clocks differ, and an export without time zones is read as UTC.
constexpr std::chrono::hours kAhead{24};

Result<void> check(const char* field, const std::optional<Time>& time, Time created, Time now) {
  if (!time) return {};
  if (*time > now + kAhead)
    return fail("`" + std::string(field) + "` is in the future: " + iso_time(*time), {},
                "correct the date, or the clock of this machine");
  if (*time < created)
    return fail("`" + std::string(field) + "` is before `created`: " + iso_time(*time), {},
                "correct one of the two dates");
  return {};
}

std::optional<Time> first_reply(const RawTicket& raw) {
  for (const auto& message : raw.messages)
    if (message.from == Author::agent && message.is_public && message.at) return message.at;
  return std::nullopt;
}

TicketStages stages_of(const RawTicket& raw, const Timeline& times) {
  TicketStages waited;
  std::int64_t agent = 0, customer = 0;
  Time since = times.created;
  bool agents_turn = true;
  const auto pass = [&](Time until) {
    (agents_turn ? agent : customer) += std::max<std::int64_t>(0, (until - since).count());
    since = std::max(since, until);
  };
  bool any = false;
  for (const auto& message : raw.messages) {
    if (!message.is_public || message.from == Author::system) continue;
    if (!message.at) return {};  // an order without times tells nothing
    if (times.solved && *message.at > *times.solved) break;
    pass(*message.at);
    agents_turn = message.from == Author::customer;
    any = true;
  }
  if (!any) return {};
  if (times.solved) pass(*times.solved);
  waited.agent = agent;
  waited.customer = customer;
  return waited;
}

}  // namespace

Result<Timeline> timeline_of(const RawTicket& raw, TicketStatus status, Time now) {
  Timeline times;
  const auto created = raw.created            ? raw.created
                       : raw.messages.empty() ? std::nullopt
                                              : raw.messages.front().at;
  if (!created)
    return fail("the ticket has no `created`", {}, "say when it was created: 2026-03-14T09:30:00Z");
  times.created = *created;
  if (times.created > now + kAhead)
    return fail("`created` is in the future: " + iso_time(times.created), {},
                "correct the date, or the clock of this machine");
  if (status == TicketStatus::solved) times.solved = raw.solved;
  times.first_response = raw.first_response;
  if (auto fine = check("first_response", raw.first_response, times.created, now); !fine)
    return fail(fine.error());
  if (auto fine = check("solved", raw.solved, times.created, now); !fine) return fail(fine.error());
  for (const auto& message : raw.messages)
    if (message.at && *message.at > now + kAhead)
      return fail("a message's date is in the future: " + iso_time(*message.at), {},
                  "correct the date, or the clock of this machine");
  if (!times.first_response)
    if (const auto reply = first_reply(raw); reply && *reply >= times.created)
      times.first_response = reply;
  times.waited = raw.waited;
  if (!raw.waited.agent && !raw.waited.customer) {
    const TicketStages told = stages_of(raw, times);
    times.waited.agent = told.agent;
    times.waited.customer = told.customer;
  }
  return times;
}

}  // namespace kb::tickets
