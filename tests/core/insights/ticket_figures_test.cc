#include "core/insights/ticket_figures.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kWeek = period("2026-03-02", "2026-03-08");

const Figure& named(const std::vector<Figure>& figures, std::string_view name) {
  for (const Figure& figure : figures)
    if (figure.name == name) return figure;
  throw std::out_of_range(std::string(name));
}

TEST(TicketFigures, BringAllFiguresTogether) {
  Scenario s;
  Ticket& ticket = s.add_solved("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
  ticket.satisfaction = 4;
  ticket.links = {{"en", "refund", ""}};
  ticket.waited = {1800, 1800, std::nullopt};
  const FigureTickets& tickets = s.figure_tickets();
  const Targets targets({{"", {30, 120}}}, tickets);
  const CustomerHistory history(tickets.rows());
  const auto figures =
      list_figures(measure(tickets.rows(), kWeek, {targets, history, at("2026-04-01")}));
  const auto value = [&](std::string_view name) { return named(figures, name).value; };
  EXPECT_EQ(value("arrived"), 1);
  EXPECT_EQ(value("solved"), 1);
  EXPECT_EQ(value("open"), 0) << "known to be none";
  EXPECT_EQ(value("first_response_median"), 3600);
  EXPECT_EQ(value("first_response_within_target"), 0);
  EXPECT_EQ(value("resolution_within_target"), 1);
  EXPECT_EQ(value("waited_agent"), 1800);
  EXPECT_EQ(value("waited_customer_share"), 0.5);
  EXPECT_EQ(value("waited_other_team"), std::nullopt) << "nobody says";
  EXPECT_EQ(value("first_contact_resolution"), 1);
  EXPECT_EQ(value("link_rate"), 1);
  EXPECT_EQ(value("satisfaction_mean"), 4);
  EXPECT_EQ(value("satisfied"), 1);
  EXPECT_EQ(named(figures, "satisfied").of, 1);
  EXPECT_TRUE(named(figures, "satisfied").interval.has_value());
  EXPECT_TRUE(named(figures, "satisfied").is_small_sample());
  EXPECT_FALSE(named(figures, "arrived").is_small_sample()) << "a number is no sample";
}

TEST(TicketFigures, AreNothingWithoutData) {
  for (const Figure& figure : list_figures(std::nullopt)) {
    EXPECT_EQ(figure.value, std::nullopt) << figure.name;
    EXPECT_EQ(figure.count, std::nullopt) << figure.name;
    EXPECT_EQ(figure.of, std::nullopt) << figure.name;
  }
}

TEST(TicketFigures, AreTheSameListWithAndWithoutData) {
  const auto with = list_figures(TicketFigures());
  const auto without = list_figures(std::nullopt);
  std::set<std::string_view> names;
  ASSERT_EQ(with.size(), without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    EXPECT_EQ(with[i].name, without[i].name);
    EXPECT_TRUE(names.insert(with[i].name).second) << with[i].name;
    // Of no tickets: counts are 0, and what would be computed from them is nothing.
    EXPECT_EQ(with[i].value, with[i].unit == Unit::tickets ? std::optional(0.0) : std::nullopt)
        << with[i].name;
  }
}

}  // namespace
}  // namespace kb::insights
