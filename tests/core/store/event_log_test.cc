#include "core/store/event_log.h"

#include <gmock/gmock.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "tests/core/store/file_size_limit.h"
#include "tests/core/store/postgres_server.h"
#include "tests/core/store/small_event.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::AnyOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Outcome = EventLog::Outcome;
namespace fs = std::filesystem;

// A store that fails as it is told to.
class FaultyStore final : public Store {
 public:
  explicit FaultyStore(Store& real) : real_(real) {}

  Result<void> backup(const fs::path& file) const override { return real_.backup(file); }

  std::atomic<bool> fails = false;
  std::atomic<bool> loses_the_outcome = false;  // writes, and says that it is not known
  std::atomic<int> writes = 0;

  // Until open_gate(), a write waits, and wait_for_write() tells that one does.
  void close_gate() { closed_ = true; }
  void open_gate() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = false;
    }
    changed_.notify_all();
  }
  void wait_for_write() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waits_; });
  }

 private:
  Result<void> do_read(const Transaction& work) const override {
    return static_cast<const Store&>(real_).read(work);
  }
  Result<void> do_write(const Transaction& work) override {
    pass_gate();
    ++writes;
    if (fails) return fail("the store is locked", "test");
    auto done = real_.write(work);
    if (done && loses_the_outcome) return fail("whether it was kept is not known", "test");
    return done;
  }
  void pass_gate() {
    std::unique_lock lock(mutex_);
    waits_ = closed_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return !closed_; });
    waits_ = false;
  }

  Store& real_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool closed_ = false;
  bool waits_ = false;
};

class EventLogs : public StoreTest {
 protected:
  EventLog::Options options() {
    return {
        .spool = folder() / "store.db.spool", .retry = 1ms, .problem = [this](const Error& error) {
          const std::lock_guard lock(mutex);
          problems.push_back(to_line(error));
        }};
  }
  void put(EventLog& log, const std::string& id, int events = 1, const std::string& text = {}) {
    EventBatch batch{id, {}};
    for (int i = 0; i < events; ++i) batch.events.push_back(event_at(1, 0, 0, text));
    log.put(std::move(batch), [this, id](Outcome outcome) {
      const std::lock_guard lock(mutex);
      outcomes.emplace(id, outcome);
    });
  }
  std::int64_t stored() {
    return store().read([](Sql& sql) { return count_events(sql); }).value();
  }
  Outcome outcome_of(const std::string& id) {
    const std::lock_guard lock(mutex);
    return outcomes.find(id)->second;
  }
  bool spool_is_empty() { return !fs::exists(options().spool) || fs::is_empty(options().spool); }

  std::mutex mutex;
  std::multimap<std::string, Outcome> outcomes;
  std::vector<std::string> problems;
};
KB_ON_BOTH_DATABASES(EventLogs);

TEST_P(EventLogs, HaveThemInTheStoreBeforeTheySaySo) {
  EventLog log(options());
  log.attach(store());
  std::atomic<std::int64_t> there = -1;
  log.put({"a", {event_at(1), event_at(1)}}, [&](Outcome outcome) {
    if (outcome == Outcome::stored) there = stored();
  });
  log.flush();
  EXPECT_EQ(there, 2);
  EXPECT_EQ(log.counts().stored, 2U);
  EXPECT_EQ(log.counts().waiting, 0U);
  EXPECT_TRUE(spool_is_empty());
}

TEST_P(EventLogs, AddABatchOnce) {
  EventLog log(options());
  log.attach(store());
  put(log, "a", 2);
  log.flush();
  put(log, "a", 2);
  log.flush();
  const auto range = outcomes.equal_range("a");
  std::vector<Outcome> told;
  for (auto it = range.first; it != range.second; ++it) told.push_back(it->second);
  EXPECT_THAT(told, ElementsAre(Outcome::stored, Outcome::known));
  EXPECT_EQ(stored(), 2);
}

TEST_P(EventLogs, WriteTogetherWhatCameMeanwhile) {
  FaultyStore slow(store());
  EventLog log(options());
  slow.close_gate();
  log.attach(slow);
  put(log, "first");
  slow.wait_for_write();
  for (int i = 0; i < 50; ++i) put(log, std::to_string(i), 3);
  slow.open_gate();
  log.flush();
  EXPECT_EQ(stored(), 151);
  EXPECT_EQ(slow.writes, 2);
}

TEST_P(EventLogs, TakeThemFromManyThreads) {
  EventLog log(options());
  log.attach(store());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 100; ++i) put(log, std::to_string(thread) + "/" + std::to_string(i), 2);
    });
  for (auto& thread : threads) thread.join();
  log.flush();
  EXPECT_EQ(outcomes.size(), 400U);
  EXPECT_EQ(stored(), 800);
}

TEST_P(EventLogs, PutThemAsideUntilThereIsAStore) {
  EventLog log(options());
  put(log, "a", 2);
  log.flush();
  EXPECT_EQ(outcome_of("a"), Outcome::spooled);
  EXPECT_FALSE(spool_is_empty());
  log.attach(store());
  log.flush();
  EXPECT_EQ(stored(), 2);
  EXPECT_TRUE(spool_is_empty());
  EXPECT_THAT(problems, IsEmpty());
}

TEST_P(EventLogs, BringThemInExactlyOnceWhenTheStoreIsBack) {
  FaultyStore faulty(store());
  EventLog log(options());
  log.attach(faulty);
  put(log, "before");
  log.flush();
  faulty.fails = true;
  for (int i = 0; i < 20; ++i) {
    put(log, std::to_string(i), 5);
    if (i % 5 == 0) log.flush();
  }
  log.flush();
  EXPECT_EQ(stored(), 1);
  EXPECT_EQ(outcome_of("19"), Outcome::spooled);
  EXPECT_THAT(problems, ElementsAre(HasSubstr("locked"))) << "said once";
  faulty.fails = false;
  put(log, "after");
  log.flush();
  while (!spool_is_empty()) std::this_thread::yield();
  EXPECT_EQ(stored(), 102);
  EXPECT_EQ(log.counts().dropped, 0U);
}

// PostgreSQL that broke while it committed: the events may be there, or not.
TEST_P(EventLogs, AddNothingTwiceAfterAnOutcomeThatNobodyHeardOf) {
  FaultyStore faulty(store());
  faulty.loses_the_outcome = true;
  EventLog log(options());
  log.attach(faulty);
  put(log, "a", 3);
  log.flush();
  EXPECT_EQ(outcome_of("a"), Outcome::spooled);
  faulty.loses_the_outcome = false;
  while (!spool_is_empty()) std::this_thread::yield();
  EXPECT_EQ(stored(), 3);
}

TEST_P(EventLogs, DropAndCountWhatMemoryHasNoRoomFor) {
  auto bounded = options();
  bounded.most_waiting = 10;
  FaultyStore slow(store());
  slow.close_gate();
  EventLog log(bounded);
  log.attach(slow);
  put(log, "written", 6);
  slow.wait_for_write();
  put(log, "waits", 4);
  put(log, "too many", 1);
  log.put({"nobody asks", {event_at(1)}});
  EXPECT_EQ(log.counts().waiting, 10U);
  EXPECT_EQ(log.counts().dropped, 2U);
  slow.open_gate();
  log.flush();
  EXPECT_EQ(outcome_of("too many"), Outcome::dropped);
  EXPECT_EQ(outcome_of("waits"), Outcome::stored);
  EXPECT_EQ(stored(), 10);
  put(log, "later");
  log.flush();
  EXPECT_EQ(outcome_of("later"), Outcome::stored);
}

TEST_P(EventLogs, DropAndCountWhatTheSpoolHasNoRoomFor) {
  auto bounded = options();
  bounded.most_spooled = 10'000;
  EventLog log(bounded);
  put(log, "kept", 1, std::string(6'000, 'x'));
  log.flush();
  put(log, "dropped", 1, std::string(6'000, 'x'));
  put(log, "dropped, too", 1, std::string(6'000, 'x'));
  log.flush();
  EXPECT_EQ(outcome_of("dropped"), Outcome::dropped);
  EXPECT_EQ(log.counts().spooled, 1U);
  EXPECT_EQ(log.counts().dropped, 2U);
  EXPECT_THAT(problems, ElementsAre(HasSubstr("too many events"))) << "said once";
  log.attach(store());
  log.flush();
  EXPECT_EQ(stored(), 1);
}

TEST_P(EventLogs, TakeUpWhatAnEarlierOneLeft) {
  {
    EventLog log(options());
    put(log, "a", 2);
    put(log, "b", 2);
  }
  EXPECT_EQ(outcomes.size(), 2U) << "what waited was written at the end";
  EventLog log(options());
  log.attach(store());
  log.flush();
  EXPECT_EQ(stored(), 4);
  EXPECT_TRUE(spool_is_empty());
}

TEST_P(EventLogs, WriteWhatWaitsAtTheEnd) {
  {
    EventLog log(options());
    log.attach(store());
    for (int i = 0; i < 30; ++i) put(log, std::to_string(i));
  }
  EXPECT_EQ(outcomes.size(), 30U);
  EXPECT_EQ(stored(), 30);
}

// One such text made PostgreSQL refuse the whole transaction, and every one after it.
TEST_P(EventLogs, AreNotHeldUpByATextThatNoStoreTakes) {
  EventLog log(options());
  log.attach(store());
  put(log, std::string("id\0", 3), 1, "\xff\xfe");
  put(log, "b", 1, std::string("a\0b", 3));
  log.flush();
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_EQ(stored(), 2);
}

class EventLogOnSqlite : public EventLogs {};
INSTANTIATE_TEST_SUITE_P(Stores, EventLogOnSqlite, testing::Values(Database::sqlite),
                         database_name);

TEST_P(EventLogOnSqlite, BringsThemInOnceTheDiskHasRoomAgain) {
  EventLog log(options());
  log.attach(store());
  put(log, "before", 50);
  log.flush();
  const auto wal = fs::file_size(folder() / "store.db-wal");
  {
    const FileSizeLimit limit(wal + 8'192);
    for (int i = 0; i < 30; ++i) {
      put(log, std::to_string(i), 20);
      log.flush();
    }
    EXPECT_EQ(outcome_of("29"), Outcome::spooled);
  }
  EXPECT_THAT(problems, Each(AnyOf(HasSubstr("space"), HasSubstr("disk"))));
  EXPECT_FALSE(problems.empty());
  while (!spool_is_empty()) std::this_thread::yield();
  EXPECT_EQ(stored(), 650);
  EXPECT_EQ(log.counts().dropped, 0U);
}

TEST_P(EventLogOnSqlite, DropsAndCountsWhereNothingCanBeWritten) {
  EventLog log(options());
  log.attach(store());
  {
    const FileSizeLimit limit(0);
    put(log, "lost", 20);
    log.flush();
  }
  EXPECT_EQ(outcome_of("lost"), Outcome::dropped);
  EXPECT_EQ(log.counts().dropped, 20U);
  put(log, "kept", 20);
  log.flush();
  while (!spool_is_empty()) std::this_thread::yield();
  EXPECT_EQ(stored(), 20);
}

class EventLogOnPostgres : public EventLogs {};
INSTANTIATE_TEST_SUITE_P(Stores, EventLogOnPostgres, testing::Values(Database::postgresql),
                         database_name);

TEST_P(EventLogOnPostgres, BringsThemInOnceTheServerIsBack) {
  auto& server = PostgresServer::shared();
  EventLog log(options());
  log.attach(store());
  put(log, "before", 5);
  log.flush();
  server.stop();
  for (int i = 0; i < 10; ++i) {
    put(log, std::to_string(i), 5);
    log.flush();
  }
  EXPECT_EQ(outcome_of("9"), Outcome::spooled);
  server.start();
  ASSERT_EQ(server.problem(), "");
  while (!spool_is_empty()) std::this_thread::yield();
  EXPECT_EQ(stored(), 55);
  EXPECT_EQ(problems.size(), 1U);
}

}  // namespace
}  // namespace kb::store
