#include "core/store/running_server.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/core/base/temporary_folder.h"
#include "tests/core/store/canned_server.h"

namespace kb::store {
namespace {

using testing::HasSubstr;

class RunningServerFile : public testing::Test {
 protected:
  Result<std::optional<RunningServer>> found() { return RunningServer::find(store_); }

  TemporaryFolder folder_;
  std::string store_ = "sqlite:" + (folder_.path() / "kb.db").string();
  std::filesystem::path file_ = folder_.path() / "kb.db.server";
};

TEST_F(RunningServerFile, IsThereWhileTheServerIs) {
  EXPECT_FALSE(found().value());
  ASSERT_TRUE(announce_server(store_, {"http://127.0.0.1:8080", "secret", ::getpid()}));
  struct stat facts {};
  ASSERT_EQ(::stat(file_.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  const auto server = found().value();
  ASSERT_TRUE(server);
  EXPECT_EQ(server->address().url, "http://127.0.0.1:8080");
  EXPECT_EQ(server->address().token, "secret");
  EXPECT_EQ(server->address().pid, ::getpid());
  withdraw_server(store_);
  EXPECT_FALSE(found().value());
}

TEST_F(RunningServerFile, OfAServerThatWasKilledIsNone) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  ASSERT_TRUE(announce_server(store_, {"http://127.0.0.1:8080", "secret", child}));
  EXPECT_FALSE(found().value());
}

TEST_F(RunningServerFile, ThatIsUnreadableIsAnError) {
  for (const char* content : {"", "{", "[]", R"({"url": "http://127.0.0.1:1"})",
                              R"({"url": 1, "token": "a", "pid": 1})"}) {
    folder_.write("kb.db.server", content);
    const auto server = found();
    ASSERT_FALSE(server) << content;
    EXPECT_EQ(server.error().where, file_.string());
  }
}

TEST_F(RunningServerFile, IsNotNeededForPostgresql) {
  const std::string store = "postgresql://kb@db.example/kb";
  EXPECT_TRUE(announce_server(store, {"http://127.0.0.1:8080", "secret", ::getpid()}));
  EXPECT_FALSE(RunningServer::find(store).value());
  withdraw_server(store);
}

TEST(RunningServer, GetsJsonWithItsToken) {
  CannedServer server("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"added\":3}");
  const RunningServer running({server.url(), "secret", ::getpid()});
  EXPECT_EQ(running.post("/local/tickets", "[]").value(), "{\"added\":3}");
  EXPECT_THAT(server.request(), HasSubstr("\r\nAuthorization: Bearer secret\r\n"));
  EXPECT_THAT(server.request(), HasSubstr("\r\nContent-Type: application/json\r\n"));
}

TEST(RunningServer, RefusesInItsOwnWords) {
  struct Case {
    std::string body, what;
  };
  for (const auto& [body, what] :
       {Case{R"({"title":"Bad request","detail":"no such user: 'ion'"})", "no such user: 'ion'"},
        Case{R"({"title":"Forbidden"})", "Forbidden"}, Case{"<html>", "it answered 400"}}) {
    CannedServer server("HTTP/1.1 400 Bad Request\r\n\r\n" + body);
    const auto answer = RunningServer({server.url(), "secret", 1}).post("/local/users", "{}");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().what, "the server refused: " + what);
    EXPECT_EQ(answer.error().where, server.url() + "/local/users");
  }
}

}  // namespace
}  // namespace kb::store
