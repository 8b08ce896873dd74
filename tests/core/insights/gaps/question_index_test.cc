#include "core/insights/gaps/question_index.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

class QuestionIndexOf : public testing::Test {
 protected:
  std::uint32_t place_of(std::string_view text) {
    const auto form = forms_.add(text);
    std::uint32_t place = 0;
    while (index_.form_at(place) != form) ++place;
    return place;
  }

  text::Stemmers stemmers_;
  QuestionForms forms_{"en", stemmers_};
  QuestionIndex index_{forms_};
};

TEST_F(QuestionIndexOf, FindsWhatSharesTellingWords) {
  for (const auto* text : {"parcel lost", "parcel lost again", "refund late", "refund late again",
                           "password", "zebra"})
    forms_.add(text);
  EXPECT_EQ(index_.take_in(), 0U);
  const auto near = index_.nearest(place_of("parcel lost"));
  ASSERT_FALSE(near.empty());
  EXPECT_EQ(near.front().place, place_of("parcel lost again"));
  EXPECT_GT(near.front().similarity, 0.5);
  EXPECT_LE(near.front().similarity, 1.0001);
  EXPECT_TRUE(index_.nearest(place_of("zebra")).empty());
}

TEST_F(QuestionIndexOf, TakesInWhatComesLater) {
  forms_.add("parcel lost");
  forms_.add("zebra crossing");
  index_.take_in();
  EXPECT_TRUE(index_.nearest(place_of("zebra crossing")).empty());
  forms_.add("zebra crossing closed");
  EXPECT_EQ(index_.take_in(), 2U);
  const auto near = index_.nearest(2);
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].place, place_of("zebra crossing"));
}

TEST_F(QuestionIndexOf, GivesPlacesByWordsWhateverTheOrder) {
  QuestionForms others("en", stemmers_);
  for (const auto* text : {"parcel lost", "refund late", "password"}) forms_.add(text);
  for (const auto* text : {"password", "refund late", "parcel lost"}) others.add(text);
  QuestionIndex other(others);
  index_.take_in();
  other.take_in();
  for (std::uint32_t place = 0; place < 3; ++place)
    EXPECT_EQ(forms_.hash(index_.form_at(place)), others.hash(other.form_at(place)));
}

// The nearest of a word that thousands have were looked for among all of them.
TEST_F(QuestionIndexOf, KeepsToTheNearestFew) {
  for (int i = 0; i < 300; ++i) forms_.add("parcel x" + std::to_string(i));
  index_.take_in();
  EXPECT_EQ(index_.nearest(0).size(), kNearest);
}

}  // namespace
}  // namespace kb::insights
