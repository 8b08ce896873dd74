#include "core/tickets/zendesk.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/tickets/json_fields.h"

namespace kb::tickets {
namespace {

using nlohmann::json;

RawMessage read_comment(const json& object, JsonFields& ticket, const std::string& requester,
                        std::optional<Time> at) {
  JsonFields fields(object);
  RawMessage message;
  const std::string author = fields.text("author_id");
  message.from = author.empty() || author == requester ? Author::customer
                 : author == "-1"                      ? Author::system
                                                       : Author::agent;
  message.is_public = fields.truth("public", true);
  message.at = fields.time("created_at");
  if (!message.at) message.at = at;
  message.text = fields.first_text({"plain_body", "body"});
  if (message.text.empty()) {
    message.text = fields.text("html_body");
    message.is_html = true;
  }
  JsonFields names(fields.object("author"));
  message.name = names.text("name");
  ticket.adopt(fields);
  return message;
}

void read_audits(const json& audits, JsonFields& ticket, const std::string& requester,
                 std::vector<RawMessage>& messages) {
  for (const auto& audit : audits) {
    JsonFields fields(audit);
    const auto at = fields.time("created_at");
    for (const auto& event : fields.list("events"))
      if (JsonFields(event).text("type") == "Comment")
        messages.push_back(read_comment(event, ticket, requester, at));
    ticket.adopt(fields);
  }
}

// Minutes by the calendar, as seconds.
std::optional<std::int64_t> calendar_seconds(JsonFields& metrics, const char* name) {
  JsonFields minutes(metrics.object(name));
  const auto number = minutes.number("calendar");
  metrics.adopt(minutes);
  if (!number) return std::nullopt;
  return *number * 60;
}

void read_metrics(const json& object, RawTicket& raw, JsonFields& ticket) {
  JsonFields metrics(object);
  raw.solved = metrics.time("solved_at");
  const auto reply = calendar_seconds(metrics, "reply_time_in_minutes");
  if (reply && raw.created) raw.first_response = *raw.created + std::chrono::seconds{*reply};
  raw.waited.customer = calendar_seconds(metrics, "agent_wait_time_in_minutes");
  raw.waited.other_team = calendar_seconds(metrics, "on_hold_time_in_minutes");
  raw.waited.agent = calendar_seconds(metrics, "requester_wait_time_in_minutes");
  if (raw.waited.agent)
    raw.waited.agent =
        std::max<std::int64_t>(0, *raw.waited.agent - raw.waited.other_team.value_or(0));
  ticket.adopt(metrics);
}

void read_requester(JsonFields& ticket, RawTicket& raw) {
  JsonFields requester(ticket.object("requester"));
  raw.customer.key = requester.first_text({"email", "id"});
  if (raw.customer.key.empty()) raw.customer.key = ticket.text("requester_id");
  raw.customer.name = requester.text("name");
  JsonFields fields(requester.object("user_fields"));
  raw.customer.plan = fields.text("plan");
  raw.customer.renews = fields.time("renews");
  raw.customer.churned = fields.time("churned");
  ticket.adopt(fields);
}

// It asks for good or bad only.
std::optional<int> satisfaction_of(const std::string& score) {
  if (score.starts_with("good")) return 5;
  if (score.starts_with("bad")) return 1;
  return std::nullopt;
}

std::string group_of(JsonFields& ticket) {
  JsonFields group(ticket.object("group"));
  std::string name = group.text("name");
  return name.empty() ? ticket.text("group_id") : name;
}

}  // namespace

Result<RawTicket> read_zendesk(const json& object) {
  JsonFields ticket(object);
  RawTicket raw;
  raw.id = ticket.text("id");
  raw.subject = ticket.first_text({"subject", "raw_subject"});
  raw.status = ticket.text("status");
  raw.type = ticket.text("type");
  raw.tags = ticket.texts("tags");
  raw.created = ticket.time("created_at");
  raw.team = group_of(ticket);
  JsonFields via(ticket.object("via"));
  raw.channel = via.text("channel");
  JsonFields rating(ticket.object("satisfaction_rating"));
  raw.satisfaction = satisfaction_of(rating.text("score"));
  read_requester(ticket, raw);
  read_metrics(ticket.object("metric_set"), raw, ticket);

  std::string requester = ticket.text("requester_id");
  if (requester.empty()) requester = JsonFields(ticket.object("requester")).text("id");
  for (const auto& comment : ticket.list("comments"))
    raw.messages.push_back(read_comment(comment, ticket, requester, std::nullopt));
  if (raw.messages.empty()) read_audits(ticket.list("audits"), ticket, requester, raw.messages);
  // The description is the first comment again.
  if (raw.messages.empty()) raw.question = ticket.text("description");
  if (ticket.problem()) return fail(*ticket.problem());
  return raw;
}

}  // namespace kb::tickets
