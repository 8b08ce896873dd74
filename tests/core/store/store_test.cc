#include "core/store/store.h"

#include <gmock/gmock.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "core/store/migrations.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::HasSubstr;

class AnyStore : public StoreTest {
 protected:
  Result<std::int64_t> put(const std::string& name, std::int64_t value) {
    return store().write([&](Sql& sql) {
      return sql.change("INSERT INTO counters (name, value) VALUES ($1, $2)", {name, value});
    });
  }
  std::int64_t count() {
    const auto row =
        store().read([](Sql& sql) { return sql.one("SELECT count(*) FROM counters"); });
    return row && *row ? (*row)->integer(0) : -1;
  }
};
KB_ON_BOTH_DATABASES(AnyStore);

TEST_P(AnyStore, KeepsWhatWasWritten) {
  EXPECT_EQ(put("a", 7).value(), 1);
  reopen();
  const auto row = store().read(
      [](Sql& sql) { return sql.one("SELECT name, value FROM counters WHERE name = $1", {"a"}); });
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->text(0), "a");
  EXPECT_EQ((*row)->integer(1), 7);
}

TEST_P(AnyStore, UndoesWorkThatFails) {
  const auto done = store().write([](Sql& sql) -> Result<int> {
    if (auto put = sql.change("INSERT INTO counters (name, value) VALUES ('a', 1)"); !put)
      return fail(put.error());
    return fail("changed my mind");
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "changed my mind");
  EXPECT_EQ(count(), 0);
  EXPECT_TRUE(put("b", 1));
}

// SQLite goes on after a statement that failed, PostgreSQL does not: both are made to undo it all.
TEST_P(AnyStore, UndoesWorkThatTookNoNoticeOfAFailure) {
  const auto done = store().write([](Sql& sql) -> Result<int> {
    EXPECT_TRUE(sql.change("INSERT INTO counters (name, value) VALUES ('a', 1)"));
    EXPECT_FALSE(sql.change("INSERT INTO counters (name, value) VALUES ('a', 2)"));
    EXPECT_FALSE(sql.change("INSERT INTO counters (name, value) VALUES ('b', 2)"));
    return 1;
  });
  EXPECT_FALSE(done);
  EXPECT_EQ(count(), 0);
}

TEST_P(AnyStore, UndoesWorkThatThrows) {
  const auto throwing = [](Sql& sql) -> Result<int> {
    EXPECT_TRUE(sql.change("INSERT INTO counters (name, value) VALUES ('a', 1)"));
    throw std::runtime_error("a bug");
  };
  EXPECT_THROW(static_cast<void>(store().write(throwing)), std::runtime_error);
  EXPECT_EQ(count(), 0);
  EXPECT_TRUE(put("b", 1));
}

TEST_P(AnyStore, RefusesToWriteWhileReading) {
  const auto done = store().read(
      [](Sql& sql) { return sql.change("INSERT INTO counters (name, value) VALUES ('a', 1)"); });
  EXPECT_FALSE(done);
  EXPECT_EQ(count(), 0);
}

TEST_P(AnyStore, OpenedForReadingWritesNothing) {
  ASSERT_TRUE(put("a", 1));
  auto reader = Store::open(url(), Store::Access::read);  // beside the one that writes
  ASSERT_TRUE(reader) << to_line(reader.error());
  const auto row =
      (*reader)->read([](Sql& sql) { return sql.one("SELECT count(*) FROM counters"); });
  EXPECT_EQ((*row)->integer(0), 1);
  const auto done = (*reader)->write([](Sql& sql) { return sql.change("DELETE FROM counters"); });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "the store was opened for reading");
}

TEST_P(AnyStore, CarriesEveryKindOfValue) {
  const std::string odd = "'; DROP TABLE users; -- \"$1\" % \\ \n ăîșț 漢字 😀";
  const auto row = store().read([&](Sql& sql) {
    return sql.one(
        "SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), "
        "CAST($4 AS TEXT), CAST($5 AS DOUBLE PRECISION), CAST($6 AS TEXT)",
        {odd, std::int64_t{-9007199254740993}, nullptr, "", 0.1, std::optional<std::string>()});
  });
  ASSERT_TRUE(row) << to_line(row.error());
  EXPECT_EQ((*row)->text(0), odd);
  EXPECT_EQ((*row)->integer(1), -9007199254740993);
  EXPECT_TRUE((*row)->is_null(2));
  EXPECT_EQ((*row)->maybe_integer(2), std::nullopt);
  EXPECT_EQ((*row)->text(3), "");
  EXPECT_FALSE((*row)->is_null(3));
  EXPECT_EQ((*row)->number(4), 0.1);
  EXPECT_TRUE((*row)->is_null(5));
}

// A sum of BIGINT is NUMERIC in PostgreSQL.
TEST_P(AnyStore, SumsAreNumbers) {
  ASSERT_TRUE(put("a", 40));
  ASSERT_TRUE(put("b", 2));
  const auto row =
      store().read([](Sql& sql) { return sql.one("SELECT sum(value), avg(value) FROM counters"); });
  EXPECT_EQ((*row)->integer(0), 42);
  EXPECT_EQ((*row)->number(1), 21.0);
}

TEST_P(AnyStore, OrdersTextByItsBytesAndMindsCaseInLike) {
  for (const char* name : {"b", "A", "a", "ă", "B"}) ASSERT_TRUE(put(name, 1));
  const auto rows =
      store().read([](Sql& sql) { return sql.all("SELECT name FROM counters ORDER BY name"); });
  std::string order;
  for (const Row& row : *rows) order += row.text(0);
  EXPECT_EQ(order, "ABabă");
  const auto like = store().read(
      [](Sql& sql) { return sql.all("SELECT name FROM counters WHERE name LIKE 'a%'"); });
  EXPECT_EQ(like->size(), 1U);
}

TEST_P(AnyStore, RefusesTextWithAZeroByte) {
  const auto done = put(std::string("a\0b", 3), 1);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "a text with a zero byte cannot be stored");
}

TEST_P(AnyStore, SaysWhatIsWrongWithAStatement) {
  for (const char* wrong : {"SELEC 1", "SELECT nothing FROM counters", "SELECT 1 FROM nowhere"}) {
    const auto done = store().read([&](Sql& sql) { return sql.one(wrong); });
    ASSERT_FALSE(done) << wrong;
    EXPECT_THAT(done.error().what, HasSubstr("refused: "));
  }
  const auto too_few = store().read([](Sql& sql) {
    return sql.one("SELECT name FROM counters WHERE name = $1 AND value = $2", {"a"});
  });
  EXPECT_FALSE(too_few);
}

TEST_P(AnyStore, StopsReadingWhereTheVisitorDoes) {
  for (int i = 0; i < 50; ++i) ASSERT_TRUE(put("n" + std::to_string(i), i));
  int seen = 0;
  const auto done = store().read([&](Sql& sql) {
    return sql.each("SELECT name FROM counters", {}, [&](const Row&) -> Result<void> {
      if (++seen == 3) return fail("enough");
      return {};
    });
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "enough");
  EXPECT_EQ(seen, 3);
  EXPECT_EQ(count(), 50);  // the connection is as good as before
}

TEST_P(AnyStore, ReadsOneStateWhileOthersWrite) {
  ASSERT_TRUE(put("a", 1));
  const auto done = store().read([&](Sql& sql) -> Result<int> {
    const auto before = sql.one("SELECT count(*) FROM counters");
    EXPECT_TRUE(put("b", 2));
    const auto after = sql.one("SELECT count(*) FROM counters");
    EXPECT_EQ((*before)->integer(0), (*after)->integer(0));
    return 0;
  });
  EXPECT_TRUE(done);
  EXPECT_EQ(count(), 2);
}

TEST_P(AnyStore, ManyThreadsCountWithoutLosingOne) {
  ASSERT_TRUE(put("n", 0));
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 6; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        // Read, then written: right only where no other write comes in between.
        const auto done = store().write([](Sql& sql) -> Result<std::int64_t> {
          const auto row = sql.one("SELECT value FROM counters WHERE name = 'n'");
          if (!row) return fail(row.error());
          return sql.change("UPDATE counters SET value = $1", {(*row)->integer(0) + 1});
        });
        if (!done || count() != 1) ++failed;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  const auto row = store().read([](Sql& sql) { return sql.one("SELECT value FROM counters"); });
  EXPECT_EQ((*row)->integer(0), 120);
}

TEST_P(AnyStore, OfANewerVersionIsRefused) {
  ASSERT_TRUE(
      store().write([](Sql& sql) { return sql.change("UPDATE store_version SET version = 999"); }));
  close();
  for (const auto access : {Store::Access::write, Store::Access::read}) {
    const auto opened = Store::open(url(), access);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("is of version 999, this program knows "));
    EXPECT_EQ(opened.error().hint, "use the newer program that wrote it");
  }
}

TEST(StoreAddress, IsSqliteOrPostgresql) {
  EXPECT_TRUE(is_sqlite("sqlite:var/kb.db"));
  EXPECT_EQ(sqlite_path("sqlite:var/kb.db"), "var/kb.db");
  EXPECT_FALSE(is_sqlite("postgresql://kb@db.example/kb"));
  for (const char* wrong : {"", "mysql://kb:secret@db.example/kb", "sqlite:", "var/kb.db"}) {
    const auto opened = Store::open(wrong, Store::Access::read);
    ASSERT_FALSE(opened) << wrong;
    EXPECT_THAT(opened.error().hint, HasSubstr("store.url"));
    EXPECT_EQ(to_line(opened.error()).find("secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace kb::store
