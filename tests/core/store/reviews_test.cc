#include "core/store/reviews.h"

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

constexpr Time kNow{std::chrono::seconds(1'790'000'000)};

Review review(std::string ticket, ReviewState state) {
  return {.source = "zendesk",
          .ticket = std::move(ticket),
          .state = state,
          .lang = "pl",
          .title = "Gdzie jest \"moja\" paczka?",
          .question = "Gdzie\njest?",
          .answer = "W drodze.\n\n- raz",
          .category = "delivery",
          .target = "gdzie-jest-paczka",
          .note = "krótko",
          .who = "ana",
          .at = kNow};
}

class Reviews : public StoreTest {
 protected:
  void put(const Review& review) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_review(sql, review); }));
  }
  std::optional<Review> find(const std::string& ticket) {
    auto found = store().read([&](Sql& sql) { return find_review(sql, "zendesk", ticket); });
    EXPECT_TRUE(found) << to_line(found.error());
    return found.value_or(std::nullopt);
  }
};
KB_ON_BOTH_DATABASES(Reviews);

TEST_P(Reviews, AreKeptAsTheyAre) {
  EXPECT_FALSE(find("1042"));
  put(review("1042", ReviewState::waiting));
  EXPECT_EQ(find("1042"), review("1042", ReviewState::waiting));
}

TEST_P(Reviews, AreOnePerTicket) {
  put(review("1042", ReviewState::saved));
  put(review("1042", ReviewState::approved));
  EXPECT_EQ(find("1042"), review("1042", ReviewState::approved));
}

TEST_P(Reviews, AreListedByTicket) {
  put(review("7", ReviewState::rejected));
  put(review("12", ReviewState::saved));
  const auto all = store().read([](Sql& sql) { return list_reviews(sql); });
  ASSERT_TRUE(all) << to_line(all.error());
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front(), review("12", ReviewState::saved));
  EXPECT_EQ(all->back(), review("7", ReviewState::rejected));
}

TEST_P(Reviews, OfAnUnknownStateAreAnError) {
  put(review("1042", ReviewState::saved));
  KB_ASSERT_DONE(
      store().write([](Sql& sql) { return sql.change("UPDATE reviews SET state = 'lost'"); }));
  const auto found = store().read([](Sql& sql) { return find_review(sql, "zendesk", "1042"); });
  ASSERT_FALSE(found);
  EXPECT_EQ(to_line(found.error()), "zendesk/1042: a review has no state 'lost'");
}

struct StateCase {
  ReviewState state;
  const char* name;
  bool decided;
};
class ReviewStates : public testing::TestWithParam<StateCase> {};
TEST_P(ReviewStates, HaveNames) {
  EXPECT_EQ(review_state_name(GetParam().state), GetParam().name);
  EXPECT_EQ(parse_review_state(GetParam().name), GetParam().state);
  EXPECT_EQ(is_decided(GetParam().state), GetParam().decided);
}
INSTANTIATE_TEST_SUITE_P(All, ReviewStates,
                         testing::Values(StateCase{ReviewState::saved, "saved", false},
                                         StateCase{ReviewState::waiting, "waiting", false},
                                         StateCase{ReviewState::approved, "approved", true},
                                         StateCase{ReviewState::merged, "merged", true},
                                         StateCase{ReviewState::rejected, "rejected", true}));

}  // namespace
}  // namespace kb::store
