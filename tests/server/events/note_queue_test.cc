#include "server/events/note_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

class Notes : public testing::Test {
 protected:
  TemporaryFolder folder;
  store::EventLog log{{.spool = folder.path() / "spool"}};
};

TEST_F(Notes, AreInTheLogOnceHandedIn) {
  NoteQueue notes(log);
  for (int i = 0; i < 10; ++i) notes.add({});
  notes.hand_in();
  log.flush();
  EXPECT_EQ(log.counts().spooled, 10U);
}

TEST_F(Notes, AreHandedInAtTheEnd) {
  {
    NoteQueue notes(log);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (int k = 0; k < 300; ++k) notes.add({});
      });
  }
  log.flush();
  EXPECT_EQ(log.counts().spooled, 1200U);
}

}  // namespace
}  // namespace kb
