#include "core/tickets/timeline.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

constexpr Time kStart{std::chrono::seconds{1780474440}};
constexpr Time kNow = kStart + std::chrono::hours{1000};

RawTicket raw_ticket() {
  RawTicket raw;
  raw.created = kStart;
  raw.solved = kStart + std::chrono::seconds{1000};
  const auto say = [&](Author from, int at, bool is_public = true) {
    RawMessage message;
    message.from = from;
    message.at = kStart + std::chrono::seconds{at};
    message.is_public = is_public;
    raw.messages.push_back(message);
  };
  say(Author::customer, 0);
  say(Author::agent, 50, false);
  say(Author::agent, 100);
  say(Author::customer, 300);
  say(Author::agent, 900);
  return raw;
}

TEST(Timeline, ComesFromTheMessages) {
  const auto times = timeline_of(raw_ticket(), TicketStatus::solved, kNow);
  ASSERT_TRUE(times) << to_line(times.error());
  EXPECT_EQ((*times->first_response - kStart).count(), 100);
  EXPECT_EQ(times->waited, (TicketStages{100 + 600, 200 + 100, std::nullopt}));
}

TEST(Timeline, WhatTheHelpdeskSaysGoesFirst) {
  RawTicket raw = raw_ticket();
  raw.first_response = kStart + std::chrono::seconds{40};
  raw.waited.agent = 5;
  const auto times = timeline_of(raw, TicketStatus::solved, kNow);
  EXPECT_EQ((*times->first_response - kStart).count(), 40);
  EXPECT_EQ(times->waited, (TicketStages{5, std::nullopt, std::nullopt}));
  EXPECT_EQ(timeline_of(raw, TicketStatus::open, kNow)->solved, std::nullopt);
}

TEST(Timeline, ImpossibleDatesNameTheirField) {
  RawTicket raw;
  EXPECT_EQ(timeline_of(raw, TicketStatus::open, kNow).error().what, "the ticket has no `created`");
  raw.created = kNow + std::chrono::hours{48};
  EXPECT_EQ(timeline_of(raw, TicketStatus::open, kNow).error().what.substr(0, 26),
            "`created` is in the future");
  raw.created = kStart;
  raw.solved = kStart - std::chrono::hours{1};
  EXPECT_EQ(timeline_of(raw, TicketStatus::solved, kNow).error().what.substr(0, 28),
            "`solved` is before `created`");
  raw.solved.reset();
  raw.first_response = kNow + std::chrono::hours{48};
  EXPECT_FALSE(timeline_of(raw, TicketStatus::open, kNow));
  raw.first_response.reset();
  RawMessage late;
  late.at = kNow + std::chrono::hours{48};
  raw.messages.push_back(late);
  EXPECT_FALSE(timeline_of(raw, TicketStatus::open, kNow));
}

}  // namespace
