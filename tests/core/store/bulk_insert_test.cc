#include "core/store/bulk_insert.h"

#include <gmock/gmock.h>

#include "tests/core/store/fake_connection.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

constexpr RowShape kCounters = {"counters (name, value)", 2};

std::vector<Value> rows(int count) {
  std::vector<Value> values;
  for (int i = 0; i < count; ++i) {
    values.emplace_back("n" + std::to_string(i));
    values.emplace_back(i);
  }
  return values;
}

class BulkInsert : public StoreTest {};
KB_ON_BOTH_DATABASES(BulkInsert);

TEST_P(BulkInsert, PutsEveryRowOnce) {
  for (const int count : {0, 1, 17, 128, 300}) {
    const auto row = store().write([&](Sql& sql) -> Result<std::optional<Row>> {
      if (auto cleared = sql.change("DELETE FROM counters"); !cleared) return fail(cleared.error());
      if (auto put = insert_rows(sql, kCounters, rows(count)); !put) return fail(put.error());
      return sql.one("SELECT count(*), COALESCE(sum(value), 0) FROM counters");
    });
    ASSERT_TRUE(row) << to_line(row.error());
    EXPECT_EQ((*row)->integer(0), count);
    EXPECT_EQ((*row)->integer(1), count * (count - 1) / 2);
  }
}

TEST_P(BulkInsert, TellsWhatWasInserted) {
  std::vector<std::string> added;
  const auto put = store().write([&](Sql& sql) -> Result<void> {
    if (auto first = insert_rows(sql, kCounters, rows(2)); !first) return first;
    return insert_rows(sql, {kCounters.into, 2, "ON CONFLICT (name) DO NOTHING RETURNING name"},
                       rows(4), [&](const Row& row) -> Result<void> {
                         added.push_back(row.text(0));
                         return {};
                       });
  });
  ASSERT_TRUE(put) << to_line(put.error());
  EXPECT_THAT(added, testing::UnorderedElementsAre("n2", "n3"));
}

TEST(BulkInsertStatements, AreFewAndTheSameEachTime) {
  std::vector<std::string> calls;
  FakeConnection connection(calls);
  ASSERT_TRUE(insert_rows(connection, kCounters, rows(2 * 128 + 16 + 2)));
  ASSERT_EQ(calls.size(), 5U);
  EXPECT_EQ(calls[0], calls[1]);
  EXPECT_EQ(calls[3], "INSERT INTO counters (name, value) VALUES ($1, $2) ");
  EXPECT_EQ(calls[4], calls[3]);
}

}  // namespace
}  // namespace kb::store
