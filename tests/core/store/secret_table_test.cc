#include "core/store/secret_table.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

class Secrets : public StoreTest {
 protected:
  std::optional<std::string> find(const char* name) {
    return store().read([&](Sql& sql) { return find_secret(sql, name); }).value();
  }
};
KB_ON_BOTH_DATABASES(Secrets);

TEST_P(Secrets, AreMadeOnceAndKept) {
  EXPECT_EQ(find("customers"), std::nullopt);
  const auto made = store().write([](Sql& sql) { return secret(sql, "customers"); }).value();
  EXPECT_EQ(made.size(), 64U);
  EXPECT_EQ(store().write([](Sql& sql) { return secret(sql, "customers"); }).value(), made);
  EXPECT_NE(store().write([](Sql& sql) { return secret(sql, "trails"); }).value(), made);
  reopen();
  EXPECT_EQ(find("customers"), made);
}

TEST_P(Secrets, AreNotMadeByReading) {
  EXPECT_FALSE(store().read([](Sql& sql) { return secret(sql, "customers"); }));
  EXPECT_EQ(find("customers"), std::nullopt);
}

}  // namespace
}  // namespace kb::store
