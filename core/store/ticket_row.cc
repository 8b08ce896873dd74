#include "core/store/ticket_row.h"

#include <nlohmann/json.hpp>

#include "core/base/content_hash.h"
#include "core/store/ticket_names.h"

namespace kb::store {
namespace {

using nlohmann::json;

std::string text_of(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string links_text(const std::vector<TicketLink>& links) {
  json list = json::array();
  for (const auto& link : links) list.push_back({link.lang, link.article, link.anchor});
  return text_of(list);
}

std::vector<TicketLink> links_of(const std::string& text) {
  std::vector<TicketLink> links;
  for (const json& link : json::parse(text))
    links.push_back({link.at(0).get<std::string>(), link.at(1).get<std::string>(),
                     link.at(2).get<std::string>()});
  return links;
}

// Most tickets have none, and reading JSON takes longer than reading the rest of the row.
bool is_empty(const std::string& text) {
  return text.size() <= 2;
}

}  // namespace

std::array<Value, kTicketColumnCount> ticket_values(const Ticket& ticket) {
  return {ticket.source,
          ticket.id,
          ticket.lang,
          ticket_type_name(ticket.type),
          ticket_status_name(ticket.status),
          ticket.subject,
          ticket.question,
          ticket.answer,
          ticket.topic,
          ticket.tags.empty() ? "[]" : text_of(ticket.tags),
          ticket.created,
          ticket.first_response,
          ticket.solved,
          ticket.waited.agent,
          ticket.waited.customer,
          ticket.waited.other_team,
          ticket.replies,
          ticket.channel,
          ticket.team,
          ticket.customer.hash,
          ticket.customer.plan,
          ticket.customer.renews,
          ticket.customer.churned,
          ticket.satisfaction,
          ticket.redacted.empty() ? "{}" : text_of(ticket.redacted),
          ticket.links.empty() ? "[]" : links_text(ticket.links)};
}

std::string fingerprint(std::span<const Value> ticket_values) {
  std::string all;
  for (const Value& value : ticket_values) {
    if (const auto* text = std::get_if<std::string>(&value.held()))
      all.append(std::to_string(text->size())).append(":").append(*text);
    else if (const auto* number = std::get_if<std::int64_t>(&value.held()))
      all.append(std::to_string(*number)).append(";");
    else
      all.append("-");
  }
  return content_hash(all);
}

Result<Ticket> ticket_of(const Row& row) {
  Ticket ticket;
  ticket.source = row.text(0);
  ticket.id = row.text(1);
  ticket.lang = row.text(2);
  const auto type = parse_ticket_type(row.text(3));
  if (!type) return fail(type.error().what, "ticket " + to_key(ticket), type.error().hint);
  const auto status = parse_ticket_status(row.text(4));
  if (!status) return fail(status.error().what, "ticket " + to_key(ticket), status.error().hint);
  ticket.type = *type;
  ticket.status = *status;
  ticket.subject = row.text(5);
  ticket.question = row.text(6);
  ticket.answer = row.text(7);
  ticket.topic = row.text(8);
  ticket.created = row.time(10);
  ticket.first_response = row.maybe_time(11);
  ticket.solved = row.maybe_time(12);
  ticket.waited = {row.maybe_integer(13), row.maybe_integer(14), row.maybe_integer(15)};
  ticket.replies = static_cast<int>(row.integer(16));
  ticket.channel = row.text(17);
  ticket.team = row.text(18);
  ticket.customer = {row.text(19), row.text(20), row.maybe_time(21), row.maybe_time(22)};
  if (const auto stars = row.maybe_integer(23)) ticket.satisfaction = static_cast<int>(*stars);
  try {
    if (!is_empty(row.text(9))) ticket.tags = json::parse(row.text(9));
    if (!is_empty(row.text(24))) ticket.redacted = json::parse(row.text(24));
    if (!is_empty(row.text(25))) ticket.links = links_of(row.text(25));
  } catch (const json::exception& error) {
    return fail(std::string("a list in the store is not readable: ") + error.what(),
                "ticket " + to_key(ticket), "import the ticket again");
  }
  return ticket;
}

}  // namespace kb::store
