#include "server/writer/review_view.h"

#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using testing::IsEmpty;

class ReviewView : public WriterFixture {
 protected:
  ReviewView() { put_questions(); }

  page::ReviewPage view(const std::optional<ReviewText>& text = {}, std::string_view chosen = {}) {
    const StaffRequest staff{center.center(), request_, {}, store(), {}, {}, "en"};
    const auto question = find_question(staff, "desk", "1");
    EXPECT_TRUE(question && *question);
    auto made = review_view(staff, **question, text, chosen);
    EXPECT_TRUE(made) << to_line(made.error());
    return made.value_or(page::ReviewPage{});
  }
  void put_review(store::ReviewState state, const std::string& target) {
    ASSERT_TRUE(store().write([&](store::Sql& sql) {
      return store::put_review(sql, {.source = "desk",
                                     .ticket = "1",
                                     .state = state,
                                     .lang = "en",
                                     .title = "Saved title",
                                     .target = target,
                                     .who = "ana",
                                     .at = center.site.clock.now()});
    }));
  }

  http::Request request_ = request("/writer/review/desk/1");
};

TEST_F(ReviewView, ProposesATextAndTheNearestCategory) {
  const auto page = view();
  EXPECT_TRUE(page.open);
  EXPECT_EQ(page.fields.path, "my-parcel-was-sent-nine-days-ago-and-the-tracking-page-shows");
  EXPECT_EQ(page.fields.category, "delivery");
  EXPECT_EQ(page.articles.front().key, "en/delivery/track");
  EXPECT_TRUE(page.answers.front().chosen);
  EXPECT_EQ(page.members.size(), 3U);
}

TEST_F(ReviewView, ShowsWhatWasTypedBeforeWhatWasSaved) {
  put_review(store::ReviewState::saved, "saved-path");
  EXPECT_EQ(view().fields.title, "Saved title");
  EXPECT_EQ(view(ReviewText{.title = "Typed"}).fields.title, "Typed");
  EXPECT_EQ(view({}, "desk/2").fields.answer, "It is on its way.");
}

TEST_F(ReviewView, OffersNothingOnceDecided) {
  put_review(store::ReviewState::approved, "not-there-yet");
  const auto page = view();
  EXPECT_FALSE(page.open);
  EXPECT_EQ(page.state, "review.state_approved");
  EXPECT_THAT(page.answer_url, IsEmpty());  // not published yet
  for (const auto& answer : page.answers) EXPECT_THAT(answer.choose_url, IsEmpty());
}

TEST_F(ReviewView, SaysWhereADraftLies) {
  put_review(store::ReviewState::merged, "en/delivery/track");
  EXPECT_EQ(view().draft_file, center.site.content() / "en/delivery/track-from-desk-1.md");
}

TEST_F(ReviewView, ListsWhatLooksPersonal) {
  auto page = view();
  const StaffRequest staff{center.center(), request_, {}, store(), {}, {}, "de"};
  add_personal_data(
      staff, {.values = {{"eve@example.com", redact::Kind::email}}, .placeholders = {"«phone»"}},
      ReviewText{.kept = {"eve@example.com"}}, page);
  ASSERT_EQ(page.values.size(), 1U);
  EXPECT_EQ(page.values[0].kind, "E-Mail");
  EXPECT_TRUE(page.values[0].kept);
  EXPECT_EQ(page.placeholders, std::vector<std::string>{"«phone»"});
}

}  // namespace
}  // namespace kb
