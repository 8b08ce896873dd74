// What goes out when a customer sent a ticket: the webhook and the mail that bring it to the team,
// and the mail that tells the customer it arrived.
//
//   // In the transaction that put the ticket, where put_contact_ticket said that it is new:
//   add_ticket_deliveries(sql, {config, center.renderer.texts(), ticket, {.state = …}, now});
//   // After it: center.deliveries->wake(), where there is one.
//
// Only rows are written, so it is quick and goes as the transaction goes. What is not configured
// (contact.webhook, contact.mail_to, mail.smtp with mail.from) is left out; a ticket without an
// address gets no mail. A function on a transaction: Sql decides the thread.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/store/contact_tickets.h"
#include "core/store/sql.h"
#include "server/page/layout.h"
#include "server/page/texts.h"

namespace kb {

// Whole addresses (mail_link.h): mails are read elsewhere.
struct TicketLinks {
  std::string state = {};                 // the ticket's private page
  std::string solved = {};                // that page, with the button that closes the ticket
  std::vector<page::Link> articles = {};  // what may answer it, best first; may be empty
};

struct TicketDeliveryRequest {
  const Config& config;
  const page::Texts& texts;
  const store::ContactTicket& ticket;  // its number is given already
  TicketLinks links;
  Time now;
  int answer_minutes = 0;  // until a first answer, as expected; 0: not told
};

Result<void> add_ticket_deliveries(store::Sql& sql, const TicketDeliveryRequest& request);

}  // namespace kb
