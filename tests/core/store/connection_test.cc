#include "core/store/connection.h"

#include <gmock/gmock.h>

#include "tests/core/store/fake_connection.h"

namespace kb::store {
namespace {

using testing::ElementsAre;

class InTransaction : public testing::Test {
 protected:
  std::vector<std::string> calls_;
  FakeConnection connection_{calls_};
};

TEST_F(InTransaction, CommitsWhatWorked) {
  EXPECT_TRUE(in_transaction(connection_, [](Sql& sql) -> Result<void> {
    EXPECT_EQ(sql.change("do").value(), 1);
    return {};
  }));
  EXPECT_THAT(calls_, ElementsAre("begin", "do", "commit"));
}

TEST_F(InTransaction, UndoesWhatFailed) {
  EXPECT_FALSE(in_transaction(connection_, [](Sql&) -> Result<void> { return fail("no"); }));
  EXPECT_THAT(calls_, ElementsAre("begin", "rollback"));
}

TEST_F(InTransaction, DoesNothingMoreAfterAFailure) {
  const auto done = in_transaction(connection_, [](Sql& sql) -> Result<void> {
    EXPECT_FALSE(sql.change("wrong"));
    EXPECT_FALSE(sql.change("do"));
    EXPECT_FALSE(sql.one("see"));
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "refused");
  EXPECT_THAT(calls_, ElementsAre("begin", "wrong", "rollback"));
}

TEST_F(InTransaction, FailsWhereAVisitorDid) {
  EXPECT_FALSE(in_transaction(connection_, [](Sql& sql) -> Result<void> {
    EXPECT_FALSE(sql.each("see", {}, [](const Row&) -> Result<void> { return fail("enough"); }));
    return {};
  }));
  EXPECT_THAT(calls_, ElementsAre("begin", "see", "rollback"));
}

TEST_F(InTransaction, UndoesWhatCouldNotBeCommitted) {
  FakeConnection full(calls_, false);
  EXPECT_FALSE(in_transaction(full, [](Sql&) -> Result<void> { return {}; }));
  EXPECT_THAT(calls_, ElementsAre("begin", "commit", "rollback"));
}

}  // namespace
}  // namespace kb::store
