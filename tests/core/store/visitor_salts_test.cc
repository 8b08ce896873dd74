#include "core/store/visitor_salts.h"

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

class VisitorSalts : public StoreTest {
 protected:
  std::string salt(std::int64_t day) {
    const auto salt = store().write([&](Sql& sql) { return salt_of_day(sql, day); });
    EXPECT_TRUE(salt) << to_line(salt.error());
    return salt.value_or("");
  }
};
KB_ON_BOTH_DATABASES(VisitorSalts);

TEST_P(VisitorSalts, StayTheSameForADay) {
  const auto first = salt(20'400);
  EXPECT_GE(first.size(), 32U);
  EXPECT_EQ(salt(20'400), first);
  EXPECT_NE(salt(20'401), first);
}

TEST_P(VisitorSalts, CannotBeHadAgainOnceTheDayIsOver) {
  const auto yesterday = salt(20'400);
  const auto today = salt(20'401);
  KB_ASSERT_DONE(store().write([](Sql& sql) { return drop_salts_before(sql, 20'401); }));
  EXPECT_EQ(salt(20'401), today);
  EXPECT_NE(salt(20'400), yesterday);
}

}  // namespace
}  // namespace kb::store
