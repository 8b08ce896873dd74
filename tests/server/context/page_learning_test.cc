#include "server/context/page_learning.h"

#include <gmock/gmock.h>

#include "core/store/event_table.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kToday = 20'454;

class Learning : public StaffFixture {
 protected:
  void click(std::int64_t day, std::int64_t visitor, const std::string& object,
             const std::string& page = "app.example/orders") {
    store::EventBatch batch{"batch-" + std::to_string(++batches_), {}};
    batch.events.push_back({.day = day,
                            .action = store::Action::clicked,
                            .visitor = visitor,
                            .object = object,
                            .detail = "{\"from\":\"" + page + "\"}"});
    const auto put = store().write([&](store::Sql& sql) { return put_batch(sql, batch); });
    ASSERT_TRUE(put) << to_line(put.error());
  }
  std::vector<std::string> opened(int least, std::int64_t today = kToday) {
    return learning.opened_from("app.example/orders", store(), today, least);
  }

  PageLearning learning{center.site.clock,
                        [](const Error& error) { ADD_FAILURE() << to_line(error); }};

 private:
  int batches_ = 0;
};

TEST_F(Learning, CountsVisitorsOfFourWeeksInAllLanguages) {
  click(kToday, 1, "en/refund");
  click(kToday - 27, 2, "pl/refund");
  click(kToday - 1, 1, "en/parcel");
  click(kToday - 28, 3, "en/parcel");
  click(kToday, 4, "en/parcel", "app.example/settings");
  EXPECT_THAT(opened(1), ElementsAre("refund", "parcel"));
  EXPECT_THAT(learning.opened_from("app.example/none", store(), kToday, 1), IsEmpty());
}

// What one or two people opened may tell who they are.
TEST_F(Learning, ShowsNothingOfAFew) {
  click(kToday, 1, "en/refund");
  click(kToday, 2, "en/refund");
  click(kToday, 2, "en/parcel");
  EXPECT_THAT(opened(2), ElementsAre("refund"));
  EXPECT_THAT(opened(3), IsEmpty());
}

TEST_F(Learning, LooksAgainAfterAWhile) {
  EXPECT_THAT(opened(1), IsEmpty());
  click(kToday, 1, "en/refund");
  EXPECT_THAT(opened(1), IsEmpty());
  center.site.clock.advance(kLearnAgain);
  EXPECT_THAT(opened(1), ElementsAre("refund"));
  center.site.clock.advance(kLearnAgain);
  EXPECT_THAT(opened(1, kToday + 28), IsEmpty());
}

}  // namespace
}  // namespace kb
