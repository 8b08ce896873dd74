#include "core/insights/gaps/word_weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace kb::insights {
namespace {

class WordWeights : public testing::Test {
 protected:
  // "please" stands beside everything, the others beside what belongs to them.
  void SetUp() override {
    for (const std::string thing : {"parcel lost late courier", "refund money bank account",
                                    "password login phone code", "invoice tax address company"})
      for (const std::string how : {"please", "please help", "please now", "please why"})
        for (std::size_t drop = 0; drop < 3; ++drop)
          forms_.add(thing.substr(thing.find(' ') * (drop % 2)) + " " + how + " " +
                     std::to_string(drop));
  }

  double weight(std::string_view name) {
    std::vector<std::uint32_t> with;
    std::uint32_t word = 0;
    while (word < forms_.word_count() && forms_.name(word) != name) ++word;
    for (std::uint32_t form = 0; form < forms_.size(); ++form)
      if (std::ranges::count(forms_.words(form), word) > 0) with.push_back(form);
    return WordWeigher(forms_).weigh(word, with);
  }

  text::Stemmers stemmers_;
  QuestionForms forms_{"en", stemmers_};
};

TEST_F(WordWeights, AreHighForWhatKeepsItsCompany) {
  EXPECT_GT(weight("courier"), weight("pleas"));
  EXPECT_GT(weight("money"), weight("whi"));
}

TEST_F(WordWeights, AreNoneForWhatNoTwoFormsShare) {
  forms_.add("xylophone");
  EXPECT_EQ(weight("xylophon"), 0);
}

TEST_F(WordWeights, OfAWordThatStandsAlone) {
  text::Stemmers stemmers;
  QuestionForms forms("en", stemmers);
  forms.add("refund");
  const std::vector<std::uint32_t> with = {0, 0};
  EXPECT_GT(WordWeigher(forms).weigh(0, with), 0);
}

}  // namespace
}  // namespace kb::insights
