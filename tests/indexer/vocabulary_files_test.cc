#include "indexer/vocabulary_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class VocabularyFilesTest : public testing::Test {
 protected:
  VocabularyFiles read() {
    Config config;
    config.search.path = folder.path();
    return read_vocabularies(config);
  }
  VocabularyFiles read(const std::string& file, const std::string& text) {
    folder.write(file, text);
    return read();
  }
  TemporaryFolder folder;
};

TEST_F(VocabularyFilesTest, ReadsSynonyms) {
  const auto found = read("en/synonyms.yaml",
                          "two_way:\n"
                          "  - [refund, money back, \" reimbursement \"]\n"
                          "one_way:\n"
                          "  - {from: wifi, to: [wireless network]}\n"
                          "  - from: [404, no]\n"
                          "    to: not found\n");
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(found.vocabularies.at("en").synonyms,
              ElementsAre(index::SynonymRule{{"refund", "money back", "reimbursement"}, {}, 2},
                          index::SynonymRule{{"wifi"}, {"wireless network"}, 4},
                          index::SynonymRule{{"404", "no"}, {"not found"}, 5}));
}

TEST_F(VocabularyFilesTest, ReadsPins) {
  const auto found = read("en/pins.yaml",
                          "- queries: [black friday, offers]\n"
                          "  articles: [billing/offers]\n"
                          "  from: 2026-01-02\n"
                          "  until: 2026-01-03\n"
                          "- {queries: help, articles: start, until: 2026-01-03 12:00:00}\n");
  EXPECT_THAT(found.problems, IsEmpty());
  const Time start{std::chrono::seconds{1'767'225'600}};  // 2026-01-01
  const std::chrono::hours day{24};
  EXPECT_THAT(
      found.vocabularies.at("en").pins,
      // The last day counts to its end.
      ElementsAre(
          index::Pin{
              {"black friday", "offers"}, {"billing/offers"}, start + day, start + 3 * day, 1},
          index::Pin{{"help"}, {"start"}, {}, start + 2 * day + day / 2, 5}));
}

TEST_F(VocabularyFilesTest, ReadsStopWordsOfEachLanguage) {
  folder.write("pt_br/stopwords.yaml", "- por\n- favor\n");
  folder.write("ro/stopwords.yaml", "- va\xCC\x86\n");  // a, then a breve: two ways to write ă
  folder.write("README.md", "For us.\n");
  folder.write("_drafts/stopwords.yaml", "- x\n");
  const auto found = read("ro/notes.txt", "For us.\n");
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(found.vocabularies.at("pt-BR").stopwords,
              ElementsAre(index::StopWord{"por", 1}, index::StopWord{"favor", 2}));
  EXPECT_THAT(found.vocabularies.at("ro").stopwords, ElementsAre(index::StopWord{"vă", 1}));
  EXPECT_THAT(found.folders, ElementsAre(Pair("pt-BR", folder.path() / "pt_br"),
                                         Pair("ro", folder.path() / "ro")));
}

TEST_F(VocabularyFilesTest, NeedNotBe) {
  EXPECT_THAT(read().vocabularies, IsEmpty());
  EXPECT_THAT(read("en/judgements.tsv", "a\tb\n").vocabularies, IsEmpty());
  for (const auto* file : {"en/synonyms.yaml", "en/pins.yaml", "en/stopwords.yaml"})
    for (const auto* text : {"", "# nothing yet\n"}) {
      const auto found = read(file, text);
      EXPECT_THAT(found.vocabularies, IsEmpty());
      EXPECT_THAT(found.problems, IsEmpty());
    }
  EXPECT_THAT(read("en/synonyms.yaml", "two_way:\none_way: []\n").problems, IsEmpty());
  Config config;
  config.search.path = folder.path() / "nowhere";
  EXPECT_THAT(read_vocabularies(config).problems, IsEmpty());
}

struct Bad {
  std::string file, text, line, what;
};
class BadVocabularyFiles : public VocabularyFilesTest, public testing::WithParamInterface<Bad> {};

TEST_P(BadVocabularyFiles, SayWhere) {
  const auto found = read(GetParam().file, GetParam().text);
  ASSERT_EQ(found.problems.size(), 1U) << to_line(found.problems.back());
  const auto line = GetParam().line.empty() ? "" : ":" + GetParam().line;
  EXPECT_EQ(found.problems[0].where, (folder.path() / GetParam().file).string() + line);
  EXPECT_THAT(found.problems[0].what, HasSubstr(GetParam().what));
  EXPECT_NE(found.problems[0].hint, "");
}

std::string many_texts() {
  std::string list = "two_way:\n  - [a";
  for (int i = 0; i < 60; ++i) list += ", a" + std::to_string(i);
  return list + "]\n";
}

constexpr const char* kSynonyms = "en/synonyms.yaml";
constexpr const char* kPins = "en/pins.yaml";
constexpr const char* kStopWords = "en/stopwords.yaml";
INSTANTIATE_TEST_SUITE_P(
    Synonyms, BadVocabularyFiles,
    testing::Values(
        Bad{kSynonyms, "refund\n", "1", "expected `two_way` and `one_way`"},
        Bad{kSynonyms, "two_way:\n  - [a, b]\ntwoway: []\n", "3", "unknown key `twoway`"},
        Bad{kSynonyms, "two_way: refund\n", "1", "expected a list"},
        Bad{kSynonyms, "two_way:\n  - [refund]\n", "2", "two texts or more"},
        Bad{kSynonyms, "two_way:\n  - refund\n", "2", "two texts or more"},
        Bad{kSynonyms, "two_way:\n  - [a, [b]]\n", "2", "expected a text"},
        Bad{kSynonyms, "two_way:\n  - [a, ' ']\n", "2", "expected a text"},
        Bad{kSynonyms, many_texts(), "2", "more than 50 texts"},
        Bad{kSynonyms, "one_way:\n  - [a, b]\n", "2", "expected keys and values"},
        Bad{kSynonyms, "one_way:\n  - {from: a}\n", "2", "has no `to`"},
        Bad{kSynonyms, "one_way:\n  - {from: a, to: []}\n", "2", "has no `to`"},
        Bad{kSynonyms, "one_way:\n  - {from: , to: b}\n", "2", "has no `from`"},
        Bad{kSynonyms, "one_way:\n  - {from: a, to: b, at: c}\n", "2", "unknown key `at`"},
        Bad{kSynonyms, "two_way:\n  - [a, b\n", "3", "cannot be read"},
        Bad{kSynonyms, std::string(5000, '['), "", "nested too deeply"},
        Bad{kSynonyms, "two_way: [[caf\xE9, bar]]\n", "", "not UTF-8"},
        Bad{kSynonyms, std::string(2 << 20, '#'), "", "larger than 1 MiB"}));
INSTANTIATE_TEST_SUITE_P(
    Others, BadVocabularyFiles,
    testing::Values(
        Bad{kPins, "refund: billing/refund\n", "1", "expected a list"},
        Bad{kPins, "- {queries: [a]}\n", "1", "has no `articles`"},
        Bad{kPins, "- {queries: [a], article: b, articles: b}\n", "1", "unknown key `article`"},
        Bad{kPins, "- {queries: a, articles: b}\n- {queries: c, articles: d, from: soon}\n", "2",
            "not a date: 'soon'"},
        Bad{kPins, "- {queries: a, articles: b, from: 2026-02-01, until: 2026-01-01}\n", "1",
            "`until` is before `from`"},
        Bad{kStopWords, "words: [a]\n", "1", "expected a list"},
        Bad{kStopWords, "- a\n- {b: c}\n", "2", "expected a text"},
        Bad{kStopWords, "- a\n- ~\n", "2", "expected a text"},
        Bad{"en/synonym.yaml", "two_way: []\n", "", "has an unknown name"},
        Bad{"en/pins.yml", "", "", "has an unknown name"}));

TEST_F(VocabularyFilesTest, CountInSpiteOfABadNeighbour) {
  folder.write("en/stopwords.yaml", "- [a]\n- b\n");
  folder.write("en/pins.yaml", "- {\n");
  const auto found =
      read("en/synonyms.yaml", "two_way:\n  - [a]\n  - [b, c]\none_way:\n  - {from: d, to: e}\n");
  EXPECT_EQ(found.problems.size(), 3U);
  EXPECT_EQ(found.vocabularies.at("en").synonyms.size(), 2U);
  EXPECT_EQ(found.vocabularies.at("en").stopwords.size(), 1U);
  EXPECT_THAT(found.vocabularies.at("en").pins, IsEmpty());
}

TEST_F(VocabularyFilesTest, AreInFoldersOfLanguages) {
  folder.write("english/stopwords.yaml", "- a\n");
  folder.write("pt-BR/stopwords.yaml", "- a\n");
  const auto found = read("pt_br/stopwords.yaml", "- b\n");
  ASSERT_EQ(found.problems.size(), 2U);
  EXPECT_EQ(found.problems[0].where, (folder.path() / "english").string());
  EXPECT_THAT(found.problems[0].what, HasSubstr("no language tag"));
  EXPECT_EQ(found.problems[1].where, (folder.path() / "pt_br").string());
  EXPECT_THAT(found.problems[1].what, HasSubstr("is the same language as pt-BR"));
  EXPECT_THAT(found.vocabularies.at("pt-BR").stopwords, ElementsAre(index::StopWord{"a", 1}));
}

}  // namespace
}  // namespace kb
