#include "server/contact/contact_ticket_answer.h"

#include "core/base/secrets.h"
#include "core/store/contact_tickets.h"
#include "server/contact/channels.h"
#include "server/contact/contact_answer.h"
#include "server/contact/contact_trail.h"
#include "server/contact/suggestions.h"
#include "server/events/events.h"
#include "server/page/contact_ticket_page.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

using store::ContactState;
using store::ContactTicket;

http::Response kept_private(http::Response response) {
  response.etag.reset();
  response.cache_control = "no-store";
  response.headers.push_back({"X-Robots-Tag", "noindex"});
  return response;
}

http::Response away(const PageContext& context, const Error& error) {
  auto response = answer_fault(context, error);
  response.status = 503;
  return response;
}

Trail trail_of(const ContactTicket& ticket) {
  if (ticket.trail.empty()) return {};
  return parse_trail(ticket.trail).value_or(Trail{});
}

// Nice to have: the page is there without them.
std::vector<page::ArticleLink> articles_for(const PageContext& context,
                                            const ContactTicket& ticket) {
  std::vector<page::ArticleLink> links;
  auto lease = context.center().searchers.lease();
  if (!lease || ticket.description.empty()) return links;
  const auto found = find_suggestions(context.center(), *lease,
                                      {.subject = ticket.subject,
                                       .text = ticket.description,
                                       .lang = ticket.lang,
                                       .known = trail_of(ticket).rejected()});
  if (!found) return links;
  for (const auto& [hit, passage] : found->list) {
    auto& link = links.emplace_back();
    link.title = hit.title;
    link.url =
        context.urls().article(hit.lang, hit.id, hit.kind, hit.section ? hit.section->anchor : "");
    if (hit.lang != context.lang()) link.lang = hit.lang;
  }
  return links;
}

http::Response show(const PageContext& context, const ContactTicket& ticket) {
  const auto& request = context.request();
  const auto is_set = [&](std::string_view name) { return request.param(name) == "1"; };
  const page::ContactTicketPage view{
      .site = context.site(),
      .number = ticket.number,
      .state = std::string(store::contact_state_name(ticket.state)),
      .just_sent = is_set("sent"),
      .just_closed = is_set("closed"),
      .asks_solved = is_set("solved"),
      .created = ticket.created,
      .answer_minutes = answer_minutes(context.center().config, ticket.category),
      .subject = ticket.subject,
      .description = ticket.description,
      .email = ticket.email,
      .trail = trail_lines(trail_of(ticket), context.generation()),
      .articles = ticket.state == ContactState::open ? articles_for(context, ticket)
                                                     : std::vector<page::ArticleLink>{},
      .action = context.urls().contact_ticket(context.lang(), context.route().rest),
      .contact_url = context.urls().contact(context.lang()),
      .survey_url = context.urls().survey(context.lang()) + "?about=contact"};
  return kept_private(context.html(200, page::render(context.center().renderer, view)));
}

http::Response close(const PageContext& context, store::Store& store, const ContactTicket& ticket) {
  const auto closed = store.write([&](store::Sql& sql) {
    return store::close_contact_ticket(sql, ticket.number, ContactState::solved_by_customer,
                                       context.center().clock.now());
  });
  if (!closed) return away(context, closed.error());
  if (*closed && context.center().events)
    context.center().events->note(context.request(), {.action = store::Action::ticket_resolved,
                                                      .customer = ticket.customer,
                                                      .form = ticket.form,
                                                      .lang = ticket.lang,
                                                      .category = ticket.category,
                                                      .value = ticket.number,
                                                      .outcome = "customer"});
  return http::redirect(
      303, context.urls().contact_ticket(context.lang(), context.route().rest) + "?closed=1");
}

}  // namespace

http::Response answer_contact_ticket(const PageContext& context) {
  auto* store = context.center().store();
  if (context.center().preview) return answer_not_found(context);
  if (!store)
    return away(context, {"the store is away", context.center().config.store.url, "try again"});
  const auto ticket = store->read([&](store::Sql& sql) {
    return store::find_contact_ticket_by_token(sql, hash_of_secret(context.route().rest));
  });
  if (!ticket) return away(context, ticket.error());
  if (!*ticket) return kept_private(answer_not_found(context));
  if (context.request().method == "POST") return close(context, *store, **ticket);
  return show(context, **ticket);
}

}  // namespace kb
