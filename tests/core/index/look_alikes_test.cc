#include "core/index/look_alikes.h"

#include <gmock/gmock.h>

namespace kb::index {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// A lexicon of so many words, each in one of ten articles.
class LookAlikeWords {
 public:
  LookAlikeWords(std::string_view lang, const std::vector<std::string>& words) {
    std::vector<LexiconWord> counted;
    for (const auto& word : words) counted.push_back({word, 1});
    bytes_ = encode_lexicon(lang, counted, 10);
    auto opened = Lexicon::open(bytes_);
    EXPECT_TRUE(opened);
    lexicon_ = *opened;
  }
  const Lexicon* operator&() const { return &lexicon_; }

 private:
  std::string bytes_;
  Lexicon lexicon_;
};

std::vector<std::string> alike(std::string_view folded, const std::vector<const Lexicon*>& lexicons,
                               std::size_t most = 9) {
  std::vector<std::string> surfaces;
  double last = 1;
  for (const auto& word : look_alikes(folded, lexicons, most)) {
    EXPECT_GT(word.likeness, 0) << word.surface;
    EXPECT_LE(word.likeness, last) << word.surface << ": the best first";
    last = word.likeness;
    surfaces.push_back(word.surface);
  }
  return surfaces;
}

struct Case {
  std::string_view lang, typed, alike;
};
class LookAlikesOfWords : public testing::TestWithParam<Case> {};

TEST_P(LookAlikesOfWords, AreFound) {
  const auto& [lang, typed, expected] = GetParam();
  const LookAlikeWords words(lang, {std::string(expected), "zebra", "ворона", "猫", "xylophon"});
  EXPECT_THAT(alike(typed, {&words}), ElementsAre(std::string(expected)));
}

INSTANTIATE_TEST_SUITE_P(Compounds, LookAlikesOfWords,
                         testing::Values(Case{"de", "rechnung", "rechnungsadresse"},
                                         Case{"de", "rechnungsadresse", "rechnung"},
                                         Case{"de", "adresse", "lieferadresse"},
                                         Case{"sv", "leverans", "leveransadress"},
                                         Case{"nl", "factuuradres", "factuur"},
                                         Case{"fi", "toimitus", "toimitusosoite"},
                                         Case{"ko", "비밀번호만이라도", "비밀번호"}));
INSTANTIATE_TEST_SUITE_P(Inflections, LookAlikesOfWords,
                         testing::Values(Case{"el", "τιμολογιων", "τιμολόγιο"},
                                         Case{"hu", "kartyaimmal", "kártyámmal"},
                                         Case{"ru", "оплатившими", "оплативший"}));
INSTANTIATE_TEST_SUITE_P(Slips, LookAlikesOfWords,
                         testing::Values(Case{"en", "subscribtion", "subscription"},
                                         Case{"ro", "rambursarre", "rambursare"}));

TEST(LookAlikesOf, ShortAndUnrelatedWordsAreNone) {
  const LookAlikeWords words("en", {"parcel", "refund", "hub", "so"});
  for (const char* typed : {"", "a", "hub", "zebra", "parse", "refund"})
    EXPECT_THAT(alike(typed, {&words}), IsEmpty()) << typed;
}

// A quarter of the longer one's letters, whichever is typed.
TEST(LookAlikesOf, LongWordsMustBeRelatedToo) {
  const std::string longer = "donaudampfschifffahrtsgesellschaft";
  const LookAlikeWords part("de", {"donau", "dampfschifffahrt"}), whole("de", {longer});
  EXPECT_THAT(alike(longer, {&part}), ElementsAre("dampfschifffahrt"));
  EXPECT_THAT(alike("dampfschifffahrt", {&whole}), ElementsAre(longer));
  EXPECT_THAT(alike("donau", {&whole}), IsEmpty());
}

TEST(LookAlikesOf, SeveralDatabasesCompete) {
  const LookAlikeWords everyones("de", {"rechnungsadresse", "lieferung"});
  const LookAlikeWords agents("de", {"rechnungen"});
  EXPECT_THAT(alike("rechnung", {&everyones}), ElementsAre("rechnungsadresse"));
  EXPECT_THAT(alike("rechnung", {&everyones, &agents}), Contains("rechnungen"));
  EXPECT_THAT(alike("rechnung", {&everyones, &agents}, 1).size(), 1U);
  EXPECT_THAT(alike("rechnung", {}), IsEmpty());
}

}  // namespace
}  // namespace kb::index
