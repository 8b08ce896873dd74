#include "server/http/job_queue.h"

#include <gtest/gtest.h>

#include <thread>

namespace kb::http {
namespace {

Job job(ConnectionId id) {
  Job made;
  made.connection = id;
  return made;
}

TEST(JobQueue, ServesFirstComeFirst) {
  JobQueue queue(1, 10);
  for (ConnectionId id = 1; id <= 3; ++id) EXPECT_TRUE(queue.push(job(id)));
  for (ConnectionId id = 1; id <= 3; ++id) EXPECT_EQ(queue.pop()->connection, id);
}

TEST(JobQueue, LimitsWhatWaitsBeyondTheWorkers) {
  JobQueue queue(1, 1);
  EXPECT_TRUE(queue.push(job(1)));  // the worker will take it
  EXPECT_TRUE(queue.push(job(2)));  // waits
  EXPECT_FALSE(queue.push(job(3)));
  EXPECT_TRUE(queue.pop());
  EXPECT_FALSE(queue.push(job(4)));  // running counts until it is finished
  queue.finished();
  EXPECT_TRUE(queue.push(job(5)));
}

TEST(JobQueue, ClosingWakesWorkersAndDropsTheRest) {
  JobQueue queue(2, 10);
  std::thread worker([&] { EXPECT_FALSE(queue.pop()); });
  queue.close();
  worker.join();
  EXPECT_FALSE(queue.push(job(1)));
  EXPECT_FALSE(queue.pop());
}

TEST(Outbox, GivesAnswersInOrderOnce) {
  Outbox outbox;
  outbox.post({.connection = 1, .bytes = "a"});
  outbox.post({.connection = 2, .bytes = "b"});
  const auto answers = outbox.take();
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].bytes, "a");
  EXPECT_EQ(answers[1].connection, 2U);
  EXPECT_TRUE(outbox.take().empty());
}

}  // namespace
}  // namespace kb::http
