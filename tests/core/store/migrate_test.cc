#include "core/store/migrate.h"

#include <gmock/gmock.h>

#include <array>
#include <thread>

#include "core/store/postgres_connection.h"
#include "core/store/sqlite_database.h"
#include "tests/core/store/postgres_server.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::HasSubstr;

constexpr std::array kSteps = {
    Migration{1,
              "CREATE TABLE a (id {id}, name TEXT NOT NULL);\nCREATE INDEX a_name ON a (name);\n"},
    Migration{
        2, "ALTER TABLE a ADD COLUMN more BIGINT;\nINSERT INTO a (name, more) VALUES ('x', 2);\n"},
};
constexpr std::array kBroken = {kSteps[0],
                                Migration{2, "CREATE TABLE b (id {id});\nCREATE TABLE c (oops;\n"}};

// On a database that nothing was done to.
class Migrate : public testing::TestWithParam<Database> {
 protected:
  void SetUp() override {
    if (GetParam() == Database::postgresql) {
      ASSERT_EQ(PostgresServer::shared().problem(), "");
      url_ = PostgresServer::shared().make_database();
    }
  }
  std::unique_ptr<Connection> connect() {
    if (GetParam() == Database::postgresql)
      return std::make_unique<PostgresConnection>(url_, Store::Access::write);
    return std::move(*SqliteDatabase::open(folder_.path() / "a.db", Store::Access::write));
  }
  std::int64_t number(Connection& connection, const std::string& statement) {
    std::int64_t found = -1;
    EXPECT_TRUE(in_transaction(connection, [&](Sql& sql) -> Result<void> {
      const auto row = sql.one(statement);
      if (!row) return fail(row.error());
      found = (*row)->integer(0);
      return {};
    }));
    return found;
  }

 private:
  TemporaryFolder folder_;
  std::string url_;
};
KB_ON_BOTH_DATABASES(Migrate);

TEST_P(Migrate, MakesATableFromNothing) {
  auto connection = connect();
  KB_ASSERT_DONE(migrate(*connection, kSteps));
  EXPECT_EQ(number(*connection, "SELECT version FROM store_version"), 2);
  EXPECT_EQ(number(*connection, "SELECT more FROM a"), 2);
  KB_ASSERT_DONE(migrate(*connection, kSteps));  // does nothing more
  EXPECT_EQ(number(*connection, "SELECT count(*) FROM a"), 1);
  KB_ASSERT_DONE(check_version(*connection, kSteps));
}

TEST_P(Migrate, TakesTheStepsThatAnOlderStoreLacks) {
  auto connection = connect();
  KB_ASSERT_DONE(migrate(*connection, std::span(kSteps).first(1)));
  const auto old = check_version(*connection, kSteps);
  ASSERT_FALSE(old);
  EXPECT_EQ(old.error().what, "the store is of version 1, this program needs 2");
  KB_ASSERT_DONE(migrate(*connection, kSteps));
  EXPECT_EQ(number(*connection, "SELECT version FROM store_version"), 2);
}

TEST_P(Migrate, RefusesANewerStore) {
  auto connection = connect();
  KB_ASSERT_DONE(migrate(*connection, kSteps));
  const auto done = migrate(*connection, std::span(kSteps).first(1));
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "the store is of version 2, this program knows 1");
}

TEST_P(Migrate, AStepThatFailsLeavesTheVersionBeforeIt) {
  auto connection = connect();
  EXPECT_FALSE(migrate(*connection, kBroken));
  EXPECT_EQ(number(*connection, "SELECT version FROM store_version"), 1);
  EXPECT_FALSE(connection->has_table("b").value());
  KB_ASSERT_DONE(migrate(*connection, kSteps));
}

TEST_P(Migrate, LeavesAnotherProgramsTablesAlone) {
  auto connection = connect();
  KB_ASSERT_DONE(in_transaction(*connection, [](Sql& sql) -> Result<void> {
    if (auto made = sql.change("CREATE TABLE theirs (id BIGINT)"); !made) return fail(made.error());
    return {};
  }));
  const auto done = migrate(*connection, kSteps);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "holds tables of another program");
  EXPECT_THAT(done.error().hint, HasSubstr("store.url"));
}

TEST_P(Migrate, NothingThereIsNoStoreYet) {
  auto connection = connect();
  const auto done = check_version(*connection, kSteps);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "there is no store yet");
}

TEST_P(Migrate, SeveralAtOnceTakeTurns) {
  { auto first = connect(); }  // the file's header: SQLite stores have one process that writes
  std::vector<std::thread> threads;
  for (int i = 0; i < (GetParam() == Database::postgresql ? 4 : 1); ++i)
    threads.emplace_back([&] {
      auto connection = connect();
      const auto done = migrate(*connection, kSteps);
      EXPECT_TRUE(done) << to_line(done.error());
    });
  for (auto& thread : threads) thread.join();
  auto connection = connect();
  EXPECT_EQ(number(*connection, "SELECT count(*) FROM a"), 1);
}

}  // namespace
}  // namespace kb::store
