#include "core/tickets/zendesk.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace {

using namespace kb;
using namespace kb::tickets;

Result<RawTicket> ticket_in(const char* text) {
  return read_zendesk(nlohmann::json::parse(text));
}

TEST(Zendesk, CommentsAndMetrics) {
  const auto raw = ticket_in(R"({
    "url": "https://desk.example/api/v2/tickets/35436.json", "id": 35436, "external_id": null,
    "via": {"channel": "web"}, "created_at": "2026-06-03T08:14:00Z", "type": "problem",
    "subject": "Hub off", "description": "It is off", "status": "closed", "requester_id": 20978392,
    "group": {"id": 9, "name": "technical"}, "tags": ["hub"], "satisfaction_rating": {"score": "good"},
    "requester": {"id": 20978392, "name": "Ana Pop", "email": "ana@poczta.example",
                  "user_fields": {"plan": "plus", "renews": "2027-01-10"}},
    "comments": [
      {"id": 1, "author_id": 20978392, "body": "It is off", "plain_body": "It is off", "public": true,
       "created_at": "2026-06-03T08:14:00Z"},
      {"id": 2, "author_id": 5, "body": "call her", "public": false, "created_at": "2026-06-03T08:20:00Z"},
      {"id": 3, "author_id": 5, "html_body": "<p>Hold it</p>", "public": true,
       "created_at": "2026-06-03T09:14:00Z"}],
    "metric_set": {"solved_at": "2026-06-04T08:14:00Z",
      "reply_time_in_minutes": {"calendar": 60, "business": 30},
      "agent_wait_time_in_minutes": {"calendar": 100, "business": 50},
      "requester_wait_time_in_minutes": {"calendar": 90, "business": 40},
      "on_hold_time_in_minutes": {"calendar": 20, "business": 10}}})");
  ASSERT_TRUE(raw) << to_line(raw.error());
  EXPECT_EQ(raw->id, "35436");
  EXPECT_EQ(raw->type + raw->status + raw->channel + raw->team, "problemclosedwebtechnical");
  EXPECT_EQ(raw->customer.key, "ana@poczta.example");
  EXPECT_EQ(raw->customer.plan, "plus");
  EXPECT_EQ(raw->satisfaction, 5);
  EXPECT_EQ(iso_time(*raw->first_response), "2026-06-03T09:14:00Z");
  EXPECT_EQ(iso_time(*raw->solved), "2026-06-04T08:14:00Z");
  // Zendesk's "requester wait" includes time on hold, which is the other team's.
  EXPECT_EQ(raw->waited, (TicketStages{70 * 60, 100 * 60, 20 * 60}));
  ASSERT_EQ(raw->messages.size(), 3U);
  EXPECT_EQ(raw->messages[0].from, Author::customer);
  EXPECT_FALSE(raw->messages[1].is_public);
  EXPECT_TRUE(raw->messages[2].is_html);
}

TEST(Zendesk, AuditsWhereThereAreNoComments) {
  const auto raw = ticket_in(
      R"({"id": 1, "subject": "x", "requester_id": 2, "created_at": "2026-06-03T08:14:00Z",
    "audits": [{"created_at": "2026-06-03T08:14:00Z", "author_id": 2, "events": [
      {"type": "Comment", "author_id": 2, "body": "It is off", "public": true},
      {"type": "Create", "field_name": "status", "value": "new"}]}]})");
  ASSERT_TRUE(raw) << to_line(raw.error());
  ASSERT_EQ(raw->messages.size(), 1U);
  EXPECT_EQ(iso_time(*raw->messages[0].at), "2026-06-03T08:14:00Z");
  EXPECT_EQ(raw->customer.key, "2");
}

TEST(Zendesk, TheDescriptionWhereNothingElseIsThere) {
  EXPECT_EQ(ticket_in(R"({"id": 1, "description": "It is off"})")->question, "It is off");
  EXPECT_FALSE(ticket_in(R"({"id": 1, "created_at": "soon"})"));
}

}  // namespace
