// The judgements that come with the project, tried as kb-index check does: those of the sample help
// center, and those of a tiny one in the languages that it lacks.

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "core/text/language.h"
#include "indexer/check/check.h"
#include "indexer/check/judgement_file.h"
#include "indexer/vocabulary_files.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr Time kNow{std::chrono::seconds{1'780'272'000}};  // 2026-06-01: pins have dates

struct Site {
  std::string config;
  std::vector<std::string> languages;
};

class OwnJudgements : public testing::TestWithParam<Site> {
 protected:
  OwnJudgements() {
    auto loaded = load_config(fs::path(KB_ROOT) / GetParam().config,
                              [](const std::string&) { return std::nullopt; });
    EXPECT_TRUE(loaded) << to_line(loaded.error());
    if (loaded) config_ = std::move(*loaded);
    EXPECT_TRUE(text::canonicalise_languages(config_.site));
    config_.index.path = folder_.path() / "index";  // none is there: the content of now counts
  }

  TemporaryFolder folder_;
  Config config_;
};

TEST_P(OwnJudgements, Hold) {
  Progress silent(stderr, Progress::Style::silent);
  auto report = check(config_, ManualClock(kNow), silent);
  ASSERT_TRUE(report) << to_line(report.error());
  std::erase_if(report->findings, [](const Finding& finding) {
    return finding.rule != rules::judgement.name && finding.rule != rules::unknown_article.name &&
           finding.rule != rules::search_file.name;
  });
  std::string lines;
  for (const auto& line : text_lines(*report, Hints::all)) lines += line + "\n";
  EXPECT_EQ(lines, "");
}

TEST_P(OwnJudgements, AreSeveralForEveryLanguage) {
  for (const auto& lang : GetParam().languages) {
    const auto read = read_judgement_file(config_.search.path / lang / kJudgementsFile);
    EXPECT_THAT(read.problems, IsEmpty()) << lang;
    const auto first = std::count_if(read.judgements.begin(), read.judgements.end(),
                                     [](const auto& judged) { return judged.within == 1; });
    EXPECT_GE(first, 5) << lang << ": what is expected first";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Content, OwnJudgements,
    testing::Values(Site{"kb.yaml", {"ar", "de", "en", "es", "fr", "it", "ja", "pl", "ro", "ru"}}));
INSTANTIATE_TEST_SUITE_P(Languages, OwnJudgements,
                         testing::Values(Site{
                             "tests/languages/kb.yaml",
                             {"bg", "cs", "da", "el", "fa", "fi", "he", "hi",
                              "hr", "hu", "id", "ko", "nb", "nl", "pt", "sk",
                              "sr", "sv", "th", "tr", "uk", "vi", "zh", "zh-TW"}}));

}  // namespace
}  // namespace kb
