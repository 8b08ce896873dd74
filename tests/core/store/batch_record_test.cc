#include "core/store/batch_record.h"

#include <gtest/gtest.h>

#include "tests/core/store/small_event.h"

namespace kb::store {
namespace {

EventBatch recorded_batch(const std::string& id) {
  Event full{.at = Time(std::chrono::seconds(-5)),
             .day = -1,
             .action = Action::ticket_submitted,
             .who = Who::staff,
             .visitor = std::numeric_limits<std::int64_t>::min(),
             .customer = "c",
             .form = "f",
             .query_id = "q",
             .lang = "ro",
             .category = "billing",
             .object = "ro/plată",
             .position = 2,
             .value = -7,
             .outcome = "none",
             .text = std::string("a\0b", 3),
             .detail = "{}"};
  return {id, {full, event_at(20'400, 1)}};
}

void expect_equal(const EventBatch& a, const EventBatch& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.events, b.events);
}

TEST(BatchRecord, ReadsBackWhatWasWritten) {
  const std::string bytes = to_record(recorded_batch("a")) + to_record({"empty", {}});
  std::string_view rest = bytes;
  const auto first = next_record(rest);
  const auto second = next_record(rest);
  ASSERT_TRUE(first && second);
  expect_equal(*first, recorded_batch("a"));
  expect_equal(*second, {"empty", {}});
  EXPECT_TRUE(rest.empty());
  EXPECT_FALSE(next_record(rest));
}

TEST(BatchRecord, NoticesWhereverItIsTorn) {
  const std::string whole = to_record(recorded_batch("a"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::string_view rest = std::string_view(whole).substr(0, size);
    EXPECT_FALSE(next_record(rest)) << size;
    EXPECT_EQ(rest.size(), size);
  }
}

TEST(BatchRecord, NoticesAnyByteThatChanged) {
  const std::string whole = to_record(recorded_batch("a"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    std::string_view rest = damaged;
    EXPECT_FALSE(next_record(rest)) << i;
  }
}

TEST(BatchRecord, TakesNoHugeLengthForGood) {
  const std::string bytes(64, '\xff');
  std::string_view rest = bytes;
  EXPECT_FALSE(next_record(rest));
}

// A crash can leave a file long enough and full of zeros.
TEST(BatchRecord, TakesNoZerosForABatch) {
  const std::string bytes(64, '\0');
  std::string_view rest = bytes;
  EXPECT_FALSE(next_record(rest));
}

}  // namespace
}  // namespace kb::store
