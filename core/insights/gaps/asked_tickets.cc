#include "core/insights/gaps/asked_tickets.h"

#include <algorithm>
#include <iterator>

#include "core/base/content_hash.h"
#include "core/insights/gaps/asked_sessions.h"
#include "core/insights/gaps/query_noise.h"
#include "core/insights/search_intents.h"
#include "core/store/article_flags.h"
#include "core/store/ticket_table.h"

namespace kb::insights {
namespace {

constexpr int kMostFlags = 10'000;

std::uint64_t same_ticket(std::uint64_t who, std::string_view subject) {
  return short_hash(std::to_string(who) + " " + query_form(subject));
}

std::string contact_key(std::int64_t number) {
  return "contact/" + std::to_string(number);
}

std::string question_of(const std::string& subject, const std::string& text) {
  return query_form(subject.empty() ? text : subject + " " + text);
}

}  // namespace

std::int32_t AskedTickets::day_of(Time time) const {
  return static_cast<std::int32_t>(calendar_.day_of(time));
}

Result<void> AskedTickets::read(store::Sql& sql, AskedTexts& texts, std::int64_t from_day) {
  const Time from = calendar_.begin_of(from_day);
  if (auto done = read_tickets(sql, texts, from); !done) return done;
  if (auto done = read_links(sql, texts); !done) return done;
  if (auto done = read_contacts(sql, texts, from); !done) return done;
  if (auto done = read_needs(sql, texts, from); !done) return done;
  return read_flags(sql, texts);
}

Result<void> AskedTickets::read_tickets(store::Sql& sql, AskedTexts& texts, Time from) {
  return store::each_ticket(sql, {.since_change = change_, .from = from},
                            [&](const Ticket& ticket, std::int64_t change) -> Result<void> {
                              change_ = std::max(change_, change);
                              take(texts, ticket);
                              return {};
                            });
}

void AskedTickets::take(AskedTexts& texts, const Ticket& ticket) {
  const std::string key = to_key(ticket);
  const std::string form = question_of(ticket.subject, ticket.question);
  tickets_.erase(key);
  if (ticket.type != TicketType::question || ticket.lang.empty() || is_noise(form)) return;
  const std::string& customer = ticket.customer.hash;
  Heading heading{.lang = ticket.lang,
                  .asking = {.question = texts.question(ticket.lang, form),
                             .day = day_of(ticket.created),
                             .who = customer_number(customer.empty() ? key : customer),
                             .ticket = texts.ticket(key)}};
  if (!customer.empty()) heading.same_as = same_ticket(heading.asking.who, ticket.subject);
  if (!ticket.links.empty()) {
    const TicketLink& link = ticket.links.front();
    heading.asking.article = texts.article(link.lang + "/" + link.article);
  }
  tickets_.emplace(key, std::move(heading));
}

Result<void> AskedTickets::read_links(store::Sql& sql, AskedTexts& texts) {
  linked_.clear();
  return sql.each(
      "SELECT source, ticket, lang, article FROM ticket_links ORDER BY at, source, ticket, article",
      {}, [&](const store::Row& row) -> Result<void> {
        if (const Heading* heading = find(row.text(0) + "/" + row.text(1)))
          linked_.emplace(heading->asking.ticket, texts.article(row.text(2) + "/" + row.text(3)));
        return {};
      });
}

Result<void> AskedTickets::read_contacts(store::Sql& sql, AskedTexts& texts, Time from) {
  if (!redact_) return {};
  std::unordered_set<std::int64_t> there;
  std::int64_t first_new = 0;
  auto done = sql.each(
      "SELECT number FROM contact_tickets WHERE erased IS NULL AND created >= $1 ORDER BY number",
      {from}, [&](const store::Row& row) -> Result<void> {
        there.insert(row.integer(0));
        if (first_new == 0 && !contacts_.contains(row.integer(0))) first_new = row.integer(0);
        return {};
      });
  if (!done) return done;
  std::erase_if(contacts_, [&](const auto& contact) { return !there.contains(contact.first); });
  if (first_new == 0) return {};
  return sql.each(
      "SELECT number, lang, subject, description, customer, visitor, created FROM contact_tickets "
      "WHERE erased IS NULL AND created >= $1 AND number >= $2 ORDER BY number",
      {from, first_new}, [&](const store::Row& row) -> Result<void> {
        if (!contacts_.contains(row.integer(0))) take_contact(texts, row);
        return {};
      });
}

// What says nothing has a heading, too, so that it is read once; it is of no language.
void AskedTickets::take_contact(AskedTexts& texts, const store::Row& row) {
  const std::string& lang = row.text(1);
  const std::string& customer = row.text(4);
  const std::string key = contact_key(row.integer(0));
  const std::string form = question_of(redact_(row.text(2), lang), redact_(row.text(3), lang));
  Heading heading{.lang = is_noise(form) ? std::string() : lang, .asking = {}};
  if (!heading.lang.empty()) {
    Asking& asking = heading.asking;
    asking.question = texts.question(lang, form);
    asking.day = day_of(row.time(6));
    asking.ticket = texts.ticket(key);
    if (!customer.empty())
      asking.who = customer_number(customer);
    else
      asking.who =
          row.integer(5) != 0 ? visitor_number(row.integer(5), asking.day) : customer_number(key);
    if (!customer.empty()) heading.same_as = same_ticket(asking.who, row.text(2));
  }
  contacts_.emplace(row.integer(0), std::move(heading));
}

Result<void> AskedTickets::read_needs(store::Sql& sql, AskedTexts& texts, Time from) {
  needs_.clear();
  return sql.each("SELECT lang, question, ticket, at FROM article_needs WHERE at >= $1 ORDER BY id",
                  {from}, [&](const store::Row& row) -> Result<void> {
                    const std::string& key = row.text(2);
                    const Heading* heading = find(key);
                    const std::string lang =
                        row.text(0).empty() && heading ? heading->lang : row.text(0);
                    const std::string form = query_form(row.text(1));
                    if (lang.empty() || is_noise(form)) return {};
                    needs_.push_back({.question = texts.question(lang, form),
                                      .day = day_of(row.time(3)),
                                      .who = heading ? heading->asking.who
                                                     : customer_number(key.empty() ? form : key),
                                      .failures = bit(Failure::needed),
                                      .ticket = key.empty() ? kNothing : texts.ticket(key)});
                    return {};
                  });
}

Result<void> AskedTickets::read_flags(store::Sql& sql, AskedTexts& texts) {
  notes_.clear();
  flagged_.clear();
  const auto flags = store::open_flags(sql, kMostFlags);
  if (!flags) return fail(flags.error());
  for (const store::ArticleFlag& flag : *flags) {
    const auto article = texts.article(flag.lang + "/" + flag.article);
    AskedNote note{.article = article,
                   .day = day_of(flag.at),
                   .reason = std::string(store::flag_kind_name(flag.kind)),
                   .text = flag.note};
    if (const Heading* heading = find(flag.ticket)) {
      note.question = heading->asking.question;
      flagged_.emplace(heading->asking.ticket, article);
    }
    notes_.push_back(std::move(note));
  }
  return {};
}

const AskedTickets::Heading* AskedTickets::find(const std::string& key) const {
  const auto found = tickets_.find(key);
  return found == tickets_.end() ? nullptr : &found->second;
}

void AskedTickets::append(std::vector<Asking>& askings, std::vector<AskedNote>& notes,
                          const store::DayRange& days,
                          const std::unordered_set<std::uint32_t>& rejected) const {
  const auto is_within = [&](std::int32_t day) { return day >= days.from && day <= days.to; };
  const auto add = [&](const Heading& heading) {
    if (heading.lang.empty() || !is_within(heading.asking.day)) return;
    Asking asking = heading.asking;
    if (const auto link = linked_.find(asking.ticket); link != linked_.end())
      asking.article = link->second;
    if (asking.article == kNothing) asking.failures |= bit(Failure::ticket);
    if (const auto flag = flagged_.find(asking.ticket); flag != flagged_.end()) {
      asking.failures |= bit(Failure::flagged);
      asking.article = flag->second;
    }
    if (rejected.contains(asking.ticket)) asking.failures |= bit(Failure::rejected);
    askings.push_back(asking);
  };
  std::unordered_set<std::uint64_t> known;
  for (const auto& [key, heading] : tickets_) {
    add(heading);
    if (heading.same_as != 0) known.insert(heading.same_as);
  }
  for (const auto& [number, heading] : contacts_)
    if (!known.contains(heading.same_as)) add(heading);
  std::ranges::copy_if(needs_, std::back_inserter(askings),
                       [&](const Asking& asking) { return is_within(asking.day); });
  std::ranges::copy_if(notes_, std::back_inserter(notes),
                       [&](const AskedNote& note) { return is_within(note.day); });
}

}  // namespace kb::insights
