#include "indexer/language_job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text/analyser.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;

// A language of so many files, of which nothing is on disk: they are given as already read.
class LanguageJobs : public testing::Test {
 protected:
  LanguageJobs() : builder(*index::GenerationBuilder::begin(folder.path(), {})) {}

  void plan_files(std::size_t count) {
    files.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      files[i].lang = "en";
      files[i].id = "a" + std::to_string(i);
      files[i].path = "en/" + files[i].id + ".md";
      plan.read.push_back(&files[i]);
    }
  }

  PreparedFile prepared(const SourceFile& file, Audience audience = Audience::everyone) {
    Article article;
    article.id = file.id;
    article.lang = file.lang;
    article.facts.title = "Title " + file.id;
    article.body.sections = {{.anchor = {}, .title = {}, .text = "refund"}};
    PreparedFile result;
    result.file = &file;
    result.versions.emplace(audience, index::prepare(article, analyser));
    return result;
  }
  std::vector<PreparedFile> prepared(const LanguageJob::Chunk& chunk) {
    std::vector<PreparedFile> all;
    for (const auto* file : chunk.files) all.push_back(prepared(*file));
    return all;
  }

  TemporaryFolder folder;
  index::GenerationBuilder builder;
  std::vector<SourceFile> files;
  LanguagePlan plan;
  text::Stemmers stemmers;
  text::Analyser analyser{"en", stemmers};
};

TEST_F(LanguageJobs, WriteChunksInTheFilesOrder) {
  plan_files(150);
  LanguageJob job("en", plan, builder, nullptr);
  EXPECT_GT(job.files_left(), 0U);
  std::vector<LanguageJob::Chunk> chunks;
  while (auto chunk = job.take()) chunks.push_back(*chunk);
  ASSERT_EQ(chunks.size(), 3U);
  EXPECT_EQ(job.files_left(), 0U);
  EXPECT_EQ(job.active_workers(), 3U);

  EXPECT_FALSE(*job.complete(chunks[2], prepared(chunks[2])));
  EXPECT_FALSE(*job.complete(chunks[0], prepared(chunks[0])));
  EXPECT_TRUE(*job.complete(chunks[1], prepared(chunks[1])));
  EXPECT_EQ(job.active_workers(), 0U);
  ASSERT_TRUE(job.finish());

  const auto outcome = job.take_outcome();
  ASSERT_EQ(outcome.databases.size(), 1U);
  EXPECT_EQ(outcome.databases[0].facts.articles, 150U);
  EXPECT_EQ(outcome.seen.size(), 150U);
  for (std::size_t i = 0; i < 150; ++i) EXPECT_EQ(outcome.seen[i].first, files[i].key());
}

TEST_F(LanguageJobs, HaveOneChunkEvenWithoutFiles) {
  LanguageJob job("en", plan, builder, nullptr);  // a language that only loses articles
  const auto chunk = job.take();
  ASSERT_TRUE(chunk);
  EXPECT_TRUE(chunk->files.empty());
  EXPECT_FALSE(job.take());
  EXPECT_TRUE(*job.complete(*chunk, {}));
  ASSERT_TRUE(job.finish());
  EXPECT_TRUE(job.take_outcome().databases.empty());
}

TEST_F(LanguageJobs, KeepAgentsArticlesInTheirOwnDatabase) {
  plan_files(2);
  LanguageJob job("en", plan, builder, nullptr);
  const auto chunk = *job.take();
  std::vector<PreparedFile> both;
  both.push_back(prepared(files[0]));
  both.push_back(prepared(files[1], Audience::agents));
  EXPECT_TRUE(*job.complete(chunk, std::move(both)));
  ASSERT_TRUE(job.finish());
  std::vector<std::string> databases;
  for (const auto& entry : job.take_outcome().databases)
    databases.push_back(to_string(entry.name) + " " + std::to_string(entry.facts.articles));
  EXPECT_THAT(databases, ElementsAre("en.public 1", "en.agents 1"));
}

TEST_F(LanguageJobs, PassOverFilesThatFailed) {
  plan_files(1);
  LanguageJob job("en", plan, builder, nullptr);
  const auto chunk = *job.take();
  std::vector<PreparedFile> failed(1);
  failed[0].file = &files[0];
  failed[0].failed = true;
  failed[0].problems.push_back({"is empty", "en/a0.md", {}});
  EXPECT_TRUE(*job.complete(chunk, std::move(failed)));
  ASSERT_TRUE(job.finish());
  const auto outcome = job.take_outcome();
  EXPECT_TRUE(outcome.databases.empty());
  EXPECT_THAT(lines_of(outcome.problems), ElementsAre("en/a0.md: is empty"));
  EXPECT_EQ(outcome.seen.size(), 1U);
}

}  // namespace
}  // namespace kb
