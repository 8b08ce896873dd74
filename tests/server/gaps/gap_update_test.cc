#include "server/gaps/gap_update.h"

#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;

// A change as the router lets it through: of a writer who is logged in.
class GapUpdates : public GapFixture {
 protected:
  GapUpdate::Kind update(std::int64_t id, const GapWish& wish, std::int64_t version) {
    const auto asked = request("/writer/gaps", ana);
    const auto route = find_route("/writer/gaps");
    StaffRequest staff{center.center(), asked, route, store()};
    staff.identity.name = "ana";
    const auto done =
        store().write([&](store::Sql& sql) { return update_gap(staff, sql, id, wish, version); });
    EXPECT_TRUE(done) << to_line(done.error());
    return done ? done->kind : GapUpdate::Kind::missing;
  }
};

TEST_F(GapUpdates, HappenOnceAtTheVersionThatWasSeen) {
  const auto id = add("money back");
  EXPECT_EQ(update(id, {.owner = "ion"}, 1), GapUpdate::Kind::done);
  EXPECT_EQ(update(id, {.owner = "ana"}, 1), GapUpdate::Kind::overtaken);
  EXPECT_EQ(update(id, {.owner = "ion"}, 1), GapUpdate::Kind::unchanged);
  EXPECT_EQ(update(id, {.comment = "Soon"}, 1), GapUpdate::Kind::done);
  EXPECT_EQ(update(id, {.owner = "nobody"}, gap(id).version), GapUpdate::Kind::faulty);
  EXPECT_EQ(update(id + 1, {.owner = "ana"}, 1), GapUpdate::Kind::missing);
  EXPECT_THAT(history(id), ElementsAre(" found >money back", "ana owner >ion",
                                       "ana state open>assigned", "ana comment >Soon"));
  EXPECT_EQ(audit_log().size(), 2U);
}

TEST_F(GapUpdates, KnowWhatCustomersCanRead) {
  const auto id = add("money back");
  EXPECT_EQ(update(id, {.article = "en/nothing"}, 1), GapUpdate::Kind::faulty);
  EXPECT_EQ(update(id, {.article = "refund"}, 1), GapUpdate::Kind::faulty);
  EXPECT_EQ(update(id, {.article = "en/billing/refund"}, 1), GapUpdate::Kind::done);
}

}  // namespace
}  // namespace kb
