#include "core/store/ticket_names.h"

#include <gtest/gtest.h>

namespace kb::store {
namespace {

TEST(TicketNames, AreReadAsTheyAreWritten) {
  for (int i = 0; i <= static_cast<int>(TicketType::merged); ++i) {
    const auto type = static_cast<TicketType>(i);
    EXPECT_EQ(parse_ticket_type(ticket_type_name(type)).value(), type);
  }
  for (int i = 0; i <= static_cast<int>(TicketStatus::solved); ++i) {
    const auto status = static_cast<TicketStatus>(i);
    EXPECT_EQ(parse_ticket_status(ticket_status_name(status)).value(), status);
  }
  EXPECT_EQ(ticket_type_name(TicketType::feature_request), "feature_request");
  EXPECT_EQ(ticket_status_name(TicketStatus::solved), "solved");
}

TEST(TicketNames, SayWhichThereAre) {
  EXPECT_EQ(parse_ticket_status("closed").error().hint,
            "it is one of fresh, open, waiting, solved");
  EXPECT_EQ(parse_ticket_type("refund").error().what, "no type of a ticket: 'refund'");
}

}  // namespace
}  // namespace kb::store
