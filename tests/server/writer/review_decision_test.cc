#include "server/writer/review_decision.h"

#include <atomic>
#include <thread>

#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using store::ReviewState;
using testing::Contains;
using testing::HasSubstr;
using Kind = Outcome::Result;

class Decisions : public WriterFixture {
 protected:
  static Decision decision(const std::string& seen = "none") {
    return {.source = "desk",
            .ticket = "1",
            .lang = "en",
            .asked = 3,
            .text = {.title = "Where is my parcel?",
                     .question = "Where?\n:::agents",
                     .answer = "On its way.",
                     .path = "where",
                     .seen = seen}};
  }
  StaffRequest by(const std::string& name) {
    Identity identity;
    identity.way = Identity::Way::session;
    identity.role = Role::writer;
    identity.name = name;
    return {center.center(), request_, {}, store(), identity};
  }
  std::string version() { return version_of(review("1")); }

  http::Request request_ = request("/writer/review/desk/1");
};

TEST_F(Decisions, ApprovedAreAFile) {
  const auto outcome = approve(by("ana"), decision());
  ASSERT_TRUE(outcome) << to_line(outcome.error());
  EXPECT_EQ(outcome->result, Kind::done);
  EXPECT_EQ(review("1")->state, ReviewState::approved);
  const auto file = answer_file("en/where.md");
  EXPECT_THAT(file, HasSubstr("title: \"Where is my parcel?\"\n"));
  EXPECT_THAT(file, HasSubstr("origin: {ticket: \"desk/1\", asked: 3, approved_by: [\"ana\"]}\n"));
  EXPECT_THAT(file, HasSubstr("> Where?\n> \\:::agents\n\nOn its way.\n"));
  EXPECT_THAT(audit_log(), Contains("ana answer.approve desk/1"));
}

TEST_F(Decisions, WithoutAFileAreNone) {
  std::filesystem::create_directories(answers() / "en/where.md");  // in the way
  const auto outcome = approve(by("ana"), decision());
  EXPECT_FALSE(outcome);
  EXPECT_FALSE(review("1"));
  EXPECT_THAT(audit_log(), testing::Not(Contains("ana answer.approve desk/1")));
}

TEST_F(Decisions, ThatTheStoreCannotKeepLeaveNoFile) {
  ASSERT_TRUE(store().write([](store::Sql& sql) { return sql.change("DROP TABLE audit"); }));
  EXPECT_FALSE(approve(by("ana"), decision()));
  EXPECT_FALSE(std::filesystem::exists(answers() / "en/where.md"));
}

TEST_F(Decisions, OfTwoPeopleCountOnce) {
  ASSERT_TRUE(approve(by("ana"), decision()));
  for (const auto second : {&reject, &save}) {
    const auto outcome = second(by("mihai"), decision());
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->result, Kind::changed);
    EXPECT_EQ(outcome->review->who, "ana");
  }
  EXPECT_EQ(review("1")->state, ReviewState::approved);
}

TEST_F(Decisions, AtTheSameMomentCountOnce) {
  std::vector<std::thread> threads;
  std::atomic<int> done = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      const auto outcome = approve(by("writer" + std::to_string(i)), decision());
      if (outcome && outcome->result == Kind::done) ++done;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done, 1);
}

TEST_F(Decisions, CannotBeTakenTwice) {
  ASSERT_TRUE(reject(by("ana"), decision()));
  const auto outcome = approve(by("ana"), decision(version()));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->result, Kind::changed);
}

TEST_F(Decisions, RejectedCanBeTakenUpAgain) {
  ASSERT_TRUE(reject(by("ana"), decision()));
  const auto outcome = reopen(by("mihai"), decision(version()));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->result, Kind::done);
  EXPECT_EQ(review("1")->state, ReviewState::saved);
  EXPECT_EQ(reopen(by("mihai"), decision(version()))->result, Kind::changed);
}

class FourEyes : public Decisions {
 protected:
  FourEyes() { center.site.config.tickets.four_eyes = true; }
};

TEST_F(FourEyes, NeedAnotherPerson) {
  EXPECT_EQ(approve(by("ana"), decision())->result, Kind::waits);
  EXPECT_EQ(review("1")->state, ReviewState::waiting);
  EXPECT_EQ(approve(by("ana"), decision(version()))->result, Kind::waits);  // still alone
  EXPECT_EQ(answer_file("en/where.md"), "");
  EXPECT_EQ(approve(by("mihai"), decision(version()))->result, Kind::done);
  EXPECT_THAT(answer_file("en/where.md"), HasSubstr("approved_by: [\"ana\",\"mihai\"]"));
  EXPECT_THAT(audit_log(), testing::IsSupersetOf(
                               {"ana answer.approve.first desk/1", "mihai answer.approve desk/1"}));
}

// What the second person writes nobody else has read.
TEST_F(FourEyes, NeedTheVerySameText) {
  ASSERT_TRUE(approve(by("ana"), decision()));
  auto other = decision(version());
  other.text.answer = "Lost.";
  EXPECT_EQ(approve(by("mihai"), other)->result, Kind::waits);
  EXPECT_EQ(review("1")->who, "mihai");
  other.text.seen = version();
  EXPECT_EQ(approve(by("ana"), other)->result, Kind::done);
}

TEST_F(FourEyes, BeginAnewWhereTheTextIsSaved) {
  ASSERT_TRUE(approve(by("ana"), decision()));
  ASSERT_TRUE(save(by("mihai"), decision(version())));
  EXPECT_EQ(approve(by("mihai"), decision(version()))->result, Kind::waits);
}

TEST(AnswerPlace, NeedsASource) {
  const auto place = answer_place(Config(), "en", "a");
  ASSERT_FALSE(place);
  EXPECT_THAT(place.error().hint, HasSubstr("kind: answers"));
}

}  // namespace
}  // namespace kb
