#include "core/insights/link_use.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kWeek = period("2026-03-02", "2026-03-08");

TEST(LinkUse, OfNothingIsNothing) {
  EXPECT_EQ(link_use_of({}, kWeek), LinkUse());
  EXPECT_EQ(LinkUse().rate.rate(), std::nullopt);
}

// Solved in the week: one that links an article twice and another once, one that links the first,
// one without, and one whose answer became an article. So 3 of 4.
TEST(LinkUse, CountsTicketsAndTheirArticles) {
  Scenario s;
  s.add_solved("2026-03-02", "2026-03-03").links = {
      {"en", "refund", "a"}, {"en", "refund", "b"}, {"en", "sign-in", ""}};
  s.add_solved("2026-03-02", "2026-03-03").links = {{"en", "refund", ""}};
  s.add_solved("2026-03-02", "2026-03-03");
  s.add("2026-03-02").links = {{"en", "refund", ""}};  // not solved
  s.add_solved("2026-03-02", "2026-03-12").links = {{"en", "refund", ""}};
  s.add_solved("2026-03-02", "2026-03-03").type = TicketType::spam;
  FigureTickets tickets = s.take();
  Ticket published;
  published.created = at("2026-03-02");
  published.solved = at("2026-03-03");
  tickets.add(published, {{}, true});

  const LinkUse use = link_use_of(tickets.rows(), kWeek);
  EXPECT_EQ(use.rate, (Share{3, 4}));
  EXPECT_EQ(use.by_article.size(), 2U);
  EXPECT_EQ(use.by_article.at(tickets.find("en/refund").value()), 2);
  EXPECT_EQ(use.by_article.at(tickets.find("en/sign-in").value()), 1);
}

}  // namespace
}  // namespace kb::insights
