// Every event that was acknowledged is there exactly once, whenever the process is killed: while it
// writes to the store, to the spool, or moves from one to the other.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <map>

#include "core/store/event_log.h"
#include "tests/core/store/small_event.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;

constexpr int kEventsInBatch = 3;

class EventCrash : public StoreTest {
 protected:
  fs::path spool() const { return folder() / "store.db.spool"; }

  // Everything that is in the spool, in the store.
  void recover() {
    EventLog log({.spool = spool(), .retry = std::chrono::milliseconds(1)});
    log.attach(store());
    log.flush();
  }
};
KB_ON_BOTH_DATABASES(EventCrash);

std::string id_of(std::int64_t round, std::int64_t number) {
  return std::to_string(round) + "/" + std::to_string(number);
}

// A batch's events carry its number. Every other burst comes before there is a store, so that it
// passes through the spool.
[[noreturn]] void put_for_ever(const std::string& url, const fs::path& spool, std::int64_t round,
                               int acknowledge) {
  auto store = Store::open(url, Store::Access::write);
  if (!store) ::_exit(1);
  std::int64_t number = 0;
  for (int burst = 0;; ++burst) {
    EventLog log({.spool = spool, .retry = std::chrono::milliseconds(1)});
    if (burst % 2 == 1) log.attach(**store);
    for (int i = 0; i < 40; ++i, ++number) {
      EventBatch batch{id_of(round, number), {}};
      for (int event = 0; event < kEventsInBatch; ++event) {
        batch.events.push_back(event_at(round, number, 0, std::string(500, 'x')));
        batch.events.back().value = number;
      }
      log.put(std::move(batch), [acknowledge, number](EventLog::Outcome outcome) {
        if (outcome != EventLog::Outcome::stored && outcome != EventLog::Outcome::spooled)
          ::_exit(1);
        if (::write(acknowledge, &number, sizeof number) != sizeof number) ::_exit(1);
      });
    }
    if (burst % 3 == 0) log.flush();
    log.attach(**store);
    if (burst % 4 == 0) log.flush();
  }
}

// The numbers that were acknowledged before the writer was killed at some moment.
std::vector<std::int64_t> kill_a_writer(const std::string& url, const fs::path& spool,
                                        std::int64_t round, std::size_t acknowledgements) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) std::abort();
  const pid_t child = ::fork();
  if (child == 0) put_for_ever(url, spool, round, ends[1]);
  ::close(ends[1]);
  std::vector<std::int64_t> told;
  std::int64_t number = 0;
  while (::read(ends[0], &number, sizeof number) == sizeof number) {
    told.push_back(number);
    if (told.size() == acknowledgements) ::kill(child, SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  return told;
}

TEST_P(EventCrash, LosesNoEventThatWasAcknowledgedAndAddsNoneTwice) {
  const char* rounds = std::getenv("KB_KILLS");
  for (int round = 0; round < (rounds ? std::atoi(rounds) : 6); ++round) {
    close();
    const std::size_t enough = 5 + static_cast<std::size_t>(round) * 37 % 400;
    const auto told = kill_a_writer(url(), spool(), round, enough);
    ASSERT_GE(told.size(), enough);
    reopen();
    recover();
    std::map<std::int64_t, int> events;
    const auto read = store().read([&](Sql& sql) {
      return each_event(sql, {.from_day = round, .to_day = round},
                        [&](const Event& event) -> Result<void> {
                          ++events[event.value];
                          return {};
                        });
    });
    ASSERT_TRUE(read) << to_line(read.error());
    for (const std::int64_t number : told) EXPECT_EQ(events[number], kEventsInBatch) << number;
    for (const auto& [number, count] : events) EXPECT_EQ(count, kEventsInBatch) << number;
    EXPECT_TRUE(!fs::exists(spool()) || fs::is_empty(spool()));
  }
}

}  // namespace
}  // namespace kb::store
