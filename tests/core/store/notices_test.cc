#include "core/store/notices.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class Notices : public StoreTest {
 protected:
  Notice add(Notice notice) {
    const auto added = store().write([&](Sql& sql) { return add_notice(sql, notice); });
    EXPECT_TRUE(added) << to_line(added.error());
    notice.id = added.value_or(0);
    return notice;
  }
  std::vector<Notice> on(std::int64_t day) {
    return store().read([&](Sql& sql) { return notices_on(sql, day); }).value();
  }
  bool remove(std::int64_t id) {
    return store().write([&](Sql& sql) { return remove_notice(sql, id); }).value();
  }
};
KB_ON_BOTH_DATABASES(Notices);

TEST_P(Notices, AreShownUntilTheirLastDay) {
  const auto old = add({.lang = "pl",
                        .text = "Opóźnione paczki",
                        .article = "pl/delivery/late",
                        .gap = 7,
                        .until_day = 20'420,
                        .who = "ana",
                        .created = kNow});
  const auto fresh =
      add({.text = "Maintenance", .until_day = 20'421, .who = "ion", .created = kNow + 1h});
  EXPECT_THAT(on(20'420), ElementsAre(fresh, old));
  EXPECT_THAT(on(20'421), ElementsAre(fresh));
  EXPECT_TRUE(on(20'422).empty());
}

TEST_P(Notices, AreRemovedOnce) {
  const auto notice = add({.text = "Maintenance", .until_day = 20'421});
  EXPECT_FALSE(remove(notice.id + 1));
  EXPECT_TRUE(remove(notice.id));
  EXPECT_FALSE(remove(notice.id));
  EXPECT_TRUE(on(20'421).empty());
}

}  // namespace
}  // namespace kb::store
