#include "server/delivery/delivery_requests.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/deliveries.h"
#include "tests/core/store/store_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Database;
using store::database_name;
using store::Sql;
using testing::HasSubstr;

class DeliveryRequests : public store::StoreTest {
 protected:
  Result<json> ask(const json& request) {
    return answer_delivery_request({store(), passwords_, clock_, "https://help.example"}, request);
  }
  std::int64_t add_dead(const std::string& key) {
    const auto id = store().write([&](Sql& sql) -> Result<std::int64_t> {
      if (auto added = store::add_delivery(sql, {.key = key,
                                                 .target = "https://desk.example/hook",
                                                 .created = clock_.now(),
                                                 .next = clock_.now(),
                                                 .ticket = 1042});
          !added)
        return fail(added.error());
      const auto due = store::due_deliveries(sql, clock_.now(), 10);
      if (!due) return fail(due.error());
      if (auto dead = store::set_dead(sql, due->back().id, "HTTP 500"); !dead)
        return fail(dead.error());
      return due->back().id;
    });
    EXPECT_TRUE(id) << to_line(id.error());
    return id.value_or(0);
  }
  std::size_t waiting() {
    return store()
        .read([&](Sql& sql) { return store::due_deliveries(sql, clock_.now(), 10); })
        .value()
        .size();
  }

 private:
  ManualClock clock_{Time(std::chrono::seconds{1'795'389'600})};
  Passwords passwords_{Passwords::Cost::least};
};
KB_ON_BOTH_DATABASES(DeliveryRequests);

TEST_P(DeliveryRequests, ListWhatWasGivenUp) {
  EXPECT_EQ(ask({{"do", "list"}}).value(), json::parse(R"({"dead": []})"));
  const auto id = add_dead("ticket/1042/created");
  const auto dead = ask({{"do", "list"}}).value().at("dead");
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0], (json{{"id", id},
                           {"kind", "webhook"},
                           {"key", "ticket/1042/created"},
                           {"target", "https://desk.example/hook"},
                           {"attempts", 1},
                           {"created", "2026-11-22T23:20:00Z"},
                           {"problem", "HTTP 500"},
                           {"ticket", 1042}}));
}

TEST_P(DeliveryRequests, TryOneAgain) {
  const auto id = add_dead("a");
  add_dead("b");
  EXPECT_EQ(ask({{"do", "retry"}, {"id", id}}).value(), (json{{"retried", 1}}));
  EXPECT_EQ(waiting(), 1U);
  const auto again = ask({{"do", "retry"}, {"id", id}});
  ASSERT_FALSE(again);
  EXPECT_THAT(to_line(again.error()), HasSubstr("kb-server deliveries list"));
}

TEST_P(DeliveryRequests, TryAllAgain) {
  add_dead("a");
  add_dead("b");
  EXPECT_EQ(ask({{"do", "retry"}}).value(), (json{{"retried", 2}}));
  EXPECT_EQ(waiting(), 2U);
}

TEST_P(DeliveryRequests, ThatMakeNoSenseAreErrors) {
  EXPECT_FALSE(ask(json::object()));
  EXPECT_FALSE(ask({{"do", "drop"}}));
  EXPECT_FALSE(ask({{"do", 7}}));
  EXPECT_FALSE(ask({{"do", "retry"}, {"id", "7"}}));
}

}  // namespace
}  // namespace kb
