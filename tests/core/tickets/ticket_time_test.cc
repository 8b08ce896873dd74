#include "core/tickets/ticket_time.h"

#include <gtest/gtest.h>

#include "core/base/date.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(TicketTime, IsReadAsHelpdesksWriteIt) {
  struct Case {
    std::string_view text, iso;
  };
  for (const Case& each : {Case{"2026-03-14T09:30:00+01:00", "2026-03-14T08:30:00Z"},
                           Case{"2026-03-14 09:30:00 UTC", "2026-03-14T09:30:00Z"},
                           Case{"2026-03-14T09:30:00.123Z", "2026-03-14T09:30:00Z"},
                           Case{"Sat, 14 Mar 2026 09:30:00 +0100", "2026-03-14T08:30:00Z"},
                           Case{"Sat, 14 Mar 2026 09:30:00 +0100 (CET)", "2026-03-14T08:30:00Z"},
                           Case{"4 Mar 2026 9:30:00 GMT", "2026-03-04T09:30:00Z"},
                           Case{"1773480600", "2026-03-14T09:30:00Z"},
                           Case{"1773480600000", "2026-03-14T09:30:00Z"}}) {
    const auto time = read_ticket_time(each.text);
    ASSERT_TRUE(time) << each.text;
    EXPECT_EQ(iso_time(*time), each.iso) << each.text;
  }
}

TEST(TicketTime, WhatIsNoDateIsAnError) {
  for (const char* text :
       {"", "soon", "03/04/2026", "2026-02-30", "Sat, 14 Foo 2026 09:30:00", "42", "-5"})
    EXPECT_FALSE(read_ticket_time(text)) << text;
  EXPECT_FALSE(ticket_time_of(-1));
  EXPECT_FALSE(ticket_time_of(1e300));
}

}  // namespace
