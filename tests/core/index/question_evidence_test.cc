#include "core/index/question_evidence.h"

#include <gtest/gtest.h>

#include "tests/core/index/damage.h"
#include "tests/core/index/small_tickets.h"

namespace kb::index {
namespace {

class EvidenceOfQuestions : public testing::Test {
 protected:
  void SetUp() override {
    index_.publish(
        {ticket("1", "The payment was declined twice", "Please try the other card.", "a"),
         ticket("2", "twice declined was the payment, says my bank in Cluj", "Please wait.", "a"),
         ticket("3", "How to pay by invoice", "In the settings.", "b"),
         ticket("4", "Delete my account", "The payment was declined twice.", "c")});
    live_ = index_.open();
    database_ = live_->database(tickets_of("en"));
  }
  QuestionEvidence evidence(std::string_view text) {
    text::Analyser analyser("en", index_.stemmers());
    return {message_words({{}, text}, analyser,
                          [&](const text::WordForms& word) {
                            return database_->telling.stem(key_of(word).stem);
                          }),
            *database_};
  }
  std::string_view record(const std::string& id) const {
    return Generation::record_head(*database_, *database_->catalogue.find(id));
  }
  double score(std::string_view text, const std::string& id) {
    return evidence(text).score(record(id));
  }

  SmallTickets index_;
  std::shared_ptr<const Generation> live_;
  const Database* database_ = nullptr;
};

TEST_F(EvidenceOfQuestions, TheSameWordsScoreMostInTheSameOrder) {
  const auto* text = "The payment was declined twice";
  EXPECT_GT(score(text, "desk/1"), 0.9);
  EXPECT_GT(score(text, "desk/1"), score(text, "desk/2"));
  EXPECT_GT(score(text, "desk/2"), score(text, "desk/3"));
}

TEST_F(EvidenceOfQuestions, AnswersAreNoQuestions) {
  EXPECT_LT(score("payment declined", "desk/4"), 0.1);
}

TEST_F(EvidenceOfQuestions, SharedLettersCountWhereWordsDiffer) {
  EXPECT_GT(score("invoicing", "desk/3"), 0);
  EXPECT_GT(score("paymnt", "desk/1"), 0);
  EXPECT_EQ(score("paymnt", "desk/4"), 0);
}

TEST_F(EvidenceOfQuestions, OfNothingIsNothing) {
  EXPECT_EQ(score("", "desk/1"), 0);
  EXPECT_EQ(score("zzzz", "desk/1"), 0);
}

TEST_F(EvidenceOfQuestions, DamagedRecordsAreNoCrash) {
  auto looked_at = evidence("The payment was declined twice");
  for_each_damage(std::string(record("desk/1")),
                  [&](const std::string& damaged) { EXPECT_GE(looked_at.score(damaged), 0); });
  EXPECT_EQ(looked_at.score(""), 0);
}

}  // namespace
}  // namespace kb::index
