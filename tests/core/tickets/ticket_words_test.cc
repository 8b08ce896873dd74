#include "core/tickets/ticket_words.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(TicketWords, TypesOfOtherHelpdesks) {
  EXPECT_EQ(type_of("question", {}), TicketType::question);
  EXPECT_EQ(type_of("problem", {}), TicketType::bug);
  EXPECT_EQ(type_of("Feature-Request", {}), TicketType::feature_request);
  EXPECT_EQ(type_of("known_limitation", {}), TicketType::known_limitation);
  EXPECT_EQ(type_of("", {"vip", "closed_by_merge"}), TicketType::merged);
  EXPECT_EQ(type_of("bug", {"spam"}), TicketType::bug);
  EXPECT_EQ(type_of("who knows", {}), TicketType::question);
}

TEST(TicketWords, StatusesOfOtherHelpdesks) {
  EXPECT_EQ(status_of("Closed"), TicketStatus::solved);
  EXPECT_EQ(status_of("pending reminder"), TicketStatus::waiting);
  EXPECT_EQ(status_of("on-hold"), TicketStatus::waiting);
  EXPECT_EQ(status_of("new"), TicketStatus::fresh);
  EXPECT_EQ(status_of("in_progress"), TicketStatus::open);
  EXPECT_EQ(status_of("blue"), std::nullopt);
}

}  // namespace
