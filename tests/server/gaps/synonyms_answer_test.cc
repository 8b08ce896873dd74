// The proposed synonyms, through the router.

#include "server/gaps/synonyms_answer.h"

#include "tests/server/gaps/synonym_fixture.h"

namespace kb {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class SynonymsAnswer : public SynonymFixture {};

TEST_F(SynonymsAnswer, ShowsTheEvidence) {
  find_gaps();
  const auto page = get("/writer/synonyms", ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("3 z 3"));
  EXPECT_THAT(page.body, HasSubstr("name=\"asked\" value=\"kasy\""));
  EXPECT_THAT(page.body, HasSubstr("zwrot kasy"));
  EXPECT_THAT(page.body, HasSubstr("<a href=\"/pl/a/billing/refund\""));
}

TEST_F(SynonymsAnswer, ShowsTheLanguageThatIsAskedFor) {
  find_gaps();
  EXPECT_THAT(get("/writer/synonyms?lang=PL", ana).body, HasSubstr("zwrot kasy"));
  EXPECT_THAT(get("/writer/synonyms?lang=xx", ana).body, HasSubstr("zwrot kasy"));
  const auto romanian = get("/writer/synonyms?lang=ro", ana);
  EXPECT_THAT(romanian.body, Not(HasSubstr("zwrot kasy")));
  EXPECT_THAT(romanian.body, HasSubstr("nie ma propozycji"));
  EXPECT_THAT(romanian.body, HasSubstr("<option value=\"ro\" selected>"));
  EXPECT_THAT(romanian.body, HasSubstr("<option value=\"\">Wszystkie</option>"));
}

TEST_F(SynonymsAnswer, StaysWithTheLanguageAfterADecision) {
  find_gaps();
  EXPECT_THAT(get("/writer/synonyms?lang=pl", ana).body,
              HasSubstr("action=\"/writer/synonyms?lang=pl\""));
  const auto refused =
      post("/writer/synonyms?lang=pl",
           {{"do", "refuse"}, {"lang", "pl"}, {"asked", "kasy"}, {"found", "kosztów"}}, ana);
  EXPECT_EQ(header(refused, "Location"), "/writer/synonyms?lang=pl&done=synonym_refused");
}

TEST_F(SynonymsAnswer, SaysThatThereIsNothingYet) {
  EXPECT_THAT(get("/writer/synonyms", ana).body, HasSubstr("Od uruchomienia serwera"));
  EXPECT_EQ(decide("accept").status, 303);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(SynonymsAnswer, WritesWhatIsAccepted) {
  find_gaps();
  EXPECT_EQ(decide("accept").status, 303);
  EXPECT_EQ(file_text(), "one_way:\n  - {from: kasy, to: kosztów}\n");
  EXPECT_THAT(audit_log(), Contains("ana synonym.accept pl/kasy"));
  EXPECT_THAT(get("/writer/synonyms", ana).body, HasSubstr("nie ma propozycji"));
  center.publish();
  EXPECT_THAT(center.site.found("zwrot kasy", "pl"), Contains("pl/billing/refund"));
  EXPECT_THAT(get("/writer/synonyms", ana).body, HasSubstr("nie ma propozycji"));
}

TEST_F(SynonymsAnswer, ProposesNoMoreWhatWasRefused) {
  find_gaps();
  EXPECT_EQ(decide("refuse").status, 303);
  EXPECT_THAT(audit_log(), Contains("ana synonym.refuse pl/kasy"));
  EXPECT_THAT(get("/writer/synonyms", ana).body, HasSubstr("nie ma propozycji"));
  EXPECT_FALSE(std::filesystem::exists(file()));
  // Who had the page open still accepts it: told, and nothing is written.
  EXPECT_EQ(decide("accept").status, 303);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(SynonymsAnswer, TakesNothingElse) {
  find_gaps();
  EXPECT_EQ(decide("burn").status, 404);
  const auto other = post("/writer/synonyms",
                          {{"do", "accept"}, {"lang", "pl"}, {"asked", "a"}, {"found", "b"}}, ana);
  EXPECT_EQ(other.status, 303);
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_EQ(get("/writer/synonyms", logged_in("eva", Role::agent)).status, 403);
}

TEST_F(SynonymsAnswer, SaysWhyAFileCannotBeWritten) {
  find_gaps();
  std::filesystem::create_directories(file().parent_path());
  ASSERT_TRUE(write_durably(file(), "one_way: {from: a, to: b}\n"));
  const auto page = decide("accept");
  EXPECT_EQ(page.status, 500);
  EXPECT_THAT(page.body, HasSubstr("synonyms.yaml, line 1"));
  EXPECT_THAT(page.body, HasSubstr("- {from: kasy, to: kosztów}"));
  EXPECT_EQ(file_text(), "one_way: {from: a, to: b}\n");
  EXPECT_THAT(audit_log(), Not(Contains("ana synonym.accept pl/kasy")));
  EXPECT_EQ(gaps().front().state, store::GapState::open);
}

}  // namespace
}  // namespace kb
