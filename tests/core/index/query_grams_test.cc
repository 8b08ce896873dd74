#include "core/index/query_grams.h"

#include <gtest/gtest.h>

#include "core/base/content_hash.h"
#include "core/text/letter_grams.h"

namespace kb::index {
namespace {

class QueryGramsTest : public testing::Test {
 protected:
  QueryGrams grams_of(const std::vector<std::string_view>& words, double weight = 1) {
    const std::vector<const Lexicon*> lexicons = {&lexicon_};
    return {words, lexicons, [weight](std::uint32_t, double) { return weight; }};
  }
  static std::uint32_t hash(std::string_view folded) {
    return static_cast<std::uint32_t>(short_hash(folded));
  }
  // What of the query's grams a word of the lexicon has.
  static double shared(const QueryGrams& grams, std::string_view folded) {
    return grams.weight_of(grams.of(grams.number_of(hash(folded))));
  }

  const std::string bytes_ =
      encode_lexicon("en", {{"invoice", 3}, {"invoices", 2}, {"refund", 4}, {"voice", 1}}, 10);
  const Lexicon lexicon_ = *Lexicon::open(bytes_);
};

TEST_F(QueryGramsTest, KnowTheWordsThatShareLetters) {
  const auto grams = grams_of({"invoice"});
  EXPECT_GT(shared(grams, "invoice"), shared(grams, "invoices"));
  EXPECT_GT(shared(grams, "invoices"), shared(grams, "voice"));
  EXPECT_GT(shared(grams, "voice"), 0);
  EXPECT_EQ(shared(grams, "refund"), 0);
  EXPECT_EQ(grams.number_of(hash("refund")), 0U);
}

TEST_F(QueryGramsTest, LeaveOutWhatNoWordHasOrWhatWeighsNothing) {
  EXPECT_TRUE(grams_of({"zzzz"}).weights().empty());
  EXPECT_TRUE(grams_of({"invoice"}, 0).weights().empty());
  EXPECT_TRUE(grams_of({}).weights().empty());
}

TEST_F(QueryGramsTest, KeepTheMostTellingOfMany) {
  std::vector<LexiconWord> words;
  std::vector<std::string> texts;
  for (int i = 0; i < 200; ++i) texts.push_back("w" + std::to_string(1000 + 7 * i) + "q");
  std::sort(texts.begin(), texts.end());
  for (const auto& text : texts) words.push_back({text, 1});
  const auto bytes = encode_lexicon("en", words, 10);
  const auto lexicon = *Lexicon::open(bytes);
  const std::vector<const Lexicon*> lexicons = {&lexicon};
  const std::vector<std::string_view> query(texts.begin(), texts.end());
  const QueryGrams grams(query, lexicons,
                         [](std::uint32_t gram, double) { return 1.0 + gram % 100; });
  EXPECT_EQ(grams.weights().size(), QueryGrams::kMostGrams);
  EXPECT_GT(*std::min_element(grams.weights().begin(), grams.weights().end()), 20);
}

}  // namespace
}  // namespace kb::index
