#include "server/contact/submit.h"

#include "core/base/secrets.h"
#include "core/store/contact_tickets.h"
#include "core/store/ticket_table.h"
#include "server/contact/channels.h"
#include "server/contact/program_event.h"
#include "server/contact/suggestions.h"
#include "server/delivery/delivery_worker.h"
#include "server/delivery/mail_link.h"
#include "server/delivery/ticket_deliveries.h"
#include "server/events/events.h"

namespace kb {
namespace {

// Nobody guesses it, and whoever sends a message twice gets to the same page.
std::string page_token(std::string_view key, const std::string& send_key) {
  return keyed_hash(key, "contact page " + send_key);
}

store::ContactTicket ticket_of(const PageContext& context, const Submission& submission) {
  const auto& message = submission.message;
  const auto& events = *context.center().events;
  return {.send_key = submission.send_key,
          .form = submission.opening.id,
          .lang = message.lang,
          .category = message.category,
          .channel = submission.channel,
          .subject = message.subject,
          .description = message.description,
          .email = message.email,
          .customer = events.customer_of(message.email),
          .page = submission.trail.from.empty() ? message.page : submission.trail.from,
          .trail = submission.trail.empty() ? std::string() : trail_json(submission.trail),
          .visitor = submission.channel == kProgram ? 0 : events.visitor_of(context.request()),
          .created = context.center().clock.now()};
}

// For the mail that says it arrived. That none is found is no reason not to send.
std::vector<page::Link> suggested_articles(const PageContext& context,
                                           const Submission& submission) {
  std::vector<page::Link> links;
  auto lease = context.center().searchers.lease();
  if (!lease) return links;
  const auto found = find_suggestions(context.center(), *lease,
                                      {.subject = submission.message.subject,
                                       .text = submission.message.description,
                                       .lang = submission.message.lang,
                                       .known = submission.trail.rejected()});
  if (!found) return links;
  for (const auto& [hit, passage] : found->list)
    links.push_back(
        {hit.title, mail_link(context.center().config,
                              context.urls().article(hit.lang, hit.id, hit.kind,
                                                     hit.section ? hit.section->anchor : ""))});
  return links;
}

void tell(const PageContext& context, const store::ContactTicket& ticket) {
  const auto& center = context.center();
  store::Event event{.action = store::Action::ticket_submitted,
                     .customer = ticket.customer,
                     .form = ticket.form,
                     .lang = ticket.lang,
                     .category = ticket.category,
                     .value = ticket.number,
                     .outcome = ticket.channel};
  if (ticket.channel == kProgram)
    note_of_program(*center.events, center.clock, std::move(event));
  else
    center.events->note(context.request(), std::move(event));
  if (center.deliveries) center.deliveries->wake();
}

}  // namespace

Result<Sent> submit(const PageContext& context, const Submission& submission) {
  const auto& center = context.center();
  auto* store = center.store();
  if (!store) return fail("the store is away", center.config.store.url, "it is tried again");
  auto ticket = ticket_of(context, submission);
  const auto articles = suggested_articles(context, submission);
  auto sent = store->write([&](store::Sql& sql) -> Result<Sent> {
    const auto key = store::ticket_key(sql);
    if (!key) return fail(key.error());
    Sent made{.token = page_token(*key, ticket.send_key)};
    ticket.token_hash = hash_of_secret(made.token);
    const auto put = store::put_contact_ticket(sql, ticket);
    if (!put) return fail(put.error());
    made.number = ticket.number = put->number;
    made.is_new = put->is_new;
    if (!put->is_new) return made;
    const auto url =
        mail_link(center.config, context.urls().contact_ticket(ticket.lang, made.token));
    const auto added = add_ticket_deliveries(
        sql, {.config = center.config,
              .texts = center.renderer.texts(),
              .ticket = ticket,
              .links = {.state = url, .solved = url + "?solved=1", .articles = articles},
              .now = ticket.created,
              .answer_minutes = answer_minutes(center.config, ticket.category)});
    if (!added) return fail(added.error());
    return made;
  });
  if (sent && sent->is_new) tell(context, ticket);
  return sent;
}

}  // namespace kb
