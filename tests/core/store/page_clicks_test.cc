#include "core/store/page_clicks.h"

#include <gmock/gmock.h>

#include "core/store/event_table.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::ElementsAre;

class PageClicksTable : public StoreTest {
 protected:
  static Event click(std::int64_t visitor, std::string object, std::string detail) {
    return {.day = 20'400,
            .action = Action::clicked,
            .visitor = visitor,
            .object = std::move(object),
            .detail = std::move(detail)};
  }
  void put(std::vector<Event> events) {
    const auto done = store().write(
        [&](Sql& sql) { return put_batch(sql, {.id = "a batch", .events = std::move(events)}); });
    ASSERT_TRUE(done) << to_line(done.error());
  }
  std::vector<PageClicks> on(std::int64_t day) {
    return store().read([&](Sql& sql) { return page_clicks_on(sql, day); }).value();
  }
};
KB_ON_BOTH_DATABASES(PageClicksTable);

TEST_P(PageClicksTable, CountsVisitorsOnce) {
  const std::string orders = R"({"from":"shop.example/orders"})";
  auto staff = click(9, "en/refund", orders);
  staff.who = Who::staff;
  auto viewed = click(8, "en/refund", orders);
  viewed.action = Action::page_viewed;
  put({click(1, "en/refund", orders), click(1, "en/refund", orders), click(2, "en/refund", orders),
       click(2, "en/parcel", orders), click(3, "en/refund", R"({"from":"shop.example/"})"),
       click(0, "en/refund", orders), click(4, "en/refund", ""), staff, viewed});
  EXPECT_THAT(on(20'400), ElementsAre(PageClicks{"shop.example/", "en/refund", 1},
                                      PageClicks{"shop.example/orders", "en/parcel", 1},
                                      PageClicks{"shop.example/orders", "en/refund", 2}));
  EXPECT_THAT(on(20'401), ElementsAre());
}

TEST_P(PageClicksTable, LeavesOutWhatTellsNoPage) {
  put({click(1, "en/refund", R"({"from":7})"), click(2, "en/refund", R"(["from")"),
       click(3, "en/refund", R"({"other":"from"})")});
  EXPECT_THAT(on(20'400), ElementsAre());
}

}  // namespace
}  // namespace kb::store
