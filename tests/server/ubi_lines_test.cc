#include "server/ubi_lines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/store/small_event.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Action;

TEST(UbiLines, SayWhatHappened) {
  auto event = store::event_at(20'400, 0xf3, 60, "pl/billing/refund");
  event.action = Action::clicked;
  event.query_id = "q7";
  event.category = "billing";
  event.position = 2;
  EXPECT_EQ(to_ubi_event(event, session_id(event)), json::parse(R"({
              "application": "answerwell", "action_name": "clicked",
              "client_id": "00000000000000f3", "session_id": "00000000000000f3-1762560060",
              "query_id": "q7", "timestamp": "2025-11-08T00:01:00Z",
              "message_type": "CLICK_THROUGH",
              "event_attributes": {
                "object": {"object_id": "pl/billing/refund", "object_id_field": "article"},
                "position": {"ordinal": 2}, "lang": "pl", "category": "billing"}})"));
}

TEST(UbiLines, NameNobodyWhereNobodyIsKnown) {
  const auto event = store::event_at(20'400);
  EXPECT_EQ(session_id(event), "");
  const auto line = to_ubi_event(event, session_id(event));
  EXPECT_EQ(line.at("client_id"), "");
  EXPECT_EQ(line.at("session_id"), "");
  EXPECT_FALSE(line.at("event_attributes").contains("object"));
}

TEST(UbiLines, TellDetailsAndWhoseTheyAre) {
  auto event = store::event_at(20'400, 1);
  event.action = Action::voted;
  event.who = store::Who::staff;
  event.outcome = "no";
  event.value = 3;
  event.detail = R"({"reason": "outdated"})";
  const auto attributes = to_ubi_event(event, {}).at("event_attributes");
  EXPECT_EQ(attributes.at("detail").at("reason"), "outdated");
  EXPECT_EQ(attributes.at("who"), "staff");
  EXPECT_EQ(attributes.at("outcome"), "no");
  EXPECT_EQ(attributes.at("value"), 3);
}

TEST(UbiLines, LeaveOutADetailThatCannotBeRead) {
  auto event = store::event_at(20'400, 1);
  for (const char* detail : {"", "{", "[1]", "7"}) {
    event.detail = detail;
    EXPECT_FALSE(to_ubi_event(event, {}).at("event_attributes").contains("detail")) << detail;
  }
}

TEST(UbiLines, SayWhatASearchShowed) {
  auto event = store::event_at(20'400, 0xf3);
  event.action = Action::searched;
  event.query_id = "q7";
  event.text = "zwrot kosztów";
  event.value = 12;
  event.outcome = "results";
  event.detail = R"({"shown": ["pl/a", "pl/b"]})";
  const auto query = to_ubi_query(event);
  EXPECT_EQ(query.at("user_query"), "zwrot kosztów");
  EXPECT_EQ(query.at("query_id"), "q7");
  EXPECT_EQ(query.at("query_response_hit_ids"), json({"pl/a", "pl/b"}));
  EXPECT_EQ(query.at("query_attributes").at("results"), 12);
  event.detail = {};
  EXPECT_EQ(to_ubi_query(event).at("query_response_hit_ids"), json::array());
}

}  // namespace
}  // namespace kb
