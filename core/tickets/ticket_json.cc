#include "core/tickets/ticket_json.h"

#include <nlohmann/json.hpp>

#include "core/base/content_hash.h"
#include "core/store/ticket_names.h"

namespace kb::tickets {
namespace {

using nlohmann::json;

json number_or_null(const std::optional<Time>& time) {
  return time ? json(time->time_since_epoch().count()) : json(nullptr);
}
template <class Number>
json number_or_null(const std::optional<Number>& number) {
  return number ? json(*number) : json(nullptr);
}

std::optional<Time> time_or_nothing(const json& value) {
  if (value.is_null()) return std::nullopt;
  return Time{std::chrono::seconds{value.get<std::int64_t>()}};
}
template <class Number>
std::optional<Number> number_or_nothing(const json& value) {
  if (value.is_null()) return std::nullopt;
  return value.get<Number>();
}

json links_of(const Ticket& ticket) {
  json links = json::array();
  for (const auto& link : ticket.links) links.push_back({link.lang, link.article, link.anchor});
  return links;
}

// Throws what nlohmann throws where the object is another.
Ticket read(const json& object) {
  Ticket ticket;
  ticket.source = object.at("source").get<std::string>();
  ticket.id = object.at("id").get<std::string>();
  ticket.lang = object.at("lang").get<std::string>();
  ticket.subject = object.at("subject").get<std::string>();
  ticket.question = object.at("question").get<std::string>();
  ticket.answer = object.at("answer").get<std::string>();
  ticket.topic = object.at("topic").get<std::string>();
  ticket.tags = object.at("tags").get<std::vector<std::string>>();
  ticket.created = Time{std::chrono::seconds{object.at("created").get<std::int64_t>()}};
  ticket.first_response = time_or_nothing(object.at("first_response"));
  ticket.solved = time_or_nothing(object.at("solved"));
  const json& waited = object.at("waited");
  ticket.waited = {number_or_nothing<std::int64_t>(waited.at(0)),
                   number_or_nothing<std::int64_t>(waited.at(1)),
                   number_or_nothing<std::int64_t>(waited.at(2))};
  ticket.replies = object.at("replies").get<int>();
  ticket.channel = object.at("channel").get<std::string>();
  ticket.team = object.at("team").get<std::string>();
  const json& customer = object.at("customer");
  ticket.customer = {customer.at("hash").get<std::string>(), customer.at("plan").get<std::string>(),
                     time_or_nothing(customer.at("renews")),
                     time_or_nothing(customer.at("churned"))};
  ticket.satisfaction = number_or_nothing<int>(object.at("satisfaction"));
  for (const auto& link : object.at("links"))
    ticket.links.push_back({link.at(0).get<std::string>(), link.at(1).get<std::string>(),
                            link.at(2).get<std::string>()});
  ticket.redacted = object.at("redacted").get<std::map<std::string, std::int64_t>>();
  return ticket;
}

}  // namespace

json to_json(const Ticket& ticket) {
  return {{"source", ticket.source},
          {"id", ticket.id},
          {"lang", ticket.lang},
          {"type", store::ticket_type_name(ticket.type)},
          {"status", store::ticket_status_name(ticket.status)},
          {"subject", ticket.subject},
          {"question", ticket.question},
          {"answer", ticket.answer},
          {"topic", ticket.topic},
          {"tags", ticket.tags},
          {"created", ticket.created.time_since_epoch().count()},
          {"first_response", number_or_null(ticket.first_response)},
          {"solved", number_or_null(ticket.solved)},
          {"waited",
           json::array({number_or_null(ticket.waited.agent), number_or_null(ticket.waited.customer),
                        number_or_null(ticket.waited.other_team)})},
          {"replies", ticket.replies},
          {"channel", ticket.channel},
          {"team", ticket.team},
          {"customer",
           {{"hash", ticket.customer.hash},
            {"plan", ticket.customer.plan},
            {"renews", number_or_null(ticket.customer.renews)},
            {"churned", number_or_null(ticket.customer.churned)}}},
          {"satisfaction", number_or_null(ticket.satisfaction)},
          {"links", links_of(ticket)},
          {"redacted", ticket.redacted}};
}

Result<Ticket> ticket_of_json(const json& object) {
  try {
    Ticket ticket = read(object);
    const auto type = store::parse_ticket_type(object.at("type").get<std::string>());
    if (!type) return fail(type.error());
    const auto status = store::parse_ticket_status(object.at("status").get<std::string>());
    if (!status) return fail(status.error());
    ticket.type = *type;
    ticket.status = *status;
    return ticket;
  } catch (const json::exception& problem) {
    return fail(std::string("no ticket: ") + problem.what());
  }
}

std::uint64_t content_of(const Ticket& ticket) {
  return short_hash(to_json(ticket).dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace kb::tickets
