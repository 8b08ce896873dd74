#include "indexer/watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/durable_file.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::Contains;
using testing::HasSubstr;

// A watch on a thread of its own, and what it says.
class WatchedSite : public testing::Test {
 protected:
  void start() {
    auto opened = Watch::open(
        {}, [this] { return config(); }, site.clock,
        [this](const std::string& line) { add(line); });
    ASSERT_TRUE(opened) << to_line(opened.error());
    watch_ = std::move(*opened);
    thread_ = std::thread([this] { watch_->run(); });
    wait_for("watching");
  }
  ~WatchedSite() override {
    if (!watch_) return;
    watch_->stop();
    thread_.join();
  }

  // Until a line has `words`; the lines before are forgotten.
  void wait_for(const std::string& words) {
    std::unique_lock lock(mutex_);
    const bool said = more_.wait_for(lock, std::chrono::seconds(20), [&] {
      while (!lines_.empty() && lines_.front().find(words) == std::string::npos)
        lines_.erase(lines_.begin());
      return !lines_.empty();
    });
    EXPECT_TRUE(said) << "never said: " << words;
    if (said) lines_.erase(lines_.begin());
  }

  std::string check_file() const {
    const auto live = site.live();
    const auto bytes = read_file(live->folder() / index::kCheckFile);
    return bytes ? *bytes : std::string();
  }

  void set_config(Result<Config> config) {
    const std::lock_guard lock(mutex_);
    config_ = std::move(config);
  }

  SiteInFolder site;

 private:
  Result<Config> config() {
    const std::lock_guard lock(mutex_);
    return config_;
  }
  void add(const std::string& line) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(line);
    more_.notify_all();
  }

  std::mutex mutex_;
  Result<Config> config_ = site.config;
  std::condition_variable more_;
  std::vector<std::string> lines_;
  std::unique_ptr<Watch> watch_;
  std::thread thread_;
};

TEST_F(WatchedSite, PublishesWhatAWriterSaves) {
  site.write("en/refund.md", "---\nsummary: Money back.\n---\n# Refund\n\nIn 14 days.\n");
  start();
  EXPECT_THAT(site.articles(), Contains("en/refund: Refund"));
  site.write("en/refund.md", "---\nsummary: Money back.\n---\n# Refunds\n\nIn 30 days.\n");
  wait_for("is live: 1 file read");
  EXPECT_THAT(site.articles(), Contains("en/refund: Refunds"));
}

TEST_F(WatchedSite, TellsABrokenLinkOnceAndThatItIsMended) {
  site.write("en/refund.md", "# Refund\n\nSee [parcels](parcels.md).\n");
  start();
  EXPECT_THAT(check_file(), HasSubstr("broken-link"));
  site.write("en/other.md", "# Other\n\nText.\n");
  wait_for("is live");
  site.write("en/parcels.md", "# Parcels\n\nText.\n");
  wait_for("mended: 1");
  EXPECT_THAT(check_file(), Not(HasSubstr("broken-link")));
}

TEST_F(WatchedSite, NoticesTheTeamsWords) {
  site.write("en/refund.md", "---\nsummary: Money back.\n---\n# Refund\n\nIn 14 days.\n");
  start();
  const auto folder = site.config.search.path / "en";
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(write_durably(folder / "stopwords.yaml", "- please\n"));
  wait_for("is live: 0 files read");
  ASSERT_NE(site.live()->vocabulary("en"), nullptr);
  EXPECT_EQ(site.live()->vocabulary("en")->stopwords.size(), 1U);
  ASSERT_TRUE(write_durably(folder / "pins.yaml", "- {queries: a, articles: gone}\n"));
  wait_for("there is no article gone");
}

// Judgements are tried on what was just published: no second index is built for each save.
TEST_F(WatchedSite, TriesJudgementsOnWhatIsLive) {
  site.write("en/refund.md", "---\nsummary: Money back.\n---\n# Refund\n\nIn 14 days.\n");
  std::filesystem::create_directories(site.config.search.path / "en");
  start();
  const auto judgements = site.config.search.path / "en/judgements.tsv";
  ASSERT_TRUE(write_durably(judgements, "parcel\trefund\n"));
  wait_for("`parcel` should find refund first");
  site.write("en/refund.md", "---\nsummary: Money back.\n---\n# Refund\n\nOf a parcel.\n");
  wait_for("mended: 1");
}

TEST_F(WatchedSite, GoesOnWithTheLastGoodConfiguration) {
  site.write("en/refund.md", "# Refund\n\nText.\n");
  start();
  set_config(fail("unknown key", "kb.yaml:3", ""));
  site.write("en/other.md", "# Other\n\nText.\n");
  wait_for("going on with the configuration as it was");
  wait_for("is live");
  EXPECT_THAT(site.articles(), Contains("en/other: Other"));
}

}  // namespace
}  // namespace kb
