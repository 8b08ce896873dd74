#include "core/store/postgres_store.h"

#include <gmock/gmock.h>

#include "tests/core/store/postgres_server.h"

namespace kb::store {
namespace {

using testing::HasSubstr;
using Access = Store::Access;

class PostgresAway : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server_.problem(), "");
    url_ = server_.make_database();
    store_ = open();
  }
  std::unique_ptr<Store> open() {
    auto opened = PostgresStore::open(url_, Access::write);
    EXPECT_TRUE(opened) << to_line(opened.error());
    return opened ? std::move(*opened) : nullptr;
  }
  Result<std::int64_t> put(Store& store, const std::string& name) {
    return store.write([&](Sql& sql) {
      return sql.change("INSERT INTO counters (name, value) VALUES ($1, 1)", {name});
    });
  }
  Result<std::int64_t> count() {
    const auto row =
        store_->read([](Sql& sql) { return sql.one("SELECT count(*) FROM counters"); });
    if (!row) return fail(row.error());
    return (*row)->integer(0);
  }

  PostgresServer& server_ = PostgresServer::shared();
  std::string url_;
  std::unique_ptr<Store> store_;
};

TEST_F(PostgresAway, ComesBack) {
  ASSERT_TRUE(put(*store_, "a"));
  ASSERT_EQ(count().value(), 1);
  server_.stop();
  const auto lost = put(*store_, "b");
  ASSERT_FALSE(lost);
  EXPECT_THAT(lost.error().what, HasSubstr("cannot reach PostgreSQL"));
  EXPECT_FALSE(count());
  server_.start();
  EXPECT_TRUE(put(*store_, "c"));
  EXPECT_EQ(count().value(), 2);
}

// The idle connections broke, and nothing was lost: nobody needs to notice.
TEST_F(PostgresAway, ARestartBetweenTwoCallsGoesUnnoticed) {
  ASSERT_TRUE(put(*store_, "a"));
  ASSERT_EQ(count().value(), 1);
  server_.stop();
  server_.start();
  EXPECT_EQ(count().value(), 1);
  EXPECT_TRUE(put(*store_, "b"));
}

TEST_F(PostgresAway, ARestartInTheMiddleOfAWriteUndoesIt) {
  const auto done = store_->write([&](Sql& sql) -> Result<std::int64_t> {
    auto first = sql.change("INSERT INTO counters (name, value) VALUES ('a', 1)");
    if (!first) return first;
    server_.stop();
    server_.start();
    return sql.change("INSERT INTO counters (name, value) VALUES ('b', 1)");
  });
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().what,
              HasSubstr("lost the connection to PostgreSQL; nothing was changed"));
  EXPECT_EQ(count().value(), 0);
  EXPECT_TRUE(put(*store_, "c"));
}

TEST_F(PostgresAway, ACommitWhoseOutcomeIsUnknownSaysSo) {
  const auto done = store_->write([&](Sql& sql) {
    auto changed = sql.change("INSERT INTO counters (name, value) VALUES ('a', 1)");
    server_.stop();
    server_.start();
    return changed;
  });
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().what, HasSubstr("is not known"));
  EXPECT_TRUE(put(*store_, "b"));
}

TEST_F(PostgresAway, ARestartInTheMiddleOfAReadIsAnError) {
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(put(*store_, std::to_string(i)));
  const auto done = store_->read([&](Sql& sql) -> Result<int> {
    if (auto row = sql.one("SELECT count(*) FROM counters"); !row) return fail(row.error());
    server_.stop();
    server_.start();
    if (auto row = sql.one("SELECT count(*) FROM counters"); !row) return fail(row.error());
    return 0;
  });
  EXPECT_FALSE(done);
  EXPECT_EQ(count().value(), 20);
}

TEST_F(PostgresAway, SeveralServersShareAStore) {
  const auto other = open();
  EXPECT_TRUE(put(*store_, "a"));
  EXPECT_TRUE(put(*other, "b"));
  EXPECT_EQ(count().value(), 2);
}

TEST_F(PostgresAway, LeavesBackupsToPgDump) {
  const auto done = store_->backup("/tmp/monday.dump");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().hint, "run pg_dump --format=custom --file=/tmp/monday.dump");
}

TEST_F(PostgresAway, ADatabaseWithoutAStoreCannotBeRead) {
  const auto reader = PostgresStore::open(server_.make_database(), Access::read);
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().what, "there is no store yet");
}

}  // namespace
}  // namespace kb::store
