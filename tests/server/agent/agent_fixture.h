// A help center with articles in three languages, resolved tickets, and an agent who is logged in.
//
//   class Console : public AgentFixture {};
//   TEST_F(Console, …) { EXPECT_THAT(ask("Zwrot nie doszedł").body, HasSubstr("…")); }
//
// The articles: refunds (en, pl), a parcel (en), one for agents only, one with notes for agents,
// and an answer. The tickets: three in Polish about refunds, two of them alike, one in English.

#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class AgentFixture : public StaffFixture {
 protected:
  AgentFixture();

  // As the console's own form: `fields` besides the text.
  http::Response ask(const std::string& text, Fields fields = {}) const;
  // As the page's script.
  http::Response note(Fields fields) const;

  http::Response get(const std::string& target) const { return StaffFixture::get(target, ana); }

  Browser ana;  // an agent

 private:
  void put_tickets(const std::vector<Ticket>& tickets);
};

}  // namespace kb
