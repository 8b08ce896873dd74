#include "server/gaps/gap_view.h"

#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using insights::Diagnosis;
using testing::ElementsAre;

class GapView : public GapFixture {
 protected:
  static insights::GapReport report_of(const insights::FoundGap& found) {
    insights::GapReport report;
    report.currency = "EUR";
    report.gaps = {found};
    return report;
  }
  static insights::FoundGap found_gap(Diagnosis diagnosis) {
    return {.id = 7,
            .lang = "en",
            .label = "money back",
            .diagnosis = diagnosis,
            .customers = 9,
            .questions = {{"money back", 5, 4}, {"refund me", 3, 3}},
            .tickets = {"contact/1042"},
            .articles = {{.lang = "en", .id = "billing/refund", .title = "Refunds"}}};
  }

  store::Gap kept{.id = 7, .lang = "en", .label = "money back"};
  http::Request asked = request("/writer/gaps");
  Route route = find_route("/writer/gaps");
  StaffRequest staff{center.center(), asked, route, store()};
};

TEST_F(GapView, LeadsToTheWork) {
  const std::pair<Diagnosis, std::string> cases[] = {
      {Diagnosis::missing, "/writer/gaps/7/draft"},
      {Diagnosis::missing_in_language, "/writer/translations?lang=en"},
      {Diagnosis::stale_translation, "/en/a/billing/refund"},
      {Diagnosis::vocabulary, "/writer/synonyms?lang=en"},
      {Diagnosis::unhelpful, "/en/a/billing/refund"}};
  for (const auto& [diagnosis, url] : cases) {
    const auto report = report_of(found_gap(diagnosis));
    EXPECT_EQ(gap_card(staff, {&kept, &report.gaps[0]}, &report).work_url, url);
  }
}

TEST_F(GapView, ShowsSamplesOtherThanTheLabel) {
  const auto report = report_of(found_gap(Diagnosis::missing));
  const auto card = gap_card(staff, {&kept, &report.gaps[0]}, &report);
  EXPECT_THAT(card.samples, ElementsAre("refund me"));
  EXPECT_EQ(card.customers, 9);
  EXPECT_TRUE(card.is_found);
}

TEST_F(GapView, IsOverdueTheDayAfterUnlessItIsDone) {
  const auto day = center.site.clock.now().time_since_epoch().count() / (24 * 60 * 60);
  kept.due = day;
  EXPECT_FALSE(gap_card(staff, {&kept, nullptr}, nullptr).overdue);
  kept.due = day - 1;
  EXPECT_TRUE(gap_card(staff, {&kept, nullptr}, nullptr).overdue);
  kept.state = store::GapState::published;
  EXPECT_FALSE(gap_card(staff, {&kept, nullptr}, nullptr).overdue);
}

TEST_F(GapView, ShowsTheProofWithItsIntervals) {
  const auto report = report_of(found_gap(Diagnosis::missing));
  GapContext context{.report = &report};
  context.proof = insights::prove({.count = 60, .of = 80}, {.count = 3, .of = 41});
  const auto view = gap_page(staff, kept, context);
  ASSERT_TRUE(view.proof);
  EXPECT_EQ(view.proof->verdict, "closed");
  EXPECT_NEAR(*view.proof->before.rate, 0.75, 1e-9);
  EXPECT_LT(view.proof->high, 0);
  EXPECT_EQ(view.tickets[0].url, "/agent/ticket/contact/1042");
}

TEST(GapOwners, AreWritersWhoCanLogIn) {
  using store::Role;
  EXPECT_THAT(gap_owners({{.name = "ada", .role = Role::admin},
                          {.name = "ana", .role = Role::writer},
                          {.name = "eva", .role = Role::agent},
                          {.name = "out", .role = Role::writer, .disabled = true}}),
              ElementsAre("ada", "ana"));
}

}  // namespace
}  // namespace kb
