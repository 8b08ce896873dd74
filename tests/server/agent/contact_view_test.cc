#include "server/agent/contact_view.h"

#include "tests/server/agent/agent_fixture.h"
#include "tests/server/agent/contact_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class ContactViews : public AgentFixture {
 protected:
  StaffRequest staff() const {
    return {.center = center.center(),
            .request = request_,
            .route = route_,
            .store = *center.center().store(),
            .lang = "en"};
  }

  std::vector<page::OpenTicket> open() {
    const auto generation = center.center().searchers.generation();
    auto tickets = open_tickets(staff(), generation.get());
    EXPECT_TRUE(tickets) << to_line(tickets.error());
    return tickets.value_or(std::vector<page::OpenTicket>());
  }

  page::ContactPart part(const store::ContactTicket& ticket) const {
    return contact_part_of(staff(), center.center().searchers.generation().get(), ticket);
  }

 private:
  http::Request request_ = request("/agent");
  Route route_ = {};
};

TEST_F(ContactViews, ListOpenTicketsNewestFirst) {
  auto ticket = waiting_ticket();
  put_contact(store(), ticket);
  for (const char* name : {"b", "c"}) {
    ticket.token_hash = ticket.send_key = ticket.subject = name;
    ticket.category = name;
    put_contact(store(), ticket);
  }
  close_contact(store(), 1002, store::ContactState::solved_by_customer);
  center.site.clock.advance(std::chrono::hours{2});
  const auto tickets = open();
  ASSERT_THAT(tickets, SizeIs(2));
  EXPECT_EQ(tickets[0].name, "contact/1003");
  EXPECT_EQ(tickets[0].category, "c");  // one that the help center does not have
  EXPECT_EQ(tickets[1].url, "/agent?ticket=contact/1001");
  EXPECT_EQ(tickets[1].category, "Payments");
  EXPECT_EQ(tickets[1].lang, "pl");
  EXPECT_EQ(tickets[1].age, std::chrono::hours{2});
}

TEST_F(ContactViews, ListNoMoreThanAnAgentTakesIn) {
  auto ticket = waiting_ticket();
  for (int i = 0; i < 25; ++i) {
    ticket.token_hash = ticket.send_key = std::to_string(i);
    put_contact(store(), ticket);
  }
  EXPECT_THAT(open(), SizeIs(20));
}

TEST_F(ContactViews, TellTheTrailByTheTitlesOfArticles) {
  const auto shown = part(waiting_ticket());
  EXPECT_EQ(shown.from, "https://app.fernway.example/orders?id=7&x=<1>");
  std::vector<std::string> lines;
  for (const auto& line : shown.trail) lines.push_back(line.kind + ": " + line.text);
  EXPECT_THAT(lines, ElementsAre("searched: zwrot na <kartę>", "suggested: Two homes",
                                 "read: Zwrot pieniędzy", "not_helped: Zwrot pieniędzy",
                                 "read: Parcels", "helped: gone"));
  EXPECT_EQ(shown.trail[0].url, "");
  EXPECT_EQ(shown.trail[2].url, "/agent/preview/pl/billing/refund");
  EXPECT_EQ(shown.trail[5].url, "");
}

TEST_F(ContactViews, ComeWithoutATrailToo) {
  auto ticket = waiting_ticket();
  ticket.page = "https://app.fernway.example/";
  for (const auto* trail : {"", "{broken", "{\"steps\": 7}"}) {
    ticket.trail = trail;
    EXPECT_THAT(part(ticket).trail, IsEmpty());
    EXPECT_EQ(part(ticket).from, "https://app.fernway.example/");
    EXPECT_THAT(articles_seen(ticket), IsEmpty());
  }
}

TEST_F(ContactViews, TellWhatTheCustomerKnows) {
  EXPECT_THAT(articles_seen(waiting_ticket()),
              ElementsAre(Pair("billing/refund", Seen::not_helped), Pair("parcel", Seen::read)));
  // Read again after it did not help: it still did not.
  Trail trail;
  trail.add({TrailStep::Kind::not_helped, "pl", "a"});
  trail.add({TrailStep::Kind::read, "en", "a"});
  auto ticket = waiting_ticket();
  ticket.trail = trail_json(trail);
  EXPECT_THAT(articles_seen(ticket), ElementsAre(Pair("a", Seen::not_helped)));
}

}  // namespace
}  // namespace kb
