#include "server/gaps/synonym_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "core/base/durable_file.h"
#include "indexer/vocabulary_files.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string_view before, after;
};
class ExtendedFile : public testing::TestWithParam<Case> {};

TEST_P(ExtendedFile, HasOneLineMore) {
  const auto text = with_synonym(GetParam().before, {"kasy", "kosztów"});
  ASSERT_TRUE(text) << to_line(text.error());
  ASSERT_TRUE(*text);
  EXPECT_EQ(**text, GetParam().after);
  EXPECT_EQ(with_synonym(**text, {"kasy", "kosztów"}).value(), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Files, ExtendedFile,
    testing::Values(
        Case{"", "one_way:\n  - {from: kasy, to: kosztów}\n"},
        Case{"# ours\n---\ntwo_way:\n  - [a, b]",
             "# ours\n---\ntwo_way:\n  - [a, b]\none_way:\n  - {from: kasy, to: kosztów}\n"},
        Case{"one_way:  # first\n  - {from: a, to: b}  # why\n\n# last\ntwo_way:\n  - [c, d]\n",
             "one_way:  # first\n  - {from: a, to: b}  # why\n  - {from: kasy, to: kosztów}\n\n"
             "# last\ntwo_way:\n  - [c, d]\n"},
        Case{"one_way:\n- from: a\n  to:\n    - b\n",
             "one_way:\n- from: a\n  to:\n    - b\n- {from: kasy, to: kosztów}\n"},
        Case{"one_way:\n    - {from: a,\n       to: b}",
             "one_way:\n    - {from: a,\n       to: b}\n    - {from: kasy, to: kosztów}\n"},
        Case{"one_way:\ntwo_way:\n", "one_way:\n  - {from: kasy, to: kosztów}\ntwo_way:\n"},
        Case{"one_way: []  # none\n", "one_way:\n  - {from: kasy, to: kosztów}\n"},
        Case{"one_way:\r\n  - {from: a, to: b}\r\n",
             "one_way:\r\n  - {from: a, to: b}\r\n  - {from: kasy, to: kosztów}\r\n"},
        Case{"\xEF\xBB\xBFone_way:\n  - {from: a, to: b}\n",
             "\xEF\xBB\xBFone_way:\n  - {from: a, to: b}\n  - {from: kasy, to: kosztów}\n"}));

class OtherFile : public testing::TestWithParam<Case> {};

TEST_P(OtherFile, IsLeftAlone) {
  const auto text = with_synonym(GetParam().before, {"kasy", "kosztów"});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().where, GetParam().after);
  EXPECT_EQ(text.error().hint, "under one_way, add: - {from: kasy, to: kosztów}");
}

INSTANTIATE_TEST_SUITE_P(Files, OtherFile,
                         testing::Values(Case{"one_way: [{from: a, to: b}]\n", "line 1"},
                                         Case{"one_way:\n  from: a\n", "line 2"},
                                         Case{"one_way:\n\t- {from: a, to: b}\n", "line 2"},
                                         Case{"one_way: []\n  - {from: a, to: b}\n", "line 2"},
                                         Case{"one_way:\ntwo_way:\none_way:\n", "line 3"},
                                         Case{"{one_way: []}\n", "line 1"},
                                         Case{"\n\"one_way\":\n", "line 2"},
                                         Case{"two_way:\n...\n", "line 2"},
                                         Case{"words: [a]\n", "line 1"}));

class SynonymFileTest : public testing::Test {
 protected:
  SynonymFileTest() { config_.search.path = folder_.path() / "search"; }

  void add(const SynonymPair& pair) {
    const auto path = synonym_file_of(config_, "pl");
    const auto before = read_synonym_file(path);
    ASSERT_TRUE(before) << to_line(before.error());
    const auto text = with_synonym(*before, pair);
    ASSERT_TRUE(text && *text);
    const auto written = write_synonym_file(path, **text);
    ASSERT_TRUE(written) << to_line(written.error());
  }

  TemporaryFolder folder_;
  Config config_;
};

// What is written here, the index reads as it was meant.
TEST_F(SynonymFileTest, IsReadByTheIndex) {
  const std::vector<SynonymPair> pairs = {{"kasy", "kosztów"},
                                          {"no", "null"},
                                          {"wi-fi: [home]", "a \"b\" \\ c # d"},
                                          {"1042", "~"},
                                          {"деньги назад", "возврат"}};
  for (const auto& pair : pairs) add(pair);
  const auto found = read_vocabularies(config_);
  EXPECT_TRUE(found.problems.empty());
  const auto& rules = found.vocabularies.at("pl").synonyms;
  ASSERT_EQ(rules.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    EXPECT_EQ(rules[i].from, std::vector{pairs[i].asked});
    EXPECT_EQ(rules[i].to, std::vector{pairs[i].found});
  }
}

TEST_F(SynonymFileTest, LiesInTheFolderThatIsThere) {
  EXPECT_EQ(synonym_file_of(config_, "pt-BR"), config_.search.path / "pt-BR" / "synonyms.yaml");
  fs::create_directories(config_.search.path / "pt_br");
  fs::create_directories(config_.search.path / "no language");
  EXPECT_EQ(synonym_file_of(config_, "pt-BR"), config_.search.path / "pt_br" / "synonyms.yaml");
}

TEST_F(SynonymFileTest, StaysASymbolicLink) {
  const auto path = synonym_file_of(config_, "pl");
  fs::create_directories(path.parent_path());
  const auto target = folder_.path() / "words.yaml";
  ASSERT_TRUE(write_durably(target, "# ours\n"));
  fs::create_symlink(target, path);
  add({"kasy", "kosztów"});
  EXPECT_TRUE(fs::is_symlink(path));
  EXPECT_EQ(read_file(target).value(), "# ours\none_way:\n  - {from: kasy, to: kosztów}\n");
}

TEST_F(SynonymFileTest, IsNotReadWhereItIsTooLarge) {
  const auto path = folder_.path() / "large.yaml";
  ASSERT_TRUE(write_durably(path, std::string((1 << 20) + 1, '#')));
  EXPECT_FALSE(read_synonym_file(path));
  EXPECT_EQ(read_synonym_file(folder_.path() / "none.yaml").value(), "");
}

}  // namespace
}  // namespace kb
