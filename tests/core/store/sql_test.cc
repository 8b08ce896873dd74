#include "core/store/sql.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

TEST(Row, GivesAColumnAsWhatItIs) {
  const Row row({Value("ana"), Value(7), Value(0.5), Value(nullptr), Value(true),
                 Value(Time(std::chrono::seconds(1700000000)))});
  EXPECT_EQ(row.size(), 6U);
  EXPECT_EQ(row.text(0), "ana");
  EXPECT_EQ(row.integer(1), 7);
  EXPECT_EQ(row.number(1), 7.0);
  EXPECT_EQ(row.number(2), 0.5);
  EXPECT_TRUE(row.is_null(3));
  EXPECT_EQ(row.integer(4), 1);
  EXPECT_EQ(row.time(5), Time(std::chrono::seconds(1700000000)));
}

TEST(Row, GivesNothingOfAColumnReadAsWhatItIsNot) {
  const Row row({Value("7"), Value(nullptr)});
  EXPECT_EQ(row.integer(0), 0);
  EXPECT_EQ(row.maybe_integer(0), std::nullopt);
  EXPECT_EQ(row.maybe_time(1), std::nullopt);
  EXPECT_EQ(row.text(1), "");
  EXPECT_EQ(row.number(1), 0.0);
}

TEST(SqlValue, OfNothingIsNull) {
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(Value(std::optional<int>()).held()));
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(Value(std::optional<Time>()).held()));
  EXPECT_EQ(std::get<std::int64_t>(Value(std::optional(5)).held()), 5);
}

using testing::ElementsAre;

class SqlRows : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    KB_ASSERT_DONE(store().write([](Sql& sql) {
      return sql.change("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
    }));
  }
};
KB_ON_BOTH_DATABASES(SqlRows);

TEST_P(SqlRows, AreListedAsWhatIsMadeOfThem) {
  const auto names = store().write([](Sql& sql) -> Result<std::vector<std::string>> {
    for (const auto* name : {"lamp", "hub"})
      if (auto put = sql.added("INSERT INTO things (id, name) VALUES ($1, $2) RETURNING id",
                               {name[0] == 'h' ? 2 : 1, name});
          !put)
        return fail(put.error());
    return sql.list("SELECT name FROM things WHERE id < $1 ORDER BY id", {3},
                    [](const Row& row) { return row.text(0); });
  });
  ASSERT_TRUE(names) << to_line(names.error());
  EXPECT_THAT(*names, ElementsAre("lamp", "hub"));
}

TEST_P(SqlRows, SayWhichNumberTheyWereGiven) {
  const auto add = [&](const char* statement) {
    return store().write([&](Sql& sql) { return sql.added(statement, {7, "lamp"}); });
  };
  EXPECT_EQ(add("INSERT INTO things (id, name) VALUES ($1, $2) RETURNING id").value(), 7);
  EXPECT_FALSE(add("INSERT INTO things (id, name) VALUES ($1, $2) RETURNING id")) << "taken";
  EXPECT_FALSE(
      add("INSERT INTO things (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING "
          "RETURNING id"))
      << "nothing was added";
}

}  // namespace
}  // namespace kb::store
