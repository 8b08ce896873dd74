#include "server/agent/contact_view.h"

#include <algorithm>

#include "server/agent/agent_urls.h"
#include "server/events/trail.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

constexpr int kNewest = 200;            // among which the open ones are looked for
constexpr std::size_t kMostShown = 20;  // more than an agent takes in at once

// What cannot be read is as if the customer had left it out.
Trail trail_of(const store::ContactTicket& contact) {
  if (contact.trail.empty()) return {};
  return parse_trail(contact.trail).value_or(Trail{});
}

std::string_view kind_name(TrailStep::Kind kind) {
  switch (kind) {
    case TrailStep::Kind::searched:
      return "searched";
    case TrailStep::Kind::read:
      return "read";
    case TrailStep::Kind::helped:
      return "helped";
    case TrailStep::Kind::not_helped:
      return "not_helped";
    case TrailStep::Kind::suggested:
      break;
  }
  return "suggested";
}

page::OpenTicket open_ticket_view(const StaffRequest& staff, const index::Generation* generation,
                                  const store::ContactTicket& contact) {
  const auto name =
      to_key(TicketReference{std::string(kContactSource), std::to_string(contact.number)});
  page::OpenTicket ticket{
      .name = name,
      .url = staff.url(std::string(kConsolePath) + "?ticket=" + percent_encode_path(name)),
      .subject = contact.subject,
      .lang = contact.lang,
      .category = contact.category,
      .created = contact.created,
      .age = std::max(std::chrono::seconds{0}, staff.center.clock.now() - contact.created)};
  if (generation != nullptr && find_category(*generation, contact.category))
    ticket.category = category_name(staff.center.config, *generation, contact.category, staff.lang);
  return ticket;
}

page::TrailLine trail_line(const StaffRequest& staff, const index::Generation* generation,
                           const TrailStep& step) {
  page::TrailLine line{
      .kind = std::string(kind_name(step.kind)), .text = step.what, .lang = step.lang};
  if (step.kind == TrailStep::Kind::searched || generation == nullptr) return line;
  const auto article = generation->find(step.lang, step.what, Audience::agents);
  if (!article) return line;
  line.text = article->row->title;
  line.url = staff.url(agent_preview_path(step.lang, step.what, ""));
  return line;
}

}  // namespace

Result<std::vector<page::OpenTicket>> open_tickets(const StaffRequest& staff,
                                                   const index::Generation* generation) {
  const auto newest =
      staff.store.read([](store::Sql& sql) { return store::newest_contact_tickets(sql, kNewest); });
  if (!newest) return fail(newest.error());
  std::vector<page::OpenTicket> open;
  for (const auto& contact : *newest)
    if (contact.state == store::ContactState::open && open.size() < kMostShown)
      open.push_back(open_ticket_view(staff, generation, contact));
  return open;
}

page::ContactPart contact_part_of(const StaffRequest& staff, const index::Generation* generation,
                                  const store::ContactTicket& contact) {
  const auto trail = trail_of(contact);
  page::ContactPart part{.ticket = open_ticket_view(staff, generation, contact),
                         .state = std::string(store::contact_state_name(contact.state)),
                         .erased = contact.erased,
                         .description = contact.description,
                         .email = contact.email,
                         .from = trail.from.empty() ? contact.page : trail.from};
  for (const auto& step : trail.steps) part.trail.push_back(trail_line(staff, generation, step));
  return part;
}

std::map<std::string, Seen> articles_seen(const store::ContactTicket& contact) {
  std::map<std::string, Seen> seen;
  for (const auto& step : trail_of(contact).steps) {
    if (step.kind == TrailStep::Kind::read) seen[step.what] = std::max(seen[step.what], Seen::read);
    if (step.kind == TrailStep::Kind::not_helped) seen[step.what] = Seen::not_helped;
  }
  return seen;
}

}  // namespace kb
