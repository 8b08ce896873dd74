#include "server/gaps/replay_answer.h"

#include "core/store/gap_table.h"
#include "server/gaps/replay_runner.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ReplayPages : public WriterFixture {
 protected:
  ReplayPages() {
    publish();
    const auto id = store().write([&](store::Sql& sql) {
      return store::add_gap(sql, {.lang = "en", .label = "redeem a voucher"}, {.what = "found"});
    });
    id_ = id.value_or(0);
  }

  // A shell script stands in for kb-index.
  void use(const std::string& script) {
    replays_.emplace(ReplayRunner::Settings{.program = "/bin/sh", .arguments = {"-c", script}},
                     center.site.clock);
    center.replays = &*replays_;
    center.start();
  }
  void wait() {
    while (replays_->running()) std::this_thread::yield();
  }
  std::string url() const { return "/writer/gaps/" + std::to_string(id_) + "/replay"; }

  static constexpr const char* kReport =
      R"(echo '{"answered": 3, "worse": [], "problems": [], "gaps": [{"closed": true, "queries":)"
      R"( [{"query": "voucher", "lang": "en", "visitors": 4, "outcome": "closed", "article":)"
      R"( "en/voucher", "before": [], "after": [{"article": "en/voucher", "title": "Vouchers",)"
      R"( "new": true, "changed": false}]}]}]}')";

  std::int64_t id_ = 0;
  std::optional<ReplayRunner> replays_;
};

TEST_F(ReplayPages, ShowWhatCameOfIt) {
  use(kReport);
  EXPECT_THAT(get(url(), ana).body, HasSubstr("Nothing was tried yet"));
  EXPECT_EQ(post(url(), {}, ana).status, 303);
  wait();
  const auto page = get(url(), ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("The drafts close this gap"));
  EXPECT_THAT(page.body, HasSubstr("Vouchers"));
  EXPECT_THAT(audit_log(), Contains("ana gap.replay " + std::to_string(id_)));
}

// Without JavaScript the page asks again by itself.
TEST_F(ReplayPages, RenewThemselvesWhileItRuns) {
  use("exec sleep 600");
  post(url(), {}, ana);
  const auto page = get(url(), ana);
  EXPECT_THAT(page.body, HasSubstr("being tried"));
  EXPECT_TRUE(std::ranges::any_of(page.headers, [](const auto& header) {
    return header.name == "Refresh" && header.value == "2";
  }));
  EXPECT_THAT(page.body, Not(HasSubstr("Try now")));
}

TEST_F(ReplayPages, TellWhyItFailed) {
  use("echo 'no index yet' >&2; exit 2");
  post(url(), {}, ana);
  wait();
  EXPECT_THAT(get(url(), ana).body, HasSubstr("no index yet"));
  use("echo nonsense");
  post(url(), {}, ana);
  wait();
  EXPECT_THAT(get(url(), ana).body, HasSubstr("no report"));
}

TEST_F(ReplayPages, AreThereWhereSomethingTries) {
  EXPECT_EQ(get(url(), ana).status, 404);
  use("exit 0");
  EXPECT_EQ(get("/writer/gaps/99/replay", ana).status, 404);
  EXPECT_EQ(post(url(), {}, {ana.secret, ""}).status, 403) << "without the token";
}

}  // namespace
}  // namespace kb
