#include "server/agent/contact_part.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/text/language.h"
#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

std::string age_in_words(const Frame& frame, std::chrono::seconds age) {
  using namespace std::chrono;
  const auto text = [&](const char* key, std::int64_t count) {
    return frame.text(key, {{"count", count}});
  };
  if (age < hours(1)) return text("agent.contact.minutes", duration_cast<minutes>(age).count());
  if (age < hours(48)) return text("agent.contact.hours", duration_cast<hours>(age).count());
  return text("agent.contact.days", duration_cast<days>(age).count());
}

json ticket_item(const Frame& frame, const OpenTicket& ticket) {
  json item = {{"name", ticket.name},
               {"url", ticket.url},
               {"subject", ticket.subject},
               {"written_in", text::language_name(ticket.lang, frame.lang())},
               {"category", ticket.category},
               {"created_iso", iso_time(ticket.created)},
               {"age", age_in_words(frame, ticket.age)}};
  frame.mark_language(item, ticket.lang);
  return item;
}

json trail_item(const Frame& frame, const TrailLine& line) {
  json item = {
      {"what", frame.text("agent.trail." + line.kind)}, {"text", line.text}, {"url", line.url}};
  frame.mark_language(item, line.lang);
  return item;
}

}  // namespace

json open_ticket_items(const Frame& frame, const std::vector<OpenTicket>& tickets) {
  json items = json::array();
  for (const auto& ticket : tickets) items.push_back(ticket_item(frame, ticket));
  return items;
}

json contact_part(const Frame& frame, const ContactPart& contact) {
  json part = ticket_item(frame, contact.ticket);
  part["state"] = frame.text("agent.contact." + contact.state);
  part["is_open"] = contact.state == "open";
  part["erased"] = contact.erased
                       ? frame.text("agent.contact.erased",
                                    {{"date", text::format_date(*contact.erased, frame.lang())}})
                       : "";
  part["description"] = contact.description;
  part["email"] = contact.email;
  part["from"] = contact.from;
  part["has_trail"] = !contact.trail.empty();
  part["trail"] = json::array();
  for (const auto& line : contact.trail) part["trail"].push_back(trail_item(frame, line));
  return part;
}

}  // namespace kb::page
