#include "core/tickets/json_lines.h"

#include <nlohmann/json.hpp>

#include "core/tickets/json_fields.h"

namespace kb::tickets {
namespace {

using nlohmann::json;

Result<RawMessage> read_message(const json& object) {
  if (!object.is_object()) return fail("a message is no object", {}, "{\"from\": …, \"text\": …}");
  JsonFields fields(object);
  RawMessage message;
  const std::string from = fields.text("from");
  if (from == "customer")
    message.from = Author::customer;
  else if (from == "agent")
    message.from = Author::agent;
  else if (from == "system")
    message.from = Author::system;
  else
    return fail("a message is from '" + from + "'", {}, "write customer, agent or system");
  message.at = fields.time("at");
  message.is_public = fields.truth("public", true);
  message.name = fields.text("name");
  message.text = fields.text("html");
  message.is_html = !message.text.empty();
  if (!message.is_html) message.text = fields.text("text");
  if (fields.problem()) return fail(*fields.problem());
  return message;
}

RawCustomer read_customer(const json& object, JsonFields& ticket) {
  JsonFields fields(object);
  RawCustomer customer;
  customer.key = fields.first_text({"email", "id"});
  customer.name = fields.text("name");
  customer.plan = fields.text("plan");
  customer.renews = fields.time("renews");
  customer.churned = fields.time("churned");
  ticket.adopt(fields);
  return customer;
}

TicketStages read_stages(const json& object, JsonFields& ticket) {
  JsonFields fields(object);
  const TicketStages stages{fields.number("agent"), fields.number("customer"),
                            fields.number("other_team")};
  ticket.adopt(fields);
  return stages;
}

std::optional<int> small(std::optional<std::int64_t> number) {
  if (!number || *number < 0 || *number > 1'000'000) return std::nullopt;
  return static_cast<int>(*number);
}

}  // namespace

Result<RawTicket> read_json_line(const json& object) {
  JsonFields fields(object);
  RawTicket raw;
  raw.source = fields.text("source");
  raw.id = fields.text("id");
  raw.subject = fields.text("subject");
  raw.question = fields.text("question");
  raw.answer = fields.text("answer");
  raw.status = fields.text("status");
  raw.type = fields.text("type");
  raw.lang = fields.text("lang");
  raw.topic = fields.text("topic");
  raw.tags = fields.texts("tags");
  raw.created = fields.time("created");
  raw.first_response = fields.time("first_response");
  raw.solved = fields.time("solved");
  raw.waited = read_stages(fields.object("waiting"), fields);
  raw.replies = small(fields.number("replies"));
  raw.channel = fields.text("channel");
  raw.team = fields.text("team");
  raw.customer = read_customer(fields.object("customer"), fields);
  raw.satisfaction = small(fields.number("satisfaction"));
  for (const auto& each : fields.list("messages")) {
    auto message = read_message(each);
    if (!message) return fail(message.error());
    raw.messages.push_back(std::move(*message));
  }
  if (fields.problem()) return fail(*fields.problem());
  return raw;
}

}  // namespace kb::tickets
