#include "server/events/store_keys.h"

#include <gmock/gmock.h>

#include <atomic>

#include "core/store/store.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t kToday = 20'454;

class StoreKeysTest : public testing::Test {
 protected:
  std::unique_ptr<store::Store> open() {
    auto opened = store::Store::open("sqlite:" + (folder.path() / "s.db").string(),
                                     store::Store::Access::write);
    EXPECT_TRUE(opened) << to_line(opened.error());
    return std::move(*opened);
  }
  std::vector<std::int64_t> kept_days(store::Store& store) {
    std::vector<std::int64_t> days;
    const auto read = store.read([&](store::Sql& sql) {
      return sql.each("SELECT day FROM visitor_salts ORDER BY day", {},
                      [&](const store::Row& row) -> Result<void> {
                        days.push_back(row.integer(0));
                        return {};
                      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return days;
  }

  TemporaryFolder folder;
  StoreKeys::Problem no_problem = [](const Error& error) { ADD_FAILURE() << to_line(error); };
};

TEST_F(StoreKeysTest, AreOfThisProcessUntilTheStoreIsThere) {
  StoreKeys keys(no_problem);
  const auto salt = keys.salt_of(kToday);
  EXPECT_EQ(keys.salt_of(kToday), salt);
  EXPECT_NE(keys.salt_of(kToday + 1), salt);
  EXPECT_THAT(keys.sealing(), SizeIs(1));
  EXPECT_THAT(keys.customers(), IsEmpty());

  const auto own = keys.sealing().front();
  const auto store = open();
  keys.attach(*store, kToday + 1);
  ASSERT_THAT(keys.sealing(), SizeIs(2));
  EXPECT_EQ(keys.sealing().back(), own);  // what was sealed before can still be read
  EXPECT_THAT(keys.customers(), SizeIs(64));
}

TEST_F(StoreKeysTest, AreSharedByServers) {
  const auto store = open();
  StoreKeys one(no_problem);
  StoreKeys other(no_problem);
  one.attach(*store, kToday);
  other.attach(*store, kToday);
  EXPECT_EQ(one.salt_of(kToday), other.salt_of(kToday));
  EXPECT_EQ(one.sealing().front(), other.sealing().front());
  EXPECT_EQ(one.salt_of(kToday + 1), other.salt_of(kToday + 1));  // fetched with today's
}

TEST_F(StoreKeysTest, AreForgottenAfterTheirDay) {
  const auto store = open();
  std::string yesterday;
  {
    StoreKeys keys(no_problem);
    keys.attach(*store, kToday - 1);
    yesterday = keys.salt_of(kToday - 1);
    EXPECT_NE(keys.salt_of(kToday), yesterday);
  }
  StoreKeys keys(no_problem);
  keys.attach(*store, kToday);
  EXPECT_THAT(kept_days(*store), testing::ElementsAre(kToday, kToday + 1));
}

// A clock that was set back by a second at midnight brought the old day's visitors back.
TEST_F(StoreKeysTest, StayInADayThatHasBegun) {
  const auto store = open();
  StoreKeys keys(no_problem);
  keys.attach(*store, kToday);
  const auto tomorrow = keys.salt_of(kToday + 1);
  EXPECT_EQ(keys.salt_of(kToday), tomorrow);
}

TEST_F(StoreKeysTest, OfADayLongAfterAreWaitedFor) {
  const auto store = open();
  StoreKeys keys(no_problem);
  keys.attach(*store, kToday);
  keys.salt_of(kToday + 30);
  EXPECT_EQ(keys.salt_of(kToday + 30), keys.salt_of(kToday + 30));
}

class ClosedStore final : public store::Store {
 public:
  Result<void> backup(const std::filesystem::path&) const override { return fail("closed"); }

 protected:
  Result<void> do_read(const Transaction&) const override { return fail("closed"); }
  Result<void> do_write(const Transaction&) override { return fail("closed"); }
};

TEST_F(StoreKeysTest, ThatCannotBeHadAreToldOnceAndDoneWithout) {
  ClosedStore store;
  std::atomic<int> told = 0;
  StoreKeys keys([&](const Error& error) {
    EXPECT_EQ(error.what, "closed");
    ++told;
  });
  keys.attach(store, kToday);
  const auto salt = keys.salt_of(kToday);
  EXPECT_EQ(keys.salt_of(kToday), salt);
  EXPECT_THAT(keys.sealing(), SizeIs(1));
  EXPECT_EQ(told, 1);
}

}  // namespace
}  // namespace kb
