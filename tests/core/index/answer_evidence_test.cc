#include "core/index/answer_evidence.h"

#include <gtest/gtest.h>

#include <map>

#include "core/index/document.h"
#include "tests/core/index/damage.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

// What the articles of a small collection show for a query, in their order.
class Evidence {
 public:
  explicit Evidence(std::vector<Article> articles, const std::string& lang = "en")
      : analyser_(lang, stemmers_), articles_(std::move(articles)) {
    for (const auto& one : articles_) {
      prepared_.push_back(prepare(one, analyser_));
      collection_.average_words += prepared_.back().row.word_count;
    }
    collection_.articles = 20;  // these, and others about something else
    collection_.average_words /= static_cast<double>(articles_.size());
    std::map<std::string, std::uint32_t> words;
    for (const auto& one : articles_)
      for (const auto& section : one.body.sections) {
        for (const auto& word : analyser_.analyse(one.facts.title)) words[word.forms->surface] = 1;
        for (const auto& word : analyser_.analyse(section.text)) words[word.forms->surface] = 1;
      }
    std::vector<LexiconWord> counted;
    for (const auto& [word, count] : words) counted.push_back({word, count});
    lexicon_bytes_ = encode_lexicon(lang, counted, 20);
    lexicon_ = *Lexicon::open(lexicon_bytes_);
  }

  std::vector<double> of(std::string_view typed, double exact = 0) {
    const std::vector<const Lexicon*> lexicons{&lexicon_};
    AnswerEvidence evidence(words(typed, exact), lexicons, collection_);
    for (const auto& one : prepared_) evidence.look_at(one.record, one.row.word_count);
    return evidence.scores();
  }

  std::vector<EvidenceWord> words(std::string_view typed, double exact = 0) {
    std::vector<EvidenceWord> words;
    for (const auto& forms : parse_query(typed, analyser_).all_words())
      words.push_back({forms, 1, exact});
    return words;
  }

  const std::string& record(std::size_t i) const { return prepared_[i].record; }
  const CollectionFacts& collection() const { return collection_; }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  text::Stemmers stemmers_;
  text::Analyser analyser_;
  std::vector<Article> articles_;
  std::vector<PreparedArticle> prepared_;
  CollectionFacts collection_{0, 0};
  std::string lexicon_bytes_;
  Lexicon lexicon_;
};

struct Case {
  std::string lang, query, better, worse;
};
class BetterAnswers : public testing::TestWithParam<Case> {};

TEST_P(BetterAnswers, HaveMoreEvidence) {
  const auto& [lang, query, better, worse] = GetParam();
  Evidence evidence({article(lang, "a/better", "T", better), article(lang, "a/worse", "T", worse),
                     article(lang, "a/other", "T", "zebra zebra zebra")},
                    lang);
  const auto scores = evidence.of(query);
  ASSERT_EQ(scores.size(), 3U);
  EXPECT_GT(scores[0], scores[1]);
  EXPECT_GE(scores[1], scores[2]);
  EXPECT_EQ(scores[2], 0);
}

INSTANTIATE_TEST_SUITE_P(
    WordsInOrder, BetterAnswers,
    testing::Values(Case{"en", "delete account", "You can delete account data here and now.",
                         "You can account data here and now delete."},
                    Case{"en", "deleting accounts", "To delete accounts is easy for us.",
                         "To delete is easy for us accounts."},
                    Case{"ro", "ștergere cont", "Pagina pentru ștergere cont nou aici.",
                         "Cont nou aici, pagina pentru ștergere."}));

const std::string kFiller =
    " something else is written here that has nothing to do with what was asked, sentence after "
    "sentence, so that the two are far from one another on the page, as they are in long articles";

INSTANTIATE_TEST_SUITE_P(WordsClose, BetterAnswers,
                         testing::Values(Case{"en", "parcel lost",
                                              "Your lost red parcel." + kFiller,
                                              "Your parcel." + kFiller + " lost red"}));

INSTANTIATE_TEST_SUITE_P(
    Letters, BetterAnswers,
    testing::Values(Case{"de", "rechnung", "Die Rechnungsadresse ändern", "Die Rechte anderer"},
                    Case{"fi", "toimitusosoitteeni", "Muuta toimitusosoitetta", "Muuta toimia nyt"},
                    Case{"th", "เงินคืน", "ขอเงินคืนได้", "ขอเงินได้"},
                    Case{"zh", "退款金額", "退款金額多少", "退回商品"}));

// A query of one word was answered by whoever repeated it, not by who had it in the title.
TEST(AnswerEvidence, CountsTitlesAndHeadings) {
  auto titled = article("en", "a/titled", "Refund", "We pay you back.");
  auto headed = article("en", "a/headed", "T", "We pay you back.");
  headed.body.sections.push_back({"refund", "Refund", 2, "Back."});
  Evidence evidence({titled, headed, article("en", "a/text", "T", "We refund you, pay back.")});
  const auto scores = evidence.of("refunds");
  EXPECT_GT(scores[0], scores[1]);
  EXPECT_GT(scores[1], scores[2]);
}

TEST(AnswerEvidence, CountsExactFormsWhereAskedTo) {
  Evidence evidence(
      {article("en", "a/exact", "T", "refunds"), article("en", "a/other", "T", "refund")});
  const auto without = evidence.of("refunds");
  const auto with = evidence.of("refunds", 2);
  EXPECT_GT(with[0], without[0]);
  EXPECT_EQ(with[1], without[1]);
}

TEST(AnswerEvidence, IsNoneForAnEmptyQueryOrNoCandidates) {
  Evidence evidence({article("en", "a/b", "T", "refund")});
  EXPECT_EQ(evidence.of(""), std::vector<double>{0});
  EXPECT_EQ(evidence.of("zebra"), std::vector<double>{0});
  EXPECT_TRUE(AnswerEvidence({}, {}, {}).scores().empty());
}

// A query of more words than there are bits for pairs, and of more grams than are looked at.
TEST(AnswerEvidence, ManyWordsAreNoHarm) {
  std::string text;
  for (int i = 0; i < 90; ++i) text += "word" + std::to_string(i) + "abcdefgh ";
  Evidence evidence({article("en", "a/b", "T", text), article("en", "a/c", "T", "refund")});
  const auto scores = evidence.of(text + "\"" + text + "\"", 1);
  EXPECT_GT(scores[0], scores[1]);
  EXPECT_EQ(scores[1], 0);
}

TEST(AnswerEvidence, RareIsMoreTelling) {
  EXPECT_GT(inverse_frequency(100, 1), inverse_frequency(100, 10));
  EXPECT_GT(inverse_frequency(100, 100), 0);
  EXPECT_GE(inverse_frequency(100, 1000), 0) << "statistics that lag behind";
  EXPECT_GE(inverse_frequency(0, 0), 0);
}

TEST(AnswerEvidence, OfADamagedRecordIsAnyButComesBack) {
  Evidence evidence(
      {article("en", "a/b", "Refunds and money", "We refund the money for a parcel.")});
  const auto words = evidence.words("refund the money", 1);
  const std::vector<const Lexicon*> lexicons{&evidence.lexicon()};
  for_each_damage(evidence.record(0), [&](const std::string& damaged) {
    AnswerEvidence looked(words, lexicons, evidence.collection());
    looked.look_at(damaged, 7);
    looked.look_at(evidence.record(0), 7);
    const auto scores = looked.scores();
    ASSERT_EQ(scores.size(), 2U);
    EXPECT_GE(scores[0], 0);
    EXPECT_GT(scores[1], 0) << "what follows is not harmed";
  });
}

}  // namespace
}  // namespace kb::index
