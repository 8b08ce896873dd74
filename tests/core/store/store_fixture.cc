#include "tests/core/store/store_fixture.h"

#include "tests/core/store/postgres_server.h"

namespace kb::store {

void StoreTest::SetUp() {
  if (GetParam() == Database::sqlite) {
    url_ = "sqlite:" + (folder() / "store.db").string();
  } else {
    auto& server = PostgresServer::shared();
    ASSERT_EQ(server.problem(), "");
    url_ = server.make_database();
    ASSERT_EQ(server.problem(), "");
  }
  reopen();
}

void StoreTest::reopen() {
  close();
  auto opened = Store::open(url_, Store::Access::write);
  ASSERT_TRUE(opened.has_value()) << to_line(opened.error());
  store_ = std::move(*opened);
}

std::string database_name(const testing::TestParamInfo<Database>& info) {
  return info.param == Database::sqlite ? "SQLite" : "PostgreSQL";
}

}  // namespace kb::store
