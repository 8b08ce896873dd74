// The mail that tells a customer, in their language, that their message arrived: its number, when
// to expect an answer, what may answer it meanwhile, and how to say that it is solved.
//
//   MailMessage mail = received_mail(request);       // ticket_deliveries.h
//
// Nothing that was typed into the form is in it: whoever types in another's address cannot have us
// send that person their words. Pure, thread-safe.

#pragma once

#include "server/delivery/mail_message.h"
#include "server/delivery/ticket_deliveries.h"

namespace kb {

MailMessage received_mail(const TicketDeliveryRequest& request);

}  // namespace kb
