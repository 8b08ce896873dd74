#include "server/gaps/gap_reshape.h"

#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;

class GapReshape : public GapFixture {
 protected:
  GapReshape() { staff.identity.name = "ana"; }

  GapUpdate::Kind merge(const GapAsSeen& seen, std::int64_t into) {
    return store()
        .write([&](store::Sql& sql) { return merge_gap(staff, sql, seen, into); })
        .value();
  }
  SplitGap split(const GapAsSeen& seen, const GapPart& part) {
    return store()
        .write([&](store::Sql& sql) { return split_gap(staff, sql, seen, part); })
        .value();
  }

  http::Request asked = request("/writer/gaps");
  Route route = find_route("/writer/gaps");
  StaffRequest staff{center.center(), asked, route, store()};
};

TEST_F(GapReshape, TellsBothGapsOfAMerge) {
  const auto from = add("money back", {{"money back"}});
  const auto into = add("refund");
  EXPECT_EQ(merge({.gap = from, .version = 2}, into), GapUpdate::Kind::overtaken);
  EXPECT_EQ(merge({.gap = from, .version = 1}, into), GapUpdate::Kind::done);
  EXPECT_EQ(merge({.gap = from, .version = 2}, into), GapUpdate::Kind::missing);
  EXPECT_THAT(history(from), ElementsAre(" found >money back", "ana merge >refund"));
  EXPECT_THAT(history(into), ElementsAre(" found >refund", "ana merge money back>refund"));
}

// A question that a writer had pinned before could be put nowhere else.
TEST_F(GapReshape, SplitsOffPinnedQuestions) {
  const auto id = add("money back", {{"money back"}, {"cancel order", true}});
  const auto done =
      split({.gap = id, .version = 1}, {.questions = {"cancel order"}, .label = "Cancelling"});
  EXPECT_EQ(done.kind, GapUpdate::Kind::done);
  EXPECT_EQ(gap(done.gap).questions, (std::vector<store::GapMember>{{"cancel order", true}}));
  EXPECT_EQ(gap(done.gap).label, "Cancelling");
  EXPECT_TRUE(gap(done.gap).is_named);
  EXPECT_EQ(gap(id).questions.size(), 1U);
}

}  // namespace
}  // namespace kb
