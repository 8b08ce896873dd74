#include "core/tickets/json_lines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace {

using namespace kb;
using namespace kb::tickets;

Result<RawTicket> read(const char* text) {
  return read_json_line(nlohmann::json::parse(text));
}

TEST(JsonLines, AWholeTicket) {
  const auto raw = read(R"({
    "id": "FW-1", "subject": "Hub", "status": "solved", "type": "bug", "lang": "en", "topic": "hub",
    "tags": ["a", "b"], "created": "2026-06-03T08:14:00Z", "first_response": "2026-06-03T09:02:00Z",
    "solved": "2026-06-03T15:40:00Z", "waiting": {"agent": 5400, "customer": 17000, "other_team": 0},
    "channel": "email", "team": "technical", "satisfaction": 5,
    "customer": {"email": "ana@poczta.example", "plan": "plus", "renews": "2027-01-10"},
    "messages": [{"from": "customer", "at": "2026-06-03T08:14:00Z", "text": "Off"},
                 {"from": "agent", "public": false, "text": "note"},
                 {"from": "agent", "html": "<p>On</p>", "name": "Tom"}]})");
  ASSERT_TRUE(raw) << to_line(raw.error());
  EXPECT_EQ(raw->id + raw->subject + raw->status + raw->type + raw->lang + raw->topic,
            "FW-1Hubsolvedbugenhub");
  EXPECT_EQ(raw->tags.size(), 2U);
  EXPECT_EQ(iso_time(*raw->solved), "2026-06-03T15:40:00Z");
  EXPECT_EQ(raw->waited, (TicketStages{5400, 17000, 0}));
  EXPECT_EQ(raw->customer.key, "ana@poczta.example");
  EXPECT_EQ(raw->satisfaction, 5);
  ASSERT_EQ(raw->messages.size(), 3U);
  EXPECT_FALSE(raw->messages[1].is_public);
  EXPECT_TRUE(raw->messages[2].is_html);
  EXPECT_EQ(raw->messages[2].from, Author::agent);
}

TEST(JsonLines, QuestionAndAnswerWithoutMessages) {
  const auto raw =
      read(R"({"id": 7, "question": "Where?", "answer": "There.", "created": 1780474440})");
  ASSERT_TRUE(raw);
  EXPECT_EQ(raw->id + raw->question + raw->answer, "7Where?There.");
}

TEST(JsonLines, WhatMakesNoSenseIsAnError) {
  EXPECT_FALSE(read(R"({"id": "1", "created": "soon"})"));
  EXPECT_FALSE(read(R"({"id": "1", "messages": {}})"));
  EXPECT_FALSE(read(R"({"id": "1", "messages": ["x"]})"));
  EXPECT_FALSE(read(R"({"id": "1", "messages": [{"from": "me", "text": "x"}]})"));
  EXPECT_FALSE(read(R"({"id": "1", "waiting": {"agent": "long"}})"));
}

}  // namespace
