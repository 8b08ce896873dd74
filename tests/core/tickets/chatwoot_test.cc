#include "core/tickets/chatwoot.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(Chatwoot, AConversation) {
  const auto raw = read_chatwoot(nlohmann::json::parse(R"({
    "id": 381, "inbox_id": 2, "status": "resolved", "created_at": 1780474440,
    "first_reply_created_at": 1780474500, "last_activity_at": 1780478040, "labels": ["bug"],
    "meta": {"channel": "Channel::WebWidget", "team": {"name": "technical"},
             "sender": {"id": 4, "name": "Ana Pop", "email": "ana@poczta.example",
                        "custom_attributes": {"plan": "plus"}}},
    "additional_attributes": {"mail_subject": "Hub"}, "csat_survey_response": {"rating": 4},
    "messages": [
      {"id": 1, "content": "It is off", "message_type": 0, "private": false, "created_at": 1780474440,
       "sender": {"name": "Ana Pop", "type": "contact"}},
      {"id": 2, "content": "call her", "message_type": 1, "private": true, "created_at": 1780474450},
      {"id": 3, "content": "Hold it", "message_type": "outgoing", "created_at": 1780474500},
      {"id": 4, "content": "Tom resolved it", "message_type": 2, "created_at": 1780478040}]})"));
  ASSERT_TRUE(raw) << to_line(raw.error());
  EXPECT_EQ(raw->id + raw->subject + raw->channel + raw->team, "381Hubchattechnical");
  EXPECT_EQ(raw->customer.key + raw->customer.plan, "ana@poczta.exampleplus");
  EXPECT_EQ((*raw->solved - *raw->created).count(), 3600);
  EXPECT_EQ(raw->satisfaction, 4);
  ASSERT_EQ(raw->messages.size(), 4U);
  EXPECT_EQ(raw->messages[0].name, "Ana Pop");
  EXPECT_FALSE(raw->messages[1].is_public);
  EXPECT_EQ(raw->messages[2].from, Author::agent);
  EXPECT_EQ(raw->messages[3].from, Author::system);
}

TEST(Chatwoot, WhatMakesNoSenseIsAnError) {
  EXPECT_FALSE(read_chatwoot(nlohmann::json::parse(R"({"id": 1, "messages": {}})")));
}

}  // namespace
