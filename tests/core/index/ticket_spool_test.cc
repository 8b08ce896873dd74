#include "core/index/ticket_spool.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb::index {
namespace {

Ticket spooled_ticket(std::string id, std::string question) {
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = std::move(id);
  ticket.lang = "en";
  ticket.subject = "subject";
  ticket.question = std::move(question);
  ticket.answer = "answer";
  ticket.created = Time(std::chrono::seconds(-5));
  ticket.solved = Time(std::chrono::seconds(50));
  return ticket;
}

TEST(TicketSpool, GivesBackWhatItGot) {
  const TemporaryFolder folder;
  auto spool = TicketSpool::create(folder.path() / "new");
  ASSERT_TRUE(spool) << to_line(spool.error());
  const auto first = spooled_ticket("1", "Where is my card?");
  ASSERT_TRUE(spool->add(first));
  const auto found = spool->read("desk/1");
  ASSERT_TRUE(found && *found);
  EXPECT_EQ(**found, first);
  EXPECT_FALSE(*spool->read("desk/2"));
}

TEST(TicketSpool, TheLatestOfAKeyCounts) {
  const TemporaryFolder folder;
  auto spool = TicketSpool::create(folder.path());
  ASSERT_TRUE(spool->add(spooled_ticket("1", "old")));
  ASSERT_TRUE(spool->add(spooled_ticket("1", "new")));
  EXPECT_EQ((*spool->read("desk/1"))->question, "new");
}

TEST(TicketSpool, HoldsMoreThanItsBuffer) {
  const TemporaryFolder folder;
  auto spool = TicketSpool::create(folder.path());
  for (int i = 0; i < 2000; ++i)
    ASSERT_TRUE(
        spool->add(spooled_ticket(std::to_string(i), std::to_string(i) + std::string(1000, 'x'))));
  for (int i = 0; i < 2000; i += 111) {
    const auto found = spool->read("desk/" + std::to_string(i));
    ASSERT_TRUE(found && *found) << i;
    EXPECT_TRUE((*found)->question.starts_with(std::to_string(i) + "x"));
  }
}

TEST(TicketSpool, LeavesNothingBehind) {
  const TemporaryFolder folder;
  auto spool = TicketSpool::create(folder.path());
  ASSERT_TRUE(spool->add(spooled_ticket("1", "private")));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(TicketSpool, AFolderThatCannotBeIsAnError) {
  const TemporaryFolder folder;
  folder.write("file", "");
  EXPECT_FALSE(TicketSpool::create(folder.path() / "file"));
}

}  // namespace
}  // namespace kb::index
