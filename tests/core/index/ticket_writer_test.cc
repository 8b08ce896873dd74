#include "core/index/ticket_writer.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "core/base/durable_file.h"
#include "tests/core/index/small_tickets.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "leader xcount: question > answer", by leader.
std::vector<std::string> entries(const SmallTickets& index) {
  const auto live = index.open();
  const auto* database = live->database(tickets_of("en"));
  std::vector<std::string> lines;
  if (database == nullptr) return lines;
  for (const auto& row : database->catalogue.rows()) {
    if (row.id.empty()) continue;
    const auto record = live->read_record(*database, row, Generation::Part::all);
    EXPECT_TRUE(record);
    const auto* group = database->tickets.find(row.id);
    EXPECT_NE(group, nullptr) << row.id;
    if (group == nullptr) continue;
    lines.push_back(row.id + " x" + std::to_string(group->members.size()) + ": " +
                    std::string(record->sections().front().text) + " > " +
                    std::string(record->sections().back().text));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(TicketWriter, WritesAnEntryForEachGroup) {
  SmallTickets index;
  index.publish({ticket("1", "Where is my card?", "On its way."),
                 ticket("2", "where is my card", "It takes five days."),
                 ticket("3", "How do I cancel?", "In the settings.")});
  EXPECT_THAT(entries(index), ElementsAre("desk/1 x2: Where is my card? > It takes five days.",
                                          "desk/3 x1: How do I cancel? > In the settings."));
}

TEST(TicketWriter, WhoHasNoAnswerToGiveIsNoEntry) {
  SmallTickets index;
  auto spam = ticket("1", "Win a prize", "No.");
  spam.type = TicketType::spam;
  auto open = ticket("2", "Where is my card?", "We look into it.");
  open.status = TicketStatus::waiting;
  index.publish({spam, open, ticket("3", "Hello?", "")});
  EXPECT_EQ(index.database(), nullptr);
  EXPECT_THAT(index.open()->ticket_languages(), IsEmpty());
}

TEST(TicketWriter, AReopenedTicketGoes) {
  SmallTickets index;
  auto one = ticket("1", "Where is my card?", "On its way.");
  index.publish({one, ticket("3", "How do I cancel?", "In the settings.")});
  one.status = TicketStatus::open;
  index.publish({one});
  EXPECT_THAT(entries(index), ElementsAre("desk/3 x1: How do I cancel? > In the settings."));
}

TEST(TicketWriter, WhenTheLeaderGoesTheNextOneLeads) {
  SmallTickets index;
  index.publish({ticket("1", "Where is my card?", "On its way."),
                 ticket("2", "where is my card", "It takes five days.")});
  index.publish({}, {"desk/1"});
  EXPECT_THAT(entries(index), ElementsAre("desk/2 x1: where is my card > It takes five days."));
  EXPECT_EQ(index.looked_up, 1);  // its text was of an earlier batch
}

TEST(TicketWriter, ABetterAnswerIsShown) {
  SmallTickets index;
  index.publish({ticket("1", "Where is my card?", "On its way.")});
  auto better = ticket("2", "Where is my card?", "It takes five days.");
  better.satisfaction = 5;
  index.publish({better});
  auto worse = ticket("3", "Where is my card?", "Dunno.");
  worse.satisfaction = 1;
  index.publish({worse});
  EXPECT_THAT(entries(index), ElementsAre("desk/1 x3: Where is my card? > It takes five days."));
}

TEST(TicketWriter, NothingNewIsCarriedOver) {
  SmallTickets index;
  const auto one = ticket("1", "Where is my card?", "On its way.");
  index.publish({one});
  const auto before = index.open();  // a generation that is read is not removed
  const auto folder = index.database()->folder;
  index.publish({one});
  const auto later = index.database()->folder;
  EXPECT_NE(folder, later);
  EXPECT_TRUE(std::filesystem::equivalent(folder / kTicketGroupsFile, later / kTicketGroupsFile));
}

TEST(TicketWriter, NothingLeftIsNoDatabase) {
  SmallTickets index;
  index.publish({ticket("1", "Where is my card?", "On its way.")});
  index.publish({}, {"desk/1"});
  EXPECT_EQ(index.database(), nullptr);
  EXPECT_FALSE(std::filesystem::exists(index.open()->folder() / "en.tickets"));
}

TEST(TicketWriter, ATicketThatVanishedMeanwhileIsAnError) {
  SmallTickets index;
  index.publish({ticket("1", "Where is my card?", "On its way."),
                 ticket("2", "where is my card", "It takes five days.")});
  const auto live = index.open();
  auto builder = GenerationBuilder::begin(index.path(), {});
  auto writer = TicketWriter::begin(*builder, live.get(), "en", index.stemmers());
  writer->erase("desk/1");
  const auto entry = writer->finish(
      [](const std::string&) -> Result<std::optional<Ticket>> { return std::nullopt; });
  ASSERT_FALSE(entry);
  EXPECT_THAT(to_line(entry.error()), testing::HasSubstr("desk/2"));
}

TEST(TicketWriter, DamagedSketchesAreAnError) {
  SmallTickets index;
  index.publish({ticket("1", "Where is my card?", "On its way.")});
  const auto live = index.open();
  ASSERT_TRUE(write_durably(index.database()->folder / kSketchesFile, "\x05oops"));
  auto builder = GenerationBuilder::begin(index.path(), {});
  EXPECT_FALSE(TicketWriter::begin(*builder, live.get(), "en", index.stemmers()));
}

// Entries, counts and what is found: by one build of all, and by one a ticket, in another order.
TEST(TicketWriter, AtOnceOrOneByOneIsTheSame) {
  std::mt19937 random(3);
  const std::vector<std::string> things = {"card", "refund", "password", "invoice"};
  const std::vector<std::string> events = {"has not arrived yet", "has still not arrived",
                                           "was declined in the shop", "is lost"};
  std::vector<Ticket> all;
  for (int i = 0; i < 40; ++i) {
    const auto& thing = things[random() % things.size()];
    all.push_back(ticket(std::to_string(i), "My " + thing + " " + events[random() % events.size()],
                         "Answer " + std::to_string(i), thing));
    all.back().satisfaction = static_cast<int>(1 + random() % 5);
  }
  SmallTickets at_once;
  at_once.publish(all);
  SmallTickets one_by_one;
  std::shuffle(all.begin(), all.end(), random);
  for (const auto& each : all) one_by_one.publish({each});
  one_by_one.publish({ticket("99", "Something else", "No.")});
  one_by_one.publish({}, {"desk/99"});

  EXPECT_EQ(entries(one_by_one), entries(at_once));
  const auto found = [](SmallTickets& index, const std::string& text) {
    std::vector<std::string> lines;
    for (const auto& hit : index.similar({.text = text}).tickets)
      lines.push_back(hit.id + " " + std::to_string(hit.score));
    return lines;
  };
  for (const auto* text : {"card not arrived", "password lost", "invoice"})
    EXPECT_EQ(found(one_by_one, text), found(at_once, text));
}

}  // namespace
}  // namespace kb::index
