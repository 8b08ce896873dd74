#include "server/delivery/ticket_deliveries.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/store/deliveries.h"
#include "server/delivery/mail_link.h"
#include "server/delivery/mail_message.h"
#include "server/delivery/received_mail.h"
#include "server/delivery/team_mail.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Delivery;
using store::DeliveryKind;

// What they did before, as the store keeps it; null where they left it out.
json trail_of(const store::ContactTicket& ticket) {
  const auto trail = json::parse(ticket.trail, nullptr, false);
  return trail.is_object() ? trail : json();
}

// The customer's private address is not in it: it lets whoever has it close the ticket.
std::string webhook_payload(const TicketDeliveryRequest& request) {
  const auto& ticket = request.ticket;
  const json payload = {{"type", "ticket.created"},
                        {"timestamp", iso_time(request.now)},
                        {"data",
                         {{"number", ticket.number},
                          {"created", iso_time(ticket.created)},
                          {"lang", ticket.lang},
                          {"category", ticket.category},
                          {"channel", ticket.channel},
                          {"subject", ticket.subject},
                          {"description", ticket.description},
                          {"email", ticket.email},
                          {"page", ticket.page},
                          {"trail", trail_of(ticket)}}}};
  return payload.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string key_of(const TicketDeliveryRequest& request, const char* what) {
  return "ticket/" + std::to_string(request.ticket.number) + "/" + what;
}

Delivery webhook_of(const TicketDeliveryRequest& request) {
  return {.key = key_of(request, "created"),
          .kind = DeliveryKind::webhook,
          .target = request.config.contact.webhook,
          .payload = webhook_payload(request)};
}

Delivery mail_of(const MailMessage& mail) {
  return {.key = mail.id, .kind = DeliveryKind::mail, .target = mail.to, .payload = to_wire(mail)};
}

std::vector<Delivery> deliveries_for(const TicketDeliveryRequest& request) {
  const auto& config = request.config;
  const bool mails = sends_mail(config);
  std::vector<Delivery> deliveries;
  if (!config.contact.webhook.empty()) deliveries.push_back(webhook_of(request));
  if (mails && is_mail_address(config.contact.mail_to))
    deliveries.push_back(mail_of(team_mail(request)));
  if (mails && is_mail_address(request.ticket.email))
    deliveries.push_back(mail_of(received_mail(request)));
  return deliveries;
}

}  // namespace

Result<void> add_ticket_deliveries(store::Sql& sql, const TicketDeliveryRequest& request) {
  for (auto& delivery : deliveries_for(request)) {
    delivery.created = request.now;
    delivery.next = request.now;
    delivery.ticket = request.ticket.number;
    if (auto added = store::add_delivery(sql, delivery); !added) return fail(added.error());
  }
  return {};
}

}  // namespace kb
