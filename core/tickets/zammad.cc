#include "core/tickets/zammad.h"

#include <nlohmann/json.hpp>

#include "core/tickets/json_fields.h"

namespace kb::tickets {
namespace {

using nlohmann::json;

// "2nd level", or {"id": 3, "name": "2nd level"}.
std::string name_of(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (!object.is_object() || found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return JsonFields(*found).first_text({"name", "email", "login", "id"});
}

RawMessage read_article(const json& object, JsonFields& ticket) {
  JsonFields fields(object);
  RawMessage message;
  const std::string sender = name_of(object, "sender");
  message.from = sender == "Customer" ? Author::customer
                 : sender == "Agent"  ? Author::agent
                                      : Author::system;
  message.is_public = !fields.truth("internal", false);
  message.at = fields.time("created_at");
  message.text = fields.text("body");
  message.is_html = fields.text("content_type").starts_with("text/html");
  // "Ana Pop <ana@example.com>"
  message.name = fields.text("from");
  if (const auto address = message.name.find('<'); address != std::string::npos)
    message.name.erase(address);
  ticket.adopt(fields);
  return message;
}

}  // namespace

Result<RawTicket> read_zammad(const json& object) {
  JsonFields ticket(object);
  RawTicket raw;
  raw.id = ticket.first_text({"number", "id"});
  raw.subject = ticket.text("title");
  raw.status = name_of(object, "state");
  raw.type = name_of(object, "type");
  raw.topic = ticket.text("topic");
  raw.tags = ticket.texts("tags");
  raw.created = ticket.time("created_at");
  raw.first_response = ticket.time("first_response_at");
  raw.solved = ticket.time("close_at");
  raw.channel = name_of(object, "create_article_type");
  raw.team = name_of(object, "group");
  raw.customer.key = name_of(object, "customer");
  if (raw.customer.key.empty()) raw.customer.key = ticket.text("customer_id");
  for (const auto& article : ticket.list("articles"))
    raw.messages.push_back(read_article(article, ticket));
  if (ticket.problem()) return fail(*ticket.problem());
  return raw;
}

}  // namespace kb::tickets
