#include "core/store/answer_watches.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;

constexpr Time kNow{std::chrono::seconds(1780000000)};

AnswerWatch watch_of(const std::string& token, const std::string& customer = "ana") {
  return {.token_hash = token,
          .email = customer + "@shop.example",
          .customer = customer,
          .lang = "pl",
          .query = "zwrot kosztów",
          .seen = "old text",
          .created = kNow};
}

class AnswerWatches : public StoreTest {
 protected:
  template <class Work>
  auto done(const Work& work) {
    auto outcome = store().write(work);
    EXPECT_TRUE(outcome) << to_line(outcome.error());
    return std::move(outcome).value();
  }
  std::int64_t add(const AnswerWatch& watch) {
    return done([&](Sql& sql) { return add_watch(sql, watch); });
  }
  bool confirm(const std::string& token, Time now = kNow) {
    return done([&](Sql& sql) { return confirm_watch(sql, token, now); });
  }
  bool drop(const std::string& token) {
    return done([&](Sql& sql) { return drop_watch(sql, token); });
  }
  std::vector<AnswerWatch> open() {
    return done([](Sql& sql) { return open_watches(sql); });
  }
  std::size_t all_of(const std::string& customer) {
    return done([&](Sql& sql) { return watches_of(sql, customer); }).size();
  }
};
KB_ON_BOTH_DATABASES(AnswerWatches);

TEST_P(AnswerWatches, AreOpenOnceTheirOwnerConfirmed) {
  auto watch = watch_of("t");
  watch.id = add(watch);
  EXPECT_THAT(open(), IsEmpty());
  EXPECT_FALSE(confirm("another"));
  EXPECT_TRUE(confirm("t", kNow + 1h));
  EXPECT_TRUE(confirm("t", kNow + 2h)) << "a link that is followed twice";
  watch.confirmed = kNow + 1h;
  EXPECT_THAT(open(), testing::ElementsAre(watch));
}

TEST_P(AnswerWatches, OfTheSameThingAreOneWithTheNewToken) {
  const auto first = add(watch_of("t1"));
  auto again = watch_of("t2");
  again.seen = "new text";
  again.created = kNow + 1h;
  EXPECT_EQ(add(again), first);
  EXPECT_FALSE(confirm("t1"));
  EXPECT_TRUE(confirm("t2"));
  ASSERT_EQ(open().size(), 1U);
  EXPECT_EQ(open()[0].seen, "new text") << "it is the new text that did not help";
  auto other = watch_of("t3");
  other.query = "faktura";
  EXPECT_NE(add(other), first);
}

TEST_P(AnswerWatches, StayConfirmedWhenAskedForAgain) {
  add(watch_of("t1"));
  EXPECT_TRUE(confirm("t1"));
  add(watch_of("t2"));
  EXPECT_EQ(open().size(), 1U);
}

TEST_P(AnswerWatches, AreDroppedByTheirOwnerAndOnceTold) {
  add(watch_of("t"));
  EXPECT_TRUE(confirm("t"));
  EXPECT_FALSE(drop("another"));
  EXPECT_TRUE(drop("t"));
  EXPECT_THAT(open(), IsEmpty());
  const auto id = add(watch_of("t"));
  EXPECT_TRUE(confirm("t"));
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return remove_watch(sql, id); }));
  EXPECT_THAT(open(), IsEmpty());
}

TEST_P(AnswerWatches, GoWhenNobodyConfirmsThem) {
  add(watch_of("confirmed", "ana"));
  EXPECT_TRUE(confirm("confirmed"));
  add(watch_of("not", "ion"));
  const auto drop_before = [&](Time before) {
    return done([&](Sql& sql) { return drop_unconfirmed_watches(sql, before); });
  };
  EXPECT_EQ(drop_before(kNow), 0);
  EXPECT_EQ(drop_before(kNow + 1s), 1);
  EXPECT_EQ(open().size(), 1U);
}

TEST_P(AnswerWatches, AreThoseOfACustomer) {
  add(watch_of("a", "ana"));
  add(watch_of("b", "ion"));
  EXPECT_EQ(all_of("ana"), 1U);
  EXPECT_EQ(all_of(""), 0U);
  EXPECT_EQ(done([](Sql& sql) { return drop_watches_of(sql, "ana"); }), 1);
  EXPECT_EQ(done([](Sql& sql) { return drop_watches_of(sql, ""); }), 0);
  EXPECT_EQ(all_of("ana"), 0U);
  EXPECT_EQ(all_of("ion"), 1U);
}

}  // namespace
}  // namespace kb::store
