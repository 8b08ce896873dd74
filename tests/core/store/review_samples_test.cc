#include "core/store/review_samples.h"

#include "core/store/ticket_table.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

constexpr Time kMonday{std::chrono::seconds(1'789'948'800)};
constexpr Period kWeek{kMonday, kMonday + std::chrono::days(7)};

Ticket solved(int number, Time when) {
  Ticket ticket;
  ticket.source = "zendesk";
  ticket.id = std::to_string(number);
  ticket.lang = "en";
  ticket.answer = "Like this.";
  ticket.created = when - std::chrono::days(30);
  ticket.solved = when;
  return ticket;
}

class ReviewSamples : public StoreTest {
 protected:
  void put(const std::vector<Ticket>& tickets) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_tickets(sql, tickets); }));
  }
  void put_hundred() {
    std::vector<Ticket> tickets;
    for (int i = 0; i < 100; ++i) tickets.push_back(solved(i, kMonday + std::chrono::hours(i)));
    put(tickets);
  }
  std::vector<TicketName> draw(const std::string& week, std::size_t size = 10) {
    auto drawn = store().write([&](Sql& sql) { return draw_sample(sql, week, kWeek, size); });
    EXPECT_TRUE(drawn) << to_line(drawn.error());
    return drawn.value_or(std::vector<TicketName>());
  }
};
KB_ON_BOTH_DATABASES(ReviewSamples);

TEST_P(ReviewSamples, AreDrawnOnce) {
  put_hundred();
  const auto drawn = draw("2026-W38");
  EXPECT_EQ(drawn.size(), 10U);
  put({solved(1000, kMonday)});
  EXPECT_EQ(draw("2026-W38", 50), drawn);
}

TEST_P(ReviewSamples, DependOnTheWeekAndTheStoreAlone) {
  put_hundred();
  const auto drawn = draw("2026-W38");
  KB_ASSERT_DONE(store().write([](Sql& sql) { return sql.change("DELETE FROM review_samples"); }));
  EXPECT_EQ(draw("2026-W38"), drawn);
  EXPECT_NE(draw("2026-W39"), drawn);
  KB_ASSERT_DONE(store().write([](Sql& sql) -> Result<void> {
    for (const char* table : {"DELETE FROM review_samples", "DELETE FROM secrets"})
      if (auto gone = sql.change(table); !gone) return fail(gone.error());
    return {};
  }));
  EXPECT_NE(draw("2026-W38"), drawn);  // nobody can tell who will be drawn
}

TEST_P(ReviewSamples, AreOfRepliesInThatWeekAlone) {
  auto spam = solved(3, kMonday);
  spam.type = TicketType::spam;
  auto silent = solved(4, kMonday);
  silent.answer = "";
  auto open = solved(5, kMonday);
  open.status = TicketStatus::open;
  put({solved(1, kMonday - std::chrono::seconds(1)), solved(2, kMonday), spam, silent, open,
       solved(6, kWeek.until)});
  EXPECT_EQ(draw("2026-W38"), (std::vector<TicketName>{{"zendesk", "2"}}));
}

TEST_P(ReviewSamples, OfNoRepliesAreNone) {
  EXPECT_TRUE(draw("2026-W38").empty());
  const auto weeks = store().read([](Sql& sql) { return sampled_weeks(sql, 10); });
  EXPECT_EQ(weeks, std::vector<std::string>());
}

TEST_P(ReviewSamples, AreKnownByTheirWeek) {
  put_hundred();
  draw("2026-W38");
  draw("2026-W39");
  const auto weeks = store().read([](Sql& sql) { return sampled_weeks(sql, 1); });
  EXPECT_EQ(weeks, std::vector<std::string>{"2026-W39"});
}

}  // namespace
}  // namespace kb::store
