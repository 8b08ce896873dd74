#include "core/store/deliveries.h"

#include <gmock/gmock.h>

#include <type_traits>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time kNow{std::chrono::seconds(1780000000)};

class Deliveries : public StoreTest {
 protected:
  template <class Work>
  auto done(const Work& work) {
    auto outcome = store().write(work);
    EXPECT_TRUE(outcome) << to_line(outcome.error());
    return std::move(outcome).value();
  }
  bool add(const std::string& key, Time next = kNow) {
    return done([&](Sql& sql) {
      return add_delivery(sql, {.key = key,
                                .kind = DeliveryKind::mail,
                                .target = "Ana@shop.example",
                                .payload = "Subject: Zwrot\r\n\r\n…",
                                .created = kNow,
                                .next = next,
                                .ticket = 1042});
    });
  }
  std::vector<Delivery> due(Time now, int limit = 99) {
    return done([&](Sql& sql) { return due_deliveries(sql, now, limit); });
  }
  std::vector<Delivery> dead() {
    return done([](Sql& sql) { return dead_deliveries(sql, 99); });
  }
  std::vector<std::string> keys(const std::vector<Delivery>& deliveries) {
    std::vector<std::string> keys;
    for (const auto& delivery : deliveries) keys.push_back(delivery.key);
    return keys;
  }
  std::optional<Time> next() {
    return done([](Sql& sql) { return next_delivery(sql); });
  }
  template <class... Rest>
  void change(Result<void> (*how)(Sql&, std::int64_t, Rest...),
              std::type_identity_t<Rest>... rest) {
    const auto id = due(kNow + 99h).at(0).id;
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return how(sql, id, rest...); }));
  }
};
KB_ON_BOTH_DATABASES(Deliveries);

TEST_P(Deliveries, AreGivenAsTheyWereAdded) {
  EXPECT_TRUE(add("a"));
  const auto found = due(kNow);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (Delivery{.id = found[0].id,
                                .key = "a",
                                .kind = DeliveryKind::mail,
                                .target = "Ana@shop.example",
                                .payload = "Subject: Zwrot\r\n\r\n…",
                                .created = kNow,
                                .next = kNow,
                                .ticket = 1042}));
  EXPECT_GT(found[0].id, 0);
}

TEST_P(Deliveries, WithOneKeyAreOne) {
  EXPECT_TRUE(add("a"));
  EXPECT_FALSE(add("a", kNow + 1h));
  EXPECT_THAT(keys(due(kNow)), ElementsAre("a"));
}

TEST_P(Deliveries, AreKnownByTheirKeySentOrNot) {
  const auto is_known = [this](std::string_view key) {
    return done([&](Sql& sql) { return has_delivery(sql, key); });
  };
  EXPECT_FALSE(is_known("digest/2026-W48/mail"));
  add("digest/2026-W48/mail");
  EXPECT_TRUE(is_known("digest/2026-W48/mail"));
  change(set_delivered, kNow);
  EXPECT_TRUE(is_known("digest/2026-W48/mail"));
}

TEST_P(Deliveries, AreDueTheOldestFirst) {
  add("later", kNow + 1h);
  add("second", kNow);
  add("first", kNow - 1h);
  EXPECT_THAT(keys(due(kNow)), ElementsAre("first", "second"));
  EXPECT_THAT(keys(due(kNow, 1)), ElementsAre("first"));
  EXPECT_EQ(next(), kNow - 1h);
}

TEST_P(Deliveries, ThatFailedAreTriedLater) {
  add("a");
  change(set_failed, "no answer", kNow + 5min);
  EXPECT_THAT(due(kNow), IsEmpty());
  const auto later = due(kNow + 5min);
  ASSERT_EQ(later.size(), 1U);
  EXPECT_EQ(later[0].attempts, 1);
  EXPECT_EQ(later[0].problem, "no answer");
  EXPECT_EQ(next(), kNow + 5min);
}

TEST_P(Deliveries, ThatArrivedAreNeverDueAndGoLater) {
  add("a");
  change(set_delivered, kNow);
  EXPECT_EQ(next(), std::nullopt);
  EXPECT_THAT(due(kNow + 99h), IsEmpty());
  EXPECT_FALSE(add("a")) << "still known";
  const auto drop = [&](Time before) {
    return done([&](Sql& sql) { return drop_delivered(sql, before); });
  };
  EXPECT_EQ(drop(kNow), 0);
  EXPECT_EQ(drop(kNow + 1s), 1);
}

TEST_P(Deliveries, ThatWereGivenUpWaitForAPerson) {
  add("a");
  change(set_dead, "410 Gone");
  EXPECT_THAT(due(kNow + 99h), IsEmpty());
  ASSERT_THAT(keys(dead()), ElementsAre("a"));
  EXPECT_EQ(dead()[0].state, DeliveryState::dead);
  EXPECT_EQ(dead()[0].problem, "410 Gone");
  EXPECT_EQ(dead()[0].attempts, 1);
  const auto revive = [&, id = dead()[0].id] {
    return done([&](Sql& sql) { return revive_delivery(sql, id, kNow + 1h); });
  };
  EXPECT_TRUE(revive());
  EXPECT_FALSE(revive());
  ASSERT_THAT(keys(due(kNow + 1h)), ElementsAre("a"));
  EXPECT_EQ(due(kNow + 1h)[0].attempts, 0);
}

TEST_P(Deliveries, AreDroppedByTheirTargetInAnyCase) {
  add("a");
  const auto drop = [&](const char* target) {
    return done([&](Sql& sql) { return drop_deliveries_to(sql, target); });
  };
  EXPECT_EQ(drop("ion@shop.example"), 0);
  EXPECT_EQ(drop("ana@shop.example"), 1);
}

}  // namespace
}  // namespace kb::store
