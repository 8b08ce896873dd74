// The mail that brings a customer's message to the team, in the site's language: what they wrote,
// and what they had tried before. To answer it is to answer them.
//
//   MailMessage mail = team_mail(request);       // ticket_deliveries.h
//
// Pure, thread-safe.

#pragma once

#include "server/delivery/mail_message.h"
#include "server/delivery/ticket_deliveries.h"

namespace kb {

MailMessage team_mail(const TicketDeliveryRequest& request);

}  // namespace kb
