// What the store acknowledged is there, and nothing half, whenever the process is killed.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

class Crash : public StoreTest {};
KB_ON_BOTH_DATABASES(Crash);

// Writes pairs for ever, and tells the number of each pair that the store acknowledged.
[[noreturn]] void write_pairs(const std::string& url, int acknowledge) {
  auto store = Store::open(url, Store::Access::write);
  if (!store) ::_exit(1);
  const std::string filling(3000, 'x');
  for (std::int64_t number = 0;; ++number) {
    const auto done = (*store)->write([&](Sql& sql) -> Result<std::int64_t> {
      for (const char* side : {"left-", "right-"}) {
        const auto name = side + std::to_string(number) + filling;
        const auto put =
            sql.change("INSERT INTO counters (name, value) VALUES ($1, $2)", {name, number});
        if (!put) return put;
      }
      return 0;
    });
    if (!done) ::_exit(1);
    if (::write(acknowledge, &number, sizeof number) != sizeof number) ::_exit(1);
  }
}

// The last number that was acknowledged before the writer was killed at some moment.
std::int64_t kill_a_writer(const std::string& url, int acknowledgements) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) std::abort();
  const pid_t child = ::fork();
  if (child == 0) write_pairs(url, ends[1]);
  ::close(ends[1]);
  std::int64_t last = -1;
  std::int64_t number = 0;
  while (::read(ends[0], &number, sizeof number) == sizeof number) {
    last = number;
    if (number == acknowledgements) ::kill(child, SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  return last;
}

TEST_P(Crash, LosesNothingThatWasAcknowledged) {
  const char* rounds = std::getenv("KB_KILLS");
  for (int round = 0; round < (rounds ? std::atoi(rounds) : 6); ++round) {
    ASSERT_TRUE(store().write([](Sql& sql) { return sql.change("DELETE FROM counters"); }));
    close();
    const auto last = kill_a_writer(url(), 3 + 17 * round);
    ASSERT_GE(last, 3 + 17 * round);
    reopen();
    const auto row = store().read([](Sql& sql) {
      return sql.one("SELECT count(*), count(DISTINCT value), max(value) FROM counters");
    });
    ASSERT_TRUE(row) << to_line(row.error());
    EXPECT_GE((*row)->integer(2), last);
    EXPECT_EQ((*row)->integer(1), (*row)->integer(2) + 1);  // none is missing
    EXPECT_EQ((*row)->integer(0), 2 * (*row)->integer(1));  // none is half
  }
}

}  // namespace
}  // namespace kb::store
