#include "server/housekeeping.h"

#include <gmock/gmock.h>

#include <atomic>

#include "tests/server/sqlite_store.h"

namespace kb {
namespace {

using namespace std::chrono_literals;

// What the thread says, waited for.
class HousekeepingTest : public testing::Test {
 protected:
  Housekeeping::Parts parts() {
    return {.config = config,
            .clock = clock,
            .store = [this] { return away ? nullptr : &*store; },
            .problem = [this](const Error& error) { note(error.what); },
            .refresh_rollups =
                [this](store::Store&, std::int64_t) {
                  note("summed");
                  return refresh;
                },
            .interval = 1ms,
            .without_store = 1ms};
  }
  void note(const std::string& what) {
    {
      const std::lock_guard lock(mutex);
      noted.push_back(what);
    }
    changed.notify_all();
  }
  std::ptrdiff_t count(const std::string& what) {
    const std::lock_guard lock(mutex);
    return std::count(noted.begin(), noted.end(), what);
  }
  void wait_for(const std::string& what, std::ptrdiff_t times) {
    std::unique_lock lock(mutex);
    EXPECT_TRUE(changed.wait_for(
        lock, 30s, [&] { return std::count(noted.begin(), noted.end(), what) >= times; }));
  }

  SqliteStore store;
  Config config;
  const ManualClock clock{Time(std::chrono::seconds(1780000000))};
  std::atomic<bool> away = false;
  Result<void> refresh;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::string> noted;
};

TEST_F(HousekeepingTest, GoesOnAgainAndAgain) {
  const Housekeeping housekeeping(parts());
  wait_for("summed", 3);
}

TEST_F(HousekeepingTest, WaitsForTheStore) {
  away = true;
  const Housekeeping housekeeping(parts());
  away = false;
  wait_for("summed", 1);
}

TEST_F(HousekeepingTest, TellsWhatFailsAndTriesAgain) {
  refresh = fail("cannot sum");
  const Housekeeping housekeeping(parts());
  wait_for("cannot sum", 2);
}

TEST_F(HousekeepingTest, HandsTheStoreToWhoWantsItEachRound) {
  auto with_round = parts();
  with_round.each_round = [this](store::Store& held) {
    note(&held == &*store ? "round" : "another store");
  };
  const Housekeeping housekeeping(std::move(with_round));
  wait_for("round", 2);
}

// A clock that a test moves while another thread reads it.
class MovingClock final : public Clock {
 public:
  Time now() const override { return Time(std::chrono::seconds(seconds_)); }
  void advance(std::chrono::seconds by) { seconds_ += by.count(); }

 private:
  std::atomic<std::int64_t> seconds_ = 1780000000;
};

// What readers taught that day is found by the next build: somebody must ask for one.
TEST_F(HousekeepingTest, TellsOfEachNewDayOnce) {
  MovingClock moving;
  const Housekeeping housekeeping({.config = config,
                                   .clock = moving,
                                   .store = [this] { return &*store; },
                                   .problem = [this](const Error& error) { note(error.what); },
                                   .new_day = [this] { note("new day"); },
                                   .refresh_rollups =
                                       [this](store::Store&, std::int64_t) {
                                         note("summed");
                                         return refresh;
                                       },
                                   .interval = 1ms,
                                   .without_store = 1ms});
  wait_for("summed", 2);
  EXPECT_EQ(count("new day"), 0);
  moving.advance(24h);
  wait_for("new day", 1);
  wait_for("summed", count("summed") + 3);
  EXPECT_EQ(count("new day"), 1);
}

TEST_F(HousekeepingTest, TellsOfAnUnknownTimeZone) {
  config.insights.time_zone = "Nowhere/At all";
  bool told = false;
  auto wrong = parts();
  wrong.problem = [&](const Error&) {
    note("told");
    told = true;
  };
  {
    const Housekeeping housekeeping(wrong);
    wait_for("told", 1);
  }
  EXPECT_TRUE(told);
}

TEST_F(HousekeepingTest, EndsWhileItWaits) {
  auto slow = parts();
  slow.interval = 1h;
  const Housekeeping housekeeping(slow);
  wait_for("summed", 1);
}

}  // namespace
}  // namespace kb
