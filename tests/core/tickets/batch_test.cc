#include "core/tickets/batch.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(Batch, IsReadInItsOrderByManyThreads) {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 600; ++i)
    lines += i == 7 ? "{broken\n"
                    : "{\"id\":\"" + std::to_string(i) +
                          "\",\"question\":\"Where is it?\",\"created\":\"2026-06-03\"}\n";
  folder.write("a.jsonl", lines);
  auto file = open_ticket_file(folder.path() / "a.jsonl", {});
  ASSERT_TRUE(file);
  const auto redactor = redact::Redactor::create({});
  const Intake intake({.source = "desk",
                       .default_language = "en",
                       .article_urls = {},
                       .customer_key = "k",
                       .now = Time{std::chrono::seconds{1795000000}}},
                      *redactor);
  Batch batch = cut_batch(**file);
  EXPECT_EQ(batch.pieces.size(), kBatchTickets);
  EXPECT_FALSE(batch.last);
  {
    BatchWork work(batch, intake, 4);
    work.wait();
  }
  for (std::size_t i = 0; i < batch.entries.size(); ++i) {
    if (i == 7) {
      EXPECT_FALSE(batch.entries[i]);
      continue;
    }
    ASSERT_TRUE(batch.entries[i]) << to_line(batch.entries[i].error());
    EXPECT_EQ(batch.entries[i]->taken.ticket.id, std::to_string(i));
  }
  EXPECT_TRUE(cut_batch(**file).last);
}

}  // namespace
