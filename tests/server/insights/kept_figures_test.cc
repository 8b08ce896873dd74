#include "server/insights/kept_figures.h"

#include "core/store/ticket_table.h"
#include "tests/server/insights/insights_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class KeptFiguresOf : public InsightsFixture {
 protected:
  void put_ticket(const std::string& topic) {
    Ticket ticket;
    ticket.source = "desk";
    ticket.id = "1";
    ticket.lang = "en";
    ticket.type = TicketType::bug;
    ticket.subject = "About " + topic;
    ticket.topic = topic;
    ticket.created = center.site.clock.now() - std::chrono::days(2);
    const auto done = store().write(
        [&](store::Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); });
    EXPECT_TRUE(done) << to_line(done.error());
  }
};

TEST_F(KeptFiguresOf, ArePreparedForWhoLooksFirst) {
  put_ticket("refund");
  const auto prepared = prepare_figures(center.center().figures, store(), center.site.config,
                                        center.site.clock.now());
  ASSERT_TRUE(prepared) << to_line(prepared.error());
  for (const auto* path : {"/writer/insights", "/writer/tickets", "/writer/wishes"})
    EXPECT_EQ(get(path, mihai).status, 200) << path;
}

TEST_F(KeptFiguresOf, AChangedTicketShowsOnEachPageAtOnce) {
  put_ticket("refund");
  EXPECT_THAT(get("/writer/tickets", mihai).body, HasSubstr("refund"));
  EXPECT_THAT(get("/writer/wishes", mihai).body, HasSubstr("About refund"));
  put_ticket("delivery");
  EXPECT_THAT(get("/writer/tickets", mihai).body, HasSubstr("delivery"));
  EXPECT_THAT(get("/api/v1/insights/tickets", mihai).body, HasSubstr("delivery"));
  EXPECT_THAT(get("/writer/wishes", mihai).body, HasSubstr("About delivery"));
  EXPECT_THAT(get("/api/v1/wishes?format=csv", mihai).body, HasSubstr("About delivery"));
}

}  // namespace
}  // namespace kb
