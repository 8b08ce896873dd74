#include "server/live_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <future>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

class LiveStores : public testing::Test {
 protected:
  LiveStore::Told told() {
    return {.opened = [this](store::Store&) { opened_.set_value(); },
            .problem = [this](const Error& error) { problems.push_back(to_line(error)); }};
  }
  bool is_opened() { return opened_.get_future().wait_for(20s) == std::future_status::ready; }
  std::string url() const { return "sqlite:" + (folder.path() / "answerwell.db").string(); }

  TemporaryFolder folder;
  std::vector<std::string> problems;  // of the one thread that tries; read when it is done

 private:
  std::promise<void> opened_;
};

TEST_F(LiveStores, AreThereAtOnce) {
  const LiveStore live(url(), told());
  EXPECT_TRUE(is_opened());
  EXPECT_NE(live.get(), nullptr);
  EXPECT_TRUE(problems.empty());
}

TEST_F(LiveStores, ComeWhenTheyCan) {
  auto holder = store::Store::open(url(), store::Store::Access::write);
  ASSERT_TRUE(holder) << to_line(holder.error());
  {
    const LiveStore live(url(), told(), 1ms);
    EXPECT_EQ(live.get(), nullptr);
    holder->reset();  // whoever wrote it lets go
    EXPECT_TRUE(is_opened());
    while (live.get() == nullptr) std::this_thread::yield();
  }
  EXPECT_THAT(problems, ElementsAre(HasSubstr("in use"))) << "the same reason is told once";
}

TEST_F(LiveStores, StopTryingWhenNobodyWantsThem) {
  { const LiveStore live("sqlite:/proc/no/such/folder/answerwell.db", told(), 1h); }
  EXPECT_EQ(problems.size(), 1U);
}

// What the server had made for the store was gone when the store opened after all.
TEST_F(LiveStores, GiveUpWhenTold) {
  LiveStore away("sqlite:/proc/no/such/folder/answerwell.db", told(), 1ms);
  away.give_up();
  const auto tries = problems.size();
  std::this_thread::yield();
  EXPECT_EQ(problems.size(), tries);  // nobody tries any more: reading this is no race

  LiveStore there(url(), told());
  there.give_up();
  EXPECT_NE(there.get(), nullptr);
}

}  // namespace
}  // namespace kb
