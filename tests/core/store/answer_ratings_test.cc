#include "core/store/answer_ratings.h"

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

constexpr Time kNow{std::chrono::seconds(1'790'000'000)};

AnswerRating rating(std::string ticket, std::string reviewer, int correct) {
  return {.source = "zendesk",
          .ticket = std::move(ticket),
          .reviewer = std::move(reviewer),
          .correct = correct,
          .complete = 4,
          .clear = 3,
          .tone = 5,
          .note = "“fine”",
          .at = kNow};
}

class AnswerRatings : public StoreTest {
 protected:
  void put(const AnswerRating& rating) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_rating(sql, rating); }));
  }
};
KB_ON_BOTH_DATABASES(AnswerRatings);

TEST_P(AnswerRatings, AreOnePerReviewer) {
  put(rating("1042", "mihai", 2));
  put(rating("1042", "ana", 1));
  put(rating("1042", "ana", 5));
  put(rating("7", "ana", 3));
  const auto found = store().read([](Sql& sql) { return ratings_of(sql, "zendesk", "1042"); });
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_EQ(*found, (std::vector{rating("1042", "ana", 5), rating("1042", "mihai", 2)}));
}

TEST_P(AnswerRatings, OfAWeekAreThoseOfItsSample) {
  put(rating("1042", "ana", 5));
  put(rating("7", "ana", 3));
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return sql.change("INSERT INTO review_samples VALUES ('2026-W38', 'zendesk', '7')");
  }));
  const auto found = store().read([](Sql& sql) { return ratings_of_week(sql, "2026-W38"); });
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_EQ(*found, std::vector{rating("7", "ana", 3)});
}

TEST_P(AnswerRatings, AreOneToFive) {
  for (const int wrong : {0, 6, -1}) {
    const auto put =
        store().write([&](Sql& sql) { return put_rating(sql, rating("1042", "ana", wrong)); });
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().hint, "give 1 to 5 for each criterion");
  }
}

}  // namespace
}  // namespace kb::store
