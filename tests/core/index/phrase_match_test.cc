#include "core/index/phrase_match.h"

#include <gtest/gtest.h>

#include "core/index/document.h"
#include "tests/core/index/damage.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

struct Case {
  std::string lang;
  std::string_view phrase;
  bool found;
};
class Phrases : public testing::TestWithParam<Case> {};

Article sample(const std::string& lang) {
  Article one = article(lang, "a/b", "Title words", "");
  one.facts.keywords = {"money back", "return label"};
  one.facts.tags = {"late order"};
  one.body.sections = {{"", "", 0, "With express delivery, to to the door."},
                       {"when", "When it comes", 2, "Despre plăți online.\n注文の返金について"}};
  return one;
}

PhraseMatcher matcher(text::Analyser& analyser, std::string_view typed) {
  Phrase phrase;
  for (const auto& word : analyser.analyse(typed)) phrase.push_back(*word.forms);
  return PhraseMatcher(phrase);
}

TEST_P(Phrases, StandTogetherInOnePart) {
  text::Stemmers stemmers;
  text::Analyser analyser(GetParam().lang, stemmers);
  const auto record = Record::decode(prepare(sample(GetParam().lang), analyser).record);
  ASSERT_TRUE(record) << to_line(record.error());
  EXPECT_EQ(matcher(analyser, GetParam().phrase).is_in(*record), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Places, Phrases,
    testing::Values(Case{"en", "express delivery", true}, Case{"en", "delivery express", false},
                    Case{"en", "with delivery", false}, Case{"en", "to the door", true},
                    Case{"en", "to to the", true}, Case{"en", "to to to", false},
                    Case{"en", "money back", true}, Case{"en", "back return", false},
                    Case{"en", "late order", true}, Case{"en", "label late", false},
                    Case{"en", "it comes", true}, Case{"en", "comes despre", false},
                    Case{"en", "door when", false}, Case{"en", "nothing here", false}));

INSTANTIATE_TEST_SUITE_P(Languages, Phrases,
                         testing::Values(Case{"ro", "plati online", true},
                                         Case{"ro", "plăţi online", true},
                                         Case{"ro", "plată online", false},
                                         Case{"ja", "注文の返金", true},
                                         Case{"ja", "返金注文", false}));

TEST(Phrase, OfTheTitleIsFound) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  const auto record = Record::decode(prepare(sample("en"), analyser).record);
  ASSERT_TRUE(record);
  EXPECT_TRUE(matcher(analyser, "title words").is_in(*record));
}

TEST(Phrase, IsLookedForInADamagedRecord) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  const auto phrase = matcher(analyser, "express delivery");
  for_each_damage(prepare(sample("en"), analyser).record, [&](const std::string& damaged) {
    if (const auto record = Record::decode(damaged)) phrase.is_in(*record);
  });
}

}  // namespace
}  // namespace kb::index
