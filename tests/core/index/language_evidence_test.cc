#include "core/index/language_evidence.h"

#include <gtest/gtest.h>

#include <list>
#include <map>

namespace kb::index {
namespace {

class Languages {
 public:
  void add(const std::string& lang, const std::vector<LexiconWord>& words, std::uint32_t articles) {
    bytes_.push_back(encode_lexicon(lang, words, articles));
    lexicons_.push_back(*Lexicon::open(bytes_.back()));
    languages_.push_back({lang, {&lexicons_.back()}, static_cast<double>(articles)});
  }

  std::vector<LanguageEvidence> rank(std::string_view text) {
    text::Analyser analyser("und", stemmers_);
    std::vector<text::WordForms> words;
    for (const auto& word : analyser.analyse(text)) words.push_back(*word.forms);
    return rank_languages(words, languages_);
  }
  std::string best(std::string_view text) { return rank(text).front().lang; }

 private:
  std::list<std::string> bytes_;
  std::list<Lexicon> lexicons_;
  std::vector<LanguageWords> languages_;
  text::Stemmers stemmers_;
};

class RankedLanguages : public testing::Test {
 protected:
  RankedLanguages() {
    languages.add("en", {{"refund", 40}, {"card", 30}, {"the", 90}, {"de", 1}, {"hub", 20}}, 100);
    languages.add("ro", {{"rambursare", 20}, {"card", 15}, {"de", 45}, {"hub", 10}}, 50);
    languages.add("ru", {{"возврат", 4}, {"hub", 2}}, 10);
  }
  Languages languages;
};

TEST_F(RankedLanguages, AreThoseWhoseArticlesHaveTheWords) {
  EXPECT_EQ(languages.best("refund"), "en");
  EXPECT_EQ(languages.best("rambursare card"), "ro");
  EXPECT_EQ(languages.best("возврат"), "ru");
  EXPECT_EQ(languages.best("de"), "ro")
      << "one English article has it, nearly all Romanian ones do";
  EXPECT_EQ(languages.best("the hub"), "en");
}

TEST_F(RankedLanguages, SayHowMuchTheyKnow) {
  const std::map<std::string, double> known{{"ro", 0.75}, {"en", 0.5}, {"ru", 0}};
  for (const auto& evidence : languages.rank("rambursare de card zzz")) {
    EXPECT_LE(evidence.likelihood, 0);
    EXPECT_DOUBLE_EQ(evidence.known, known.at(evidence.lang));
  }
}

TEST_F(RankedLanguages, AreAllThereEvenIfNoneKnowsAWord) {
  for (const char* text : {"", "zzz", "?!"}) {
    const auto ranked = languages.rank(text);
    ASSERT_EQ(ranked.size(), 3U);
    EXPECT_EQ(ranked[0].lang, "en") << "in their own order";
    for (const auto& evidence : ranked) EXPECT_EQ(evidence.known, 0);
  }
  EXPECT_TRUE(Languages().rank("refund").empty());
}

// A language with a hundred times the articles won by the chance that some article has any word.
TEST(LanguagesOfAllSizes, CompeteByShareOfArticles) {
  Languages languages;
  languages.add("en", {{"plus", 100}}, 10'000);
  languages.add("fr", {{"plus", 30}}, 100);
  EXPECT_EQ(languages.best("plus"), "fr");
}

TEST(LanguagesOfAllSizes, MayHaveNoArticle) {
  Languages languages;
  languages.add("en", {}, 0);
  EXPECT_EQ(languages.rank("refund")[0].known, 0);
}

}  // namespace
}  // namespace kb::index
