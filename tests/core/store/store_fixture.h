// Runs a test on an SQLite store in a temporary folder and on a PostgreSQL database of its own.
//
//   class Users : public StoreTest {};
//   KB_ON_BOTH_DATABASES(Users);
//   TEST_P(Users, AreFoundByName) { store().write([&](Sql& sql) { return add_user(sql, …); }); … }
//
// The test program starts one PostgreSQL, when the first test wants it, and takes it down with
// itself. Where it is not installed these tests fail and say what to install. One thread makes
// fixtures; the stores are as thread-safe as any.

#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/store/store.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::store {

enum class Database { sqlite, postgresql };

class StoreTest : public testing::TestWithParam<Database> {
 protected:
  void SetUp() override;

  const std::string& url() const { return url_; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  Store& store() { return *store_; }
  void close() { store_.reset(); }
  void reopen();  // for writing

 private:
  TemporaryFolder folder_;
  std::string url_;
  std::unique_ptr<Store> store_;
};

std::string database_name(const testing::TestParamInfo<Database>& info);

#define KB_ON_BOTH_DATABASES(Suite)                                                                \
  INSTANTIATE_TEST_SUITE_P(Stores, Suite, testing::Values(Database::sqlite, Database::postgresql), \
                           database_name)

#define KB_ASSERT_DONE(expression)                                \
  do {                                                            \
    const auto kb_done = (expression);                            \
    ASSERT_TRUE(kb_done.has_value()) << to_line(kb_done.error()); \
  } while (false)

}  // namespace kb::store
