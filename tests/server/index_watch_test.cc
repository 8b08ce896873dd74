#include "server/index_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "core/base/durable_file.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::chrono_literals;

// What a watch tells, for a test to wait for.
class Told {
 public:
  void add(std::string what) {
    const std::lock_guard lock(mutex_);
    all_.push_back(std::move(what));
    changed_.notify_all();
  }
  bool has(std::size_t count, std::chrono::milliseconds within = 20s) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, within, [&] { return all_.size() >= count; });
  }
  std::vector<std::string> all() {
    const std::lock_guard lock(mutex_);
    return all_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> all_;
};

class IndexWatching : public testing::Test {
 protected:
  void publish(const std::string& title) {
    site.write("en/a.md", "# " + title + "\n\nrefund\n");
    site.must_build();
  }
  std::unique_ptr<IndexWatch> watch() {
    return std::make_unique<IndexWatch>(
        pool, IndexWatch::Events{[this](const index::Generation& live) {
                                   told.add("live " + std::to_string(live.number()));
                                 },
                                 [this](const index::Generation& live) { warmed = live.number(); },
                                 [this](const Error& error) { told.add(to_line(error)); }});
  }

  SiteInFolder site;
  text::Stemmers stemmers;
  index::SearcherPool pool{site.index(), stemmers};
  std::atomic<index::GenerationNumber> warmed{0};
  Told told;
};

TEST_F(IndexWatching, StartsWithTheLiveIndex) {
  publish("A");
  const auto watching = watch();
  EXPECT_THAT(told.all(), ElementsAre("live 1"));
}

TEST_F(IndexWatching, WaitsForTheFirstIndex) {
  const auto watching = watch();
  EXPECT_THAT(told.all(), ElementsAre(HasSubstr("no index yet")));
  publish("A");
  ASSERT_TRUE(told.has(2));
  EXPECT_EQ(told.all()[1], "live 1");  // and no second complaint
}

TEST_F(IndexWatching, ServesTheOldIndexWhereTheNewOneIsBroken) {
  publish("A");
  const auto watching = watch();
  ASSERT_TRUE(write_durably(site.index() / "CURRENT", "rubbish"));
  ASSERT_TRUE(told.has(2));
  EXPECT_THAT(told.all()[1], HasSubstr("names no generation"));
  EXPECT_EQ(pool.generation()->number(), 1U);
  ASSERT_TRUE(write_durably(site.index() / "CURRENT", "gen-000001\n"));
  ASSERT_TRUE(told.has(3));
  EXPECT_EQ(told.all()[2], "live 1");
  publish("B");
  ASSERT_TRUE(told.has(4));
  EXPECT_EQ(told.all()[3], "live 2");
}

TEST_F(IndexWatching, SwitchesWithinASecondWithoutAFailedSearch) {
  publish("A");
  const auto watching = watch();
  std::atomic<bool> stop{false};
  std::atomic<int> searches{0};
  std::atomic<int> failures{0};
  std::vector<std::future<void>> readers;
  for (int i = 0; i < 4; ++i)
    readers.push_back(std::async(std::launch::async, [&] {
      while (!stop) {
        auto lease = pool.lease();
        const auto found = lease ? lease->search({.text = "refund", .lang = "en", .fallbacks = {}})
                                 : Result<index::SearchResults>(fail("no lease"));
        if (!found || found->hits.size() != 1) ++failures;
        ++searches;
      }
    }));
  for (std::size_t round = 2; round <= 8; ++round) {
    publish("Round " + std::to_string(round));
    EXPECT_TRUE(told.has(round, 1000ms)) << round;
  }
  stop = true;
  for (auto& reader : readers) reader.get();
  EXPECT_EQ(failures, 0);
  EXPECT_GT(searches, 8);
  EXPECT_EQ(pool.generation()->number(), 8U);
  EXPECT_GT(warmed, 0U);
}

}  // namespace
}  // namespace kb
