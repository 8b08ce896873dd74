#include "core/index/searcher_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

SearchRequest pooled_request(std::string text) {
  return {.text = std::move(text), .lang = "en", .fallbacks = {"ro"}};
}

std::vector<Article> articles(const std::string& word) {
  return {article("en", "a/one", "Refund", word), article("ro", "a/two", "Refund", word)};
}

TEST(SearcherPool, WithoutAnIndexLendsNothing) {
  const TemporaryFolder folder;
  text::Stemmers stemmers;
  SearcherPool pool(folder.path(), stemmers);
  EXPECT_FALSE(pool.refresh());
  EXPECT_FALSE(pool.lease());
  EXPECT_EQ(pool.generation(), nullptr);
}

TEST(SearcherPool, SwitchesWhenThereIsAnotherGeneration) {
  SmallIndex index;
  index.publish(articles("first"));
  SearcherPool pool(index.path(), index.stemmers());
  EXPECT_EQ(pool.refresh(), true);
  EXPECT_EQ(pool.refresh(), false);
  auto old = pool.lease();
  index.publish(articles("second"));
  EXPECT_EQ(pool.refresh(), true);
  EXPECT_EQ(old->search(pooled_request("first"))->total, 2U) << "a lease keeps its generation";
  EXPECT_EQ(pool.lease()->search(pooled_request("first"))->total, 0U);
  EXPECT_EQ(pool.lease()->search(pooled_request("second"))->total, 2U);
}

TEST(SearcherPool, StaysWithTheOldWhereTheNewIsDamaged) {
  SmallIndex index;
  index.publish(articles("first"));
  SearcherPool pool(index.path(), index.stemmers());
  ASSERT_TRUE(pool.refresh());
  index.publish(articles("second"));
  std::ofstream(index.path() / "gen-000002" / kManifestFile) << "{";
  EXPECT_FALSE(pool.refresh());
  EXPECT_EQ(pool.lease()->search(pooled_request("first"))->total, 2U);
}

TEST(SearcherPool, UsesASearcherAgain) {
  SmallIndex index;
  index.publish(articles("first"));
  SearcherPool pool(index.path(), index.stemmers());
  ASSERT_TRUE(pool.refresh());
  const Searcher* first = &*pool.lease();
  EXPECT_EQ(&*pool.lease(), first);
}

TEST(SearcherPool, NoSearchFailsWhileGenerationsChange) {
  SmallIndex index;
  index.publish(articles("word"), {}, 1);
  SearcherPool pool(index.path(), index.stemmers());
  ASSERT_TRUE(pool.refresh());
  std::atomic<bool> done = false;
  std::atomic<int> searches = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t)
    readers.emplace_back([&] {
      while (!done) {
        const auto found = pool.lease()->search(pooled_request("refund word"));
        ASSERT_TRUE(found) << to_line(found.error());
        EXPECT_EQ(found->total, 2U);
        ++searches;
      }
    });
  for (int i = 0; i < 8; ++i) {
    const int before = searches;
    index.publish(articles("word"), {}, 1);
    EXPECT_EQ(pool.refresh(), true);
    while (searches == before) std::this_thread::yield();
  }
  done = true;
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(pool.generation()->number(), 9U);
}

}  // namespace
}  // namespace kb::index
