#include "server/gaps/draft_material.h"

#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using insights::Diagnosis;
using insights::FoundGap;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class DraftMaterial : public WriterFixture {
 protected:
  GapDraft draft(const store::Gap& gap, const std::optional<FoundGap>& found = {}) {
    const auto asked = request("/writer/gaps/1/draft", ana);
    const Route route;
    const StaffRequest staff{.center = center.center(),
                             .request = asked,
                             .route = route,
                             .store = store(),
                             .identity = {.name = "ana"},
                             .lang = "en"};
    auto made = draft_for(staff, gap, found);
    EXPECT_TRUE(made) << to_line(made.error());
    return made.value_or(GapDraft{});
  }
  static store::Gap gap(const std::string& label, const std::string& lang = "en") {
    return {.id = 1, .lang = lang, .label = label};
  }
};

TEST_F(DraftMaterial, IsInTheCustomersWords) {
  publish();
  const FoundGap found{.id = 1,
                       .lang = "en",
                       .label = "redeem a voucher",
                       .words = {"voucher", "code"},
                       .questions = {{"redeem a voucher", 9, 8}, {"voucher code", 6, 6}},
                       .hidden_questions = 3};
  const auto made = draft(gap("redeem a voucher"), found);
  EXPECT_EQ(made.facts.title, "redeem a voucher");
  EXPECT_THAT(made.facts.keywords, ElementsAre("voucher", "code"));
  EXPECT_EQ(made.facts.owner, "ana");
  EXPECT_TRUE(made.facts.draft);
  EXPECT_EQ(made.id, "redeem-a-voucher");
  EXPECT_THAT(made.questions, ElementsAre("redeem a voucher", "voucher code"));
  EXPECT_EQ(made.hidden_questions, 3);
  EXPECT_THAT(made.original, IsEmpty());
}

// A question about loudspeakers came with the category of the student price.
TEST_F(DraftMaterial, GuessesNoCategory) {
  publish();
  FoundGap found{.id = 1, .lang = "en", .category = "delivery"};
  found.articles = {{"en", "delivery/track", "Track a parcel", 0.28}};
  const auto unknown = draft(gap("echo speaker alexa"), found);
  EXPECT_EQ(unknown.facts.category, "");
  EXPECT_EQ(unknown.id, "echo-speaker-alexa");
  found.articles.front().share = 0.5;
  const auto known = draft(gap("parcel lost"), found);
  EXPECT_EQ(known.facts.category, "delivery");
  EXPECT_EQ(known.id, "delivery/parcel-lost");
  EXPECT_EQ(draft(gap("parcel for echo speaker alexa")).facts.category, "") << "found, fits little";
}

TEST_F(DraftMaterial, NeedsNoReportAndNoIndex) {
  auto owned = gap("?? !");
  owned.owner = "mihai";
  const auto made = draft(owned);
  EXPECT_THAT(made.questions, ElementsAre("?? !"));
  EXPECT_EQ(made.facts.owner, "mihai");
  EXPECT_EQ(made.id, "draft");
  EXPECT_THAT(made.outlines, IsEmpty());
  EXPECT_THAT(made.answers, IsEmpty());
}

TEST_F(DraftMaterial, HasWhatSupportAnswered) {
  auto asked = ticket("7", kParcel, "Write to eve@example.com, it is on its way.");
  put({asked, ticket("8", kAway, "Ask a neighbour.")});
  publish();
  const auto made =
      draft(gap("parcel nine days nothing"),
            FoundGap{.id = 1, .lang = "en", .tickets = {"contact/3", "desk/7", "gone/1"}});
  ASSERT_FALSE(made.answers.empty());
  EXPECT_EQ(made.answers[0].ticket, "desk/7");
  EXPECT_THAT(made.answers[0].answer, HasSubstr("it is on its way"));
  EXPECT_THAT(made.answers[0].answer, Not(HasSubstr("eve@example.com"))) << "redacted once more";
  const auto similar = draft(gap(kParcel));
  ASSERT_FALSE(similar.answers.empty()) << "of tickets that ask the same";
  EXPECT_EQ(similar.answers[0].ticket, "desk/7");
}

// "What support answered" was of whatever tickets had a word in common.
TEST_F(DraftMaterial, QuotesOnlyTicketsThatAskTheSame) {
  put({ticket("1", "My speaker hums all day, is it broken?", "Send it back."),
       ticket("2", "Can I use an Echo with Alexa in the kitchen?", "Not yet."),
       ticket("3", kParcel, "It is on its way.")});
  publish();
  const auto made = draft(gap("echo speaker alexa"));
  ASSERT_EQ(made.answers.size(), 1U);
  EXPECT_EQ(made.answers[0].answer, "Not yet.");
  EXPECT_THAT(draft(gap("speaker for google home")).answers, IsEmpty());
}

TEST_F(DraftMaterial, ShowsHowSimilarArticlesAreMade) {
  publish();
  const auto made = draft(gap("track a parcel"));
  ASSERT_EQ(made.outlines.size(), 1U);
  EXPECT_EQ(made.outlines[0].article, "en/delivery/track");
  ASSERT_EQ(made.outlines[0].headings.size(), 1U);
  EXPECT_EQ(made.outlines[0].headings[0].title, "When it shows nothing");
  EXPECT_EQ(made.facts.category, "delivery") << "where its nearest article is";
}

TEST_F(DraftMaterial, BeginsATranslationWithTheOriginal) {
  publish();
  FoundGap found{.id = 1, .lang = "pl", .diagnosis = Diagnosis::missing_in_language};
  found.articles = {{.lang = "en", .id = "delivery/track", .title = "Track a parcel"}};
  const auto made = draft(gap("śledzenie paczki", "pl"), found);
  EXPECT_EQ(made.original, "en/delivery/track");
  EXPECT_EQ(made.id, "delivery/track");
  EXPECT_EQ(made.facts.title, "Track a parcel");
  EXPECT_EQ(made.facts.source_revision.size(), 12U);
  EXPECT_THAT(made.original_text, HasSubstr("## When it shows nothing {#nothing}"));
  EXPECT_THAT(made.original_text, Not(HasSubstr("title:")));
  found.diagnosis = Diagnosis::missing;
  EXPECT_THAT(draft(gap("śledzenie paczki", "pl"), found).original, IsEmpty());
}

TEST_F(DraftMaterial, IsFoundInTheReport) {
  EXPECT_FALSE(found_gap(center.center(), 1)) << "there is no board";
}

}  // namespace
}  // namespace kb
