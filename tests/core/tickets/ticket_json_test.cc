#include "core/tickets/ticket_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/store/small_ticket.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using store::small_ticket;

TEST(TicketJson, ATicketComesBackAsItWas) {
  Ticket ticket = small_ticket(7);
  EXPECT_EQ(*ticket_of_json(to_json(ticket)), ticket);
  ticket.solved.reset();
  ticket.satisfaction.reset();
  ticket.waited = {};
  EXPECT_EQ(*ticket_of_json(to_json(ticket)), ticket);
}

TEST(TicketJson, OtherObjectsAreErrors) {
  for (const char* text : {"{}", "[]", "3", R"({"id": 3})"})
    EXPECT_FALSE(ticket_of_json(nlohmann::json::parse(text))) << text;
  auto object = to_json(small_ticket(1));
  object["type"] = "blue";
  EXPECT_FALSE(ticket_of_json(object));
}

TEST(TicketJson, ContentTellsTicketsApart) {
  Ticket ticket = small_ticket(7);
  EXPECT_EQ(content_of(ticket), content_of(small_ticket(7)));
  ticket.answer += "!";
  EXPECT_NE(content_of(ticket), content_of(small_ticket(7)));
}

}  // namespace
