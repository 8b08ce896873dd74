// What writers do about a gap, through the router.

#include "server/gaps/gap_answers.h"
#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using store::GapState;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class GapActions : public GapFixture {
 protected:
  http::Response save(std::int64_t id, Fields fields, const Browser& browser,
                      std::int64_t version = 1) {
    fields.push_back({"do", "save"});
    fields.push_back({"version", std::to_string(version)});
    return post(path(id), std::move(fields), browser);
  }
  std::vector<std::string> questions(std::int64_t id) {
    std::vector<std::string> found;
    for (const auto& member : gap(id).questions)
      found.push_back(member.question + (member.pinned ? "!" : ""));
    return found;
  }
};

TEST_F(GapActions, SaveWhatWasChanged) {
  const auto id = add("money back");
  const auto saved =
      save(id, {{"state", "in_progress"}, {"owner", "ion"}, {"comment", "Soon"}}, ana);
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(header(saved, "Location"), path(id) + "?done=gap_saved");
  EXPECT_THAT(history(id), ElementsAre(" found >money back", "ana owner >ion",
                                       "ana state open>in_progress", "ana comment >Soon"));
  EXPECT_EQ(gap(id).version, 3);
  EXPECT_THAT(audit_log(), Contains("ana gap.change " + std::to_string(id)));
  EXPECT_THAT(get(path(id), ana).body, HasSubstr("Open → In progress"));
}

TEST_F(GapActions, TakeAGap) {
  const auto id = add("money back");
  EXPECT_EQ(post(path(id), {{"do", "take"}, {"version", "1"}}, ion).status, 303);
  EXPECT_EQ(gap(id).owner, "ion");
  EXPECT_EQ(gap(id).state, GapState::assigned);
}

TEST_F(GapActions, RefuseToPublishWithoutAnArticle) {
  const auto id = add("money back");
  const auto refused = save(id, {{"state", "published"}, {"comment", "typed <words>"}}, ana);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Say which article was published"));
  EXPECT_THAT(refused.body, HasSubstr("typed &lt;words&gt;"));
  EXPECT_EQ(gap(id).version, 1);
  const Fields right = {{"state", "published"}, {"article", "/en/a/billing/refund"}};
  EXPECT_EQ(save(id, right, ana).status, 303);
  EXPECT_EQ(gap(id).article, "en/billing/refund");
  EXPECT_EQ(gap(id).published, center.site.clock.now());
}

// The choice was dropped with "Nothing was changed".
TEST_F(GapActions, RefuseToAssignToNobody) {
  const auto id = add("money back");
  const auto refused = save(id, {{"state", "assigned"}, {"owner", ""}, {"comment", "typed"}}, ana);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("id=\"gap-owner-fault\">Choose who it is assigned to."));
  EXPECT_THAT(refused.body, HasSubstr("<option value=\"assigned\" selected>"));
  EXPECT_THAT(refused.body, HasSubstr("typed"));
  EXPECT_EQ(gap(id).version, 1);
}

// Two writers had the page open: the second one must be told, and lose nothing.
TEST_F(GapActions, TellWhoComesSecond) {
  const auto id = add("money back");
  EXPECT_EQ(save(id, {{"state", "wont_fix"}, {"reason", "Not ours"}}, ana).status, 303);
  const auto told = save(id, {{"seen", "1"}, {"owner", "ion"}, {"label", "What I typed"}}, ion);
  EXPECT_EQ(told.status, 409);
  EXPECT_THAT(told.body, HasSubstr("Somebody else changed this gap"));
  EXPECT_THAT(told.body, HasSubstr("Open → Won’t fix"));
  EXPECT_THAT(told.body, HasSubstr("value=\"What I typed\""));
  EXPECT_EQ(gap(id).owner, "");
  EXPECT_THAT(told.body, HasSubstr("name=\"version\" value=\"" + std::to_string(gap(id).version)));
  // A comment takes nothing from anybody.
  EXPECT_EQ(save(id, {{"comment", "I would have"}}, ion).status, 303);
}

// The second one's form still had the old name, and sent again it undid the first one's.
TEST_F(GapActions, KeepWhatTheSecondLeftAsItWas) {
  const auto id = add("money back");
  EXPECT_EQ(save(id, {{"label", "Refunds"}, {"owner", "ana"}}, ana).status, 303);
  const auto told = save(id, {{"seen", "1"}, {"label", "money back"}, {"due", "2030-01-31"}}, ion);
  EXPECT_EQ(told.status, 409);
  EXPECT_THAT(told.body, HasSubstr("name=\"label\" value=\"Refunds\""));
  EXPECT_THAT(told.body, HasSubstr("value=\"2030-01-31\""));
}

TEST_F(GapActions, Merge) {
  const auto from = add("money back", {{"money back"}, {"refund me"}});
  const auto into = add("refund", {{"refund"}});
  const auto merged =
      post(path(from), {{"do", "merge"}, {"version", "1"}, {"into", std::to_string(into)}}, ana);
  EXPECT_EQ(merged.status, 303);
  EXPECT_THAT(header(merged, "Location"), HasSubstr(path(into)));
  EXPECT_THAT(questions(into), UnorderedElementsAre("refund", "money back!", "refund me!"));
  EXPECT_EQ(gap(from).merged_into, into);
  EXPECT_THAT(get(path(from), ana).body, HasSubstr("This gap was merged into another"));
  EXPECT_EQ(save(from, {{"owner", "ana"}}, ana, 2).status, 404);
}

TEST_F(GapActions, MergeOnlyWhatIsOfOneLanguage) {
  const auto from = add("money back");
  const auto other = add("zwrot", {}, "pl");
  add("refund");
  for (const auto into : {from, other, other + 70, std::int64_t{0}}) {
    const auto refused =
        post(path(from), {{"do", "merge"}, {"version", "1"}, {"into", std::to_string(into)}}, ana);
    EXPECT_EQ(refused.status, 422) << into;
    EXPECT_THAT(refused.body, HasSubstr("Choose another gap of the same language.")) << into;
  }
}

TEST_F(GapActions, Split) {
  const auto id = add("money back", {{"money back"}, {"cancel order"}});
  const Fields fields = {{"do", "split"}, {"version", "1"}, {"question", "Cancel order"}};
  const auto split = post(path(id), fields, ana);
  EXPECT_EQ(split.status, 303);
  EXPECT_THAT(questions(id), ElementsAre("money back"));
  EXPECT_THAT(questions(id + 1), ElementsAre("cancel order!"));
  EXPECT_EQ(gap(id + 1).label, "Cancel order");
  EXPECT_EQ(post(path(id), fields, ana).status, 409);
}

TEST_F(GapActions, SplitSomeQuestionsAndNotAll) {
  const auto id = add("money back", {{"money back"}, {"cancel order"}});
  const Fields none = {{"do", "split"}, {"version", "1"}, {"split_label", "Typed"}};
  const auto refused = post(path(id), none, ana);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Tick some of the questions, not all."));
  EXPECT_THAT(refused.body, HasSubstr("value=\"Typed\""));
  auto all = none;
  all.push_back({"question", "money back"});
  all.push_back({"question", "cancel order"});
  EXPECT_EQ(post(path(id), all, ana).status, 422);
}

TEST_F(GapActions, KnowNothingElse) {
  const auto id = add("money back");
  EXPECT_EQ(post(path(id), {{"do", "remove"}, {"version", "1"}}, ana).status, 404);
  EXPECT_EQ(save(id + 1, {{"owner", "ana"}}, ana).status, 404);
  EXPECT_EQ(save(id, {}, ana).status, 303);
  EXPECT_EQ(gap(id).version, 1);
}

}  // namespace
}  // namespace kb
