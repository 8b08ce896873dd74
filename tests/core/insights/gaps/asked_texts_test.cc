#include "core/insights/gaps/asked_texts.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(AskedTexts, TakeAllSpellingsForOneQuestion) {
  AskedTexts texts;
  EXPECT_EQ(texts.question("pl", "zwrot kosztów"), 0U);
  EXPECT_EQ(texts.question("pl", " Zwrot  KOSZTÓW "), 0U);
  EXPECT_EQ(texts.question("pl", "zwrot"), 1U);
  EXPECT_EQ(texts.question("en", "zwrot"), 2U);
  EXPECT_EQ(texts.questions().at(0), (Question{"pl", "zwrot kosztów"}));
  EXPECT_EQ(texts.questions().size(), 3U);
}

TEST(AskedTexts, FindWhatWasAskedOnly) {
  AskedTexts texts;
  texts.question("en", "Refund");
  EXPECT_EQ(texts.find_question("en", "refund"), 0U);
  EXPECT_EQ(texts.find_question("pl", "refund"), std::nullopt);
  EXPECT_EQ(texts.find_question("en", "refunds"), std::nullopt);
}

TEST(AskedTexts, NumberArticlesAndTicketsApart) {
  AskedTexts texts;
  EXPECT_EQ(texts.article("pl/billing/refund"), 0U);
  EXPECT_EQ(texts.ticket("contact/1001"), 0U);
  EXPECT_EQ(texts.ticket("contact/1002"), 1U);
  EXPECT_EQ(texts.article("pl/billing/refund"), 0U);
  EXPECT_EQ(texts.articles().size(), 1U);
  EXPECT_EQ(texts.tickets().at(1), "contact/1002");
}

}  // namespace
}  // namespace kb::insights
