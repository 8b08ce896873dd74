#include "server/gaps/gap_draft_answer.h"

#include "core/store/gap_table.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using store::GapState;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class GapDraftPages : public WriterFixture {
 protected:
  GapDraftPages() {
    publish();
    id_ = put_gap({.lang = "en", .label = "redeem a voucher"});
  }

  std::int64_t put_gap(const store::Gap& gap) {
    const auto id =
        store().write([&](store::Sql& sql) { return store::add_gap(sql, gap, {.what = "found"}); });
    EXPECT_TRUE(id) << to_line(id.error());
    return id.value_or(0);
  }
  store::Gap gap() {
    const auto found = store().read([&](store::Sql& sql) { return store::find_gap(sql, id_); });
    return found && *found ? **found : store::Gap{};
  }
  std::string last_change() {
    const auto history =
        store().read([&](store::Sql& sql) { return store::gap_history(sql, id_); });
    return history && !history->empty() ? history->back().what + " " + history->back().after : "";
  }
  std::string url() const { return "/writer/gaps/" + std::to_string(id_) + "/draft"; }
  Fields typed(const std::string& action, const std::string& path = "billing/voucher") const {
    return {
        {"do", action}, {"text", "---\ntitle: V\ndraft: true\n---\n\nTyped.\r\n"}, {"path", path}};
  }
  std::filesystem::path file(const std::string& name) const {
    return center.site.content() / "en" / name;
  }

  std::int64_t id_ = 0;
};

TEST_F(GapDraftPages, ShowTheDraft) {
  const auto page = get(url(), ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("title: &quot;redeem a voucher&quot;"));
  EXPECT_THAT(page.body, HasSubstr("draft: true"));
  EXPECT_THAT(page.body, HasSubstr("redeem-a-voucher.md"));
  EXPECT_EQ(gap().state, GapState::open) << "looking is no work yet";
}

TEST_F(GapDraftPages, SendItAsAFile) {
  const auto sent = post(url(), typed("download"), ana);
  EXPECT_EQ(sent.status, 200);
  EXPECT_EQ(sent.body, "---\ntitle: V\ndraft: true\n---\n\nTyped.\n");
  EXPECT_THAT(sent.content_type, HasSubstr("text/markdown"));
  EXPECT_EQ(gap().state, GapState::open);
}

TEST_F(GapDraftPages, WriteItIntoTheFolder) {
  const auto done = post(url(), typed("write"), ana);
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_EQ(read_file(file("billing/voucher.md")).value_or(""),
            "---\ntitle: V\ndraft: true\n---\n\nTyped.\n");
  EXPECT_EQ(gap().state, GapState::in_progress);
  EXPECT_EQ(gap().owner, "ana");
  EXPECT_THAT(last_change(), HasSubstr("draft "));
  EXPECT_THAT(last_change(), HasSubstr("billing/voucher.md"));
  EXPECT_THAT(audit_log(), Contains("ana gap.draft " + std::to_string(id_)));
  EXPECT_THAT(get(url(), ana).body, HasSubstr("billing/voucher.md"));
  center.publish();
  EXPECT_THAT(center.site.articles(), Not(Contains(HasSubstr("voucher")))) << "it is a draft";
}

// Twice is two drafts: what somebody wrote is never written over.
TEST_F(GapDraftPages, WriteOverNothing) {
  post(url(), typed("write"), ana);
  post(url(), typed("write"), mihai);
  EXPECT_TRUE(std::filesystem::exists(file("billing/voucher-2.md")));
  EXPECT_EQ(gap().owner, "ana") << "the first who began";
}

TEST_F(GapDraftPages, KeepWhatWasTypedWhereItCannotBeWritten) {
  for (const auto& path : {"", "../../etc", "a b", "billing/.hidden"}) {
    const auto page = post(url(), typed("write", path), ana);
    EXPECT_EQ(page.status, 422) << path;
    EXPECT_THAT(page.body, HasSubstr("Typed.")) << path;
    EXPECT_THAT(page.body, HasSubstr("draft-path-fault")) << path;
  }
  std::filesystem::create_directories(center.site.content() / "en");
  std::ofstream(file("taken")) << "a file where a folder is to be";
  const auto page = post(url(), typed("write", "taken/voucher"), ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Typed."));
  EXPECT_EQ(gap().state, GapState::open);
}

TEST_F(GapDraftPages, TellWhereThereIsNoRepository) {
  center.site.config.gaps.draft_branch = "gap/{id}";
  center.start();
  EXPECT_THAT(get(url(), ana).body, HasSubstr("gap/" + std::to_string(id_)));
  const auto page = post(url(), typed("write"), ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("make it a git repository"));
  EXPECT_FALSE(std::filesystem::exists(file("billing/voucher.md")));
}

TEST_F(GapDraftPages, AreForWritersAndGapsThatAreThere) {
  EXPECT_EQ(get("/writer/gaps/99/draft", ana).status, 404);
  EXPECT_EQ(get("/writer/gaps/x/draft", ana).status, 404);
  EXPECT_NE(get(url(), logged_in("tom", Role::agent)).status, 200);
  EXPECT_EQ(post(url(), typed("write"), {ana.secret, ""}).status, 403) << "without the token";
}

}  // namespace
}  // namespace kb
