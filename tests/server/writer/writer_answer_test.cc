// Which page answers which address, and to whom.

#include "server/writer/writer_answer.h"

#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

class WriterPages : public WriterFixture {};

TEST_F(WriterPages, AreForWriters) {
  const auto agent = logged_in("ion", Role::agent);
  const auto admin = logged_in("eva", Role::admin);
  put({ticket("1", kParcel, "a")});
  for (const char* address :
       {"/writer", "/writer/review", "/writer/review/desk/1", "/writer/peer"}) {
    EXPECT_EQ(get(address).status, 303) << address;
    EXPECT_EQ(get(address, agent).status, 403) << address;
    EXPECT_EQ(get(address, ana).status, 200) << address;
    EXPECT_EQ(get(address, admin).status, 200) << address;
  }
}

TEST_F(WriterPages, AreNoOthers) {
  for (const char* address : {"/writer/nothing", "/writer/review/", "/writer/review/desk",
                              "/writer/peer/2025-W01", "/writer/publish"})
    EXPECT_EQ(get(address, ana).status, 404) << address;
  EXPECT_EQ(post("/writer", {}, ana).status, 404);
  EXPECT_EQ(post("/writer/publish", {}, ana).status, 404);  // nothing publishes here
}

}  // namespace
}  // namespace kb
