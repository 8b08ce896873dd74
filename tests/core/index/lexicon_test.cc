#include "core/index/lexicon.h"

#include <gtest/gtest.h>

#include "core/index/record.h"
#include "core/text/letter_grams.h"
#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

Lexicon open_lexicon(const std::string& bytes) {
  const auto lexicon = Lexicon::open(bytes);
  EXPECT_TRUE(lexicon) << to_line(lexicon.error());
  return lexicon ? *lexicon : Lexicon();
}

std::uint32_t gram_of(std::string_view letters) {
  std::vector<std::uint32_t> grams;
  text::add_letter_grams(letters, grams);
  return grams.at(1);  // after the one with the word's edge
}

TEST(Lexicon, FindsWordsByTheirFoldedForm) {
  const std::string bytes =
      encode_lexicon("pl", {{"płatności", 7}, {"zwrot", 3}, {"łódź", 1}, {"a", 9}}, 20);
  const Lexicon lexicon = open_lexicon(bytes);
  ASSERT_EQ(lexicon.size(), 4U);
  for (const auto& [folded, surface, frequency] : {std::tuple{"platnosci", "płatności", 7U},
                                                   {"zwrot", "zwrot", 3U},
                                                   {"lodz", "łódź", 1U},
                                                   {"a", "a", 9U}}) {
    const auto word = lexicon.find(folded);
    ASSERT_TRUE(word) << folded;
    EXPECT_EQ(lexicon.folded(*word), folded);
    EXPECT_EQ(lexicon.surface(*word), surface);
    EXPECT_EQ(lexicon.frequency(*word), frequency);
    EXPECT_EQ(lexicon.letters(*word), letters_of(folded));
    EXPECT_EQ(lexicon.hash(*word), key_of({"", "", folded, ""}).word) << "as records have it";
  }
  for (const char* absent : {"", "płatności", "platnosc", "zzz", "0"})
    EXPECT_FALSE(lexicon.find(absent)) << absent;
}

TEST(Lexicon, ShowsTheMostFrequentSpelling) {
  const std::string bytes = encode_lexicon("ro", {{"plati", 2}, {"plăți", 5}, {"plăti", 1}}, 6);
  const Lexicon lexicon = open_lexicon(bytes);
  ASSERT_EQ(lexicon.size(), 1U);
  EXPECT_EQ(lexicon.surface(0), "plăți");
  EXPECT_EQ(lexicon.frequency(0), 6U) << "no more than there are articles";
}

TEST(Lexicon, KnowsWhichWordsHaveAGram) {
  const std::string bytes =
      encode_lexicon("de", {{"rechnung", 4}, {"rechnungsadresse", 2}, {"lieferung", 3}}, 10);
  const Lexicon lexicon = open_lexicon(bytes);
  const auto places = lexicon.places_of(gram_of("rechnung"));
  ASSERT_EQ(places.words.size(), 2U);
  EXPECT_EQ(lexicon.folded(places.words[0]), "rechnung");
  EXPECT_EQ(lexicon.folded(places.words[1]), "rechnungsadresse");
  EXPECT_GE(places.frequency, 4U) << "at least those with the more frequent one";
  EXPECT_LE(places.frequency, 6U);
  EXPECT_EQ(lexicon.places_of(gram_of("zebra")).words.size(), 0U);
  EXPECT_EQ(lexicon.places_of(0).frequency, 0U);
}

TEST(Lexicon, FindsEveryWordAndGramOfMany) {
  std::vector<LexiconWord> words;
  for (std::uint32_t i = 0; i < 2000; ++i)
    words.push_back({"word" + std::to_string(i * 7919), i % 50 + 1});
  const std::string bytes = encode_lexicon("en", words, 100);
  const Lexicon lexicon = open_lexicon(bytes);
  std::vector<std::uint32_t> grams;
  for (const auto& word : words) {
    const auto number = lexicon.find(word.surface);
    ASSERT_TRUE(number) << word.surface;
    grams.clear();
    text::add_letter_grams(word.surface, grams);
    for (const auto gram : grams) {
      const auto places = lexicon.places_of(gram).words;
      bool there = false;
      for (std::size_t i = 0; i < places.size(); ++i) there |= places[i] == *number;
      EXPECT_TRUE(there) << word.surface;
    }
  }
}

TEST(Lexicon, MayBeEmpty) {
  const std::string bytes = encode_lexicon("en", {}, 0);
  const Lexicon lexicon = open_lexicon(bytes);
  EXPECT_EQ(lexicon.size(), 0U);
  EXPECT_FALSE(lexicon.find("refund"));
  EXPECT_EQ(lexicon.places_of(gram_of("refund")).words.size(), 0U);
  EXPECT_EQ(Lexicon().size(), 0U);
}

TEST(Lexicon, LettersTellWordsApartByWhatTheyAreMadeOf) {
  EXPECT_EQ(letters_of("refund"), letters_of("refudn")) << "in whatever order";
  EXPECT_EQ(letters_of("noon"), letters_of("on"));
  EXPECT_NE(letters_of("refund"), letters_of("parcel"));
  EXPECT_EQ(letters_of(""), 0U);
  EXPECT_NE(letters_of("оплата"), letters_of("возврат"));
}

TEST(Lexicon, DamagedIsAnErrorOrAnswers) {
  const std::string good =
      encode_lexicon("pl", {{"płatności", 7}, {"zwrot", 3}, {"a", 9}, {"zwroty", 2}}, 20);
  for_each_damage(good, [&](const std::string& damaged) {
    const auto lexicon = Lexicon::open(damaged);
    EXPECT_TRUE(!lexicon || damaged.size() == good.size()) << "cut off";
    if (!lexicon) return;
    lexicon->find("zwrot");
    for (std::size_t word = 0; word < lexicon->size(); ++word) {
      lexicon->folded(word);
      lexicon->surface(word);
      lexicon->frequency(word);
      lexicon->hash(word);
      lexicon->letters(word);
    }
    const auto words = lexicon->places_of(gram_of("zwrot")).words;
    for (std::size_t i = 0; i < words.size(); ++i) static_cast<void>(words[i]);
  });
}

}  // namespace
}  // namespace kb::index
