#include "core/store/first_times.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

class FirstTimes : public StoreTest {
 protected:
  Result<Time> at(const char* what, int seconds) {
    return store().write(
        [&](Sql& sql) { return first_time(sql, what, Time(std::chrono::seconds(seconds))); });
  }
};
KB_ON_BOTH_DATABASES(FirstTimes);

TEST_P(FirstTimes, AreKept) {
  EXPECT_EQ(at("digest", 100).value(), Time(std::chrono::seconds(100)));
  EXPECT_EQ(at("digest", 200).value(), Time(std::chrono::seconds(100)));
  EXPECT_EQ(at("digest", 50).value(), Time(std::chrono::seconds(100)));
  EXPECT_EQ(at("other", 200).value(), Time(std::chrono::seconds(200)));
  reopen();
  EXPECT_EQ(at("digest", 300).value(), Time(std::chrono::seconds(100)));
}

TEST_P(FirstTimes, AreNotNotedByReading) {
  EXPECT_FALSE(store().read([](Sql& sql) { return first_time(sql, "digest", Time()); }));
  EXPECT_EQ(at("digest", 100).value(), Time(std::chrono::seconds(100)));
}

}  // namespace
}  // namespace kb::store
