#include "core/store/ticket_table.h"

#include <unordered_map>
#include <vector>

#include "core/store/secret_table.h"
#include "core/store/ticket_row.h"

namespace kb::store {
namespace {

constexpr std::string_view kCounter = "tickets";

constexpr std::string_view kPut =
    "INSERT INTO tickets (source, id, lang, type, status, subject, question, answer, topic, tags, "
    "created, first_response, solved, waited_agent, waited_customer, waited_other, replies, "
    "channel, team, customer, plan, renews, churned, satisfaction, redacted, links, content, "
    "change) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
    "$18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28) ON CONFLICT (source, id) DO UPDATE SET "
    "lang = excluded.lang, type = excluded.type, status = excluded.status, "
    "subject = excluded.subject, question = excluded.question, answer = excluded.answer, "
    "topic = excluded.topic, tags = excluded.tags, created = excluded.created, "
    "first_response = excluded.first_response, solved = excluded.solved, "
    "waited_agent = excluded.waited_agent, waited_customer = excluded.waited_customer, "
    "waited_other = excluded.waited_other, replies = excluded.replies, "
    "channel = excluded.channel, team = excluded.team, customer = excluded.customer, "
    "plan = excluded.plan, renews = excluded.renews, churned = excluded.churned, "
    "satisfaction = excluded.satisfaction, redacted = excluded.redacted, links = excluded.links, "
    "content = excluded.content, change = excluded.change";

// What each_ticket and count_tickets have in common; `from` holds $4 and $5.
constexpr std::string_view kSelected =
    " FROM tickets WHERE change > $1 AND ($2 = '' OR source = $2) AND ($3 = '' OR lang = $3) AND "
    "created >= $4 AND created < $5";

constexpr Time kEarliest{std::chrono::seconds(-(std::int64_t{1} << 53U))};
constexpr Time kLatest{std::chrono::seconds(std::int64_t{1} << 53U)};

// The last of each (source, id), in their order.
std::vector<const Ticket*> last_of_each(std::span<const Ticket> tickets) {
  std::unordered_map<std::string, std::size_t> last;
  last.reserve(tickets.size());
  const auto key = [](const Ticket& ticket) { return ticket.source + '\0' + ticket.id; };
  for (std::size_t i = 0; i < tickets.size(); ++i) last[key(tickets[i])] = i;
  std::vector<const Ticket*> kept;
  kept.reserve(last.size());
  for (std::size_t i = 0; i < tickets.size(); ++i)
    if (last.at(key(tickets[i])) == i) kept.push_back(&tickets[i]);
  return kept;
}

}  // namespace

Result<PutCount> put_tickets(Sql& sql, std::span<const Ticket> tickets) {
  PutCount count;
  std::int64_t change = 0;  // taken by the first that changes something
  for (const Ticket* ticket : last_of_each(tickets)) {
    const auto values = ticket_values(*ticket);
    const std::string content = fingerprint(values);
    const auto there = sql.one("SELECT content FROM tickets WHERE source = $1 AND id = $2",
                               {ticket->source, ticket->id});
    if (!there) return fail(there.error());
    if (*there && (*there)->text(0) == content) {
      ++count.same;
      continue;
    }
    if (change == 0) {
      const auto next = next_ticket_change(sql);
      if (!next) return fail(next.error());
      change = *next;
    }
    std::vector<Value> row(values.begin(), values.end());
    row.emplace_back(content);
    row.emplace_back(change);
    if (auto put = sql.change(kPut, row); !put) return fail(put.error());
    ++(*there ? count.changed : count.added);
  }
  return count;
}

Result<void> each_ticket(Sql& sql, const TicketSelection& selection, const EachTicket& visit) {
  static const std::string selected =
      "SELECT " + std::string(kTicketColumns) + std::string(kSelected);
  static const std::string everything = selected + " ORDER BY source, id";
  // In the order of the index on `change`: else a database reads all tickets to find a few.
  static const std::string changed = selected + " ORDER BY change, source, id";
  return sql.each(selection.since_change == 0 ? everything : changed,
                  {selection.since_change, selection.source, selection.lang,
                   selection.from.value_or(kEarliest), selection.until.value_or(kLatest)},
                  [&](const Row& row) -> Result<void> {
                    const auto ticket = ticket_of(row);
                    if (!ticket) return fail(ticket.error());
                    return visit(*ticket, row.integer(kTicketColumnCount));
                  });
}

Result<std::optional<Ticket>> find_ticket(Sql& sql, std::string_view source, std::string_view id) {
  static const std::string statement =
      "SELECT " + std::string(kTicketColumns) + " FROM tickets WHERE source = $1 AND id = $2";
  const auto row = sql.one(statement, {source, id});
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto ticket = ticket_of(**row);
  if (!ticket) return fail(ticket.error());
  return std::optional(std::move(*ticket));
}

Result<std::int64_t> count_tickets(Sql& sql, const TicketSelection& selection) {
  static const std::string statement = "SELECT count(*)" + std::string(kSelected);
  const auto row =
      sql.one(statement, {selection.since_change, selection.source, selection.lang,
                          selection.from.value_or(kEarliest), selection.until.value_or(kLatest)});
  if (!row) return fail(row.error());
  return (*row)->integer(0);
}

Result<std::int64_t> latest_change(Sql& sql) {
  const auto row = sql.one("SELECT value FROM counters WHERE name = $1", {kCounter});
  if (!row) return fail(row.error());
  return *row ? (*row)->integer(0) : 0;
}

Result<std::int64_t> next_ticket_change(Sql& sql) {
  const auto row = sql.one(
      "INSERT INTO counters (name, value) VALUES ($1, 1) "
      "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value",
      {kCounter});
  if (!row) return fail(row.error());
  return (*row)->integer(0);
}

Result<std::string> ticket_key(Sql& sql) {
  return secret(sql, "customers");
}

}  // namespace kb::store
