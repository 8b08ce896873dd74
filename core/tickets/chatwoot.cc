#include "core/tickets/chatwoot.h"

#include <nlohmann/json.hpp>

#include "core/tickets/json_fields.h"

namespace kb::tickets {
namespace {

using nlohmann::json;

// Its numbers in the API, its words in webhooks: 2 is what happened, 3 what a template says.
Author author_of(const std::string& type) {
  if (type == "0" || type == "incoming") return Author::customer;
  if (type == "1" || type == "outgoing") return Author::agent;
  return Author::system;
}

RawMessage read_chatwoot_message(const json& object, JsonFields& conversation) {
  JsonFields fields(object);
  RawMessage message;
  message.from = author_of(fields.text("message_type"));
  message.is_public = !fields.truth("private", false);
  message.at = fields.time("created_at");
  message.text = fields.text("content");
  message.name = JsonFields(fields.object("sender")).text("name");
  conversation.adopt(fields);
  return message;
}

// "Channel::WebWidget" as what others call it.
std::string channel_of(std::string name) {
  if (const auto colon = name.rfind(':'); colon != std::string::npos) name.erase(0, colon + 1);
  if (name == "WebWidget") return "chat";
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

void read_sender(const json& object, RawTicket& raw, JsonFields& conversation) {
  JsonFields sender(object);
  raw.customer.key = sender.first_text({"email", "identifier", "id"});
  raw.customer.name = sender.text("name");
  JsonFields own(sender.object("custom_attributes"));
  raw.customer.plan = own.text("plan");
  raw.customer.renews = own.time("renews");
  raw.customer.churned = own.time("churned");
  conversation.adopt(own);
}

}  // namespace

Result<RawTicket> read_chatwoot(const json& object) {
  JsonFields conversation(object);
  JsonFields meta(conversation.object("meta"));
  JsonFields additional(conversation.object("additional_attributes"));
  RawTicket raw;
  raw.id = conversation.text("id");
  raw.subject = additional.text("mail_subject");
  raw.status = conversation.text("status");
  raw.tags = conversation.texts("labels");
  raw.created = conversation.time("created_at");
  if (!raw.created) raw.created = conversation.time("timestamp");
  raw.first_response = conversation.time("first_reply_created_at");
  raw.channel = channel_of(meta.text("channel"));
  raw.team = JsonFields(meta.object("team")).text("name");
  read_sender(meta.object("sender"), raw, conversation);
  if (raw.status == "resolved") {
    raw.solved = conversation.time("resolved_at");
    if (!raw.solved) raw.solved = conversation.time("last_activity_at");
  }
  JsonFields survey(conversation.object("csat_survey_response"));
  if (const auto rating = survey.number("rating"); rating && *rating >= 1 && *rating <= 5)
    raw.satisfaction = static_cast<int>(*rating);
  for (const auto& message : conversation.list("messages"))
    raw.messages.push_back(read_chatwoot_message(message, conversation));
  if (conversation.problem()) return fail(*conversation.problem());
  return raw;
}

}  // namespace kb::tickets
