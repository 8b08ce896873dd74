#include "core/insights/wishes.h"

#include <gmock/gmock.h>

#include "core/base/date.h"

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Time kLooked = parse_time("2026-06-30T12:00:00Z").value();

struct Told {
  std::string id;
  std::string subject;
  std::string customer;
  std::string created = "2026-06-01";
  TicketType type = TicketType::feature_request;
  std::string lang = "en";
  std::string topic = {};
  std::vector<std::string> tags = {};
};

std::vector<Ticket> tickets_of(const std::vector<Told>& told) {
  std::vector<Ticket> tickets;
  for (const auto& each : told) {
    Ticket ticket;
    ticket.source = "desk";
    ticket.id = each.id;
    ticket.subject = each.subject;
    ticket.customer.hash = each.customer;
    ticket.created = parse_time(each.created).value();
    ticket.type = each.type;
    ticket.lang = each.lang;
    ticket.topic = each.topic;
    ticket.tags = each.tags;
    tickets.push_back(std::move(ticket));
  }
  return tickets;
}

std::vector<Wish> wishes_of(const std::vector<Told>& told, bool compares = true) {
  text::Stemmers stemmers;
  return wishes_in(tickets_of(told), {kLooked, compares}, stemmers);
}

TEST(Wishes, AreBugsFeaturesAndLimits) {
  const auto wishes = wishes_of({{"1", "dark mode", "a", "2026-06-01", TicketType::question},
                                 {"2", "dark mode", "b", "2026-06-01", TicketType::spam},
                                 {"3", "export crashes", "c", "2026-06-01", TicketType::bug}});
  ASSERT_THAT(wishes, SizeIs(1));
  EXPECT_EQ(wishes[0].label, "export crashes");
  EXPECT_EQ(wishes[0].type, TicketType::bug);
  EXPECT_THAT(wishes_of({}), IsEmpty());
}

TEST(Wishes, OfMostCustomersComeFirst) {
  const auto wishes = wishes_of({{"1", "dark mode", "a"},
                                 {"2", "dark mode", "a", "2026-06-03"},
                                 {"3", "label printer", "b"},
                                 {"4", "label printer", "c"},
                                 {"5", "label printer", ""}});
  ASSERT_THAT(wishes, SizeIs(2));
  EXPECT_EQ(wishes[0].label, "label printer");
  EXPECT_EQ(wishes[0].customers, 3) << "nobody known is somebody, too";
  EXPECT_EQ(wishes[1].customers, 1) << "who wrote twice is one";
  EXPECT_THAT(wishes[1].tickets, ElementsAre("desk/2", "desk/1"));
  EXPECT_EQ(wishes[1].newest, parse_time("2026-06-03").value());
}

TEST(Wishes, TellWhereTheyAreGoing) {
  std::vector<Told> told;
  for (int i = 0; i < 12; ++i) {
    const auto id = std::to_string(i);
    told.push_back({"r" + id, "dark mode", "r" + id});
    told.push_back({"f" + id, "label printer", "f" + id, "2026-02-01"});
    told.push_back({"s" + id, "calendar feed", "s" + id, i % 2 ? "2026-02-01" : "2026-06-01"});
  }
  told.push_back({"r", "dark mode", "r", "2026-02-01"});
  told.push_back({"n", "fax gateway", "n"});
  std::map<std::string, GapTrend> trends;
  for (const auto& wish : wishes_of(told)) trends[wish.label] = wish.trend;
  EXPECT_EQ(trends["dark mode"], GapTrend::rising);
  EXPECT_EQ(trends["label printer"], GapTrend::fading);
  EXPECT_EQ(trends["calendar feed"], GapTrend::steady);
  EXPECT_EQ(trends["fax gateway"], GapTrend::fresh);
  for (const auto& wish : wishes_of(told, false)) EXPECT_EQ(wish.trend, GapTrend::steady);
}

TEST(Wishes, AreLinkedAcrossLanguagesWhereTopicAndTagsAgree) {
  const auto feature = TicketType::feature_request;
  const auto wishes =
      wishes_of({{"1", "dark mode", "a", "2026-06-04", feature, "en", "looks", {"night", "app"}},
                 {"2", "tryb ciemny", "b", "2026-06-03", feature, "pl", "looks", {"night"}},
                 {"3", "mai multe fonturi", "c", "2026-06-02", feature, "ro", "looks", {"fonts"}},
                 {"4", "Absturz", "d", "2026-06-01", TicketType::bug, "de", "looks", {}}});
  ASSERT_THAT(wishes, SizeIs(4));
  EXPECT_THAT(wishes[0].elsewhere, ElementsAre(WishLink{"pl", "tryb ciemny"}));
  EXPECT_THAT(wishes[1].elsewhere, ElementsAre(WishLink{"en", "dark mode"}));
  EXPECT_THAT(wishes[2].elsewhere, IsEmpty());
  EXPECT_THAT(wishes[3].elsewhere, IsEmpty());
}

// "A dark theme" was said to be "More fertiliser" in another language: both were of topic "other".
TEST(Wishes, AreNotLinkedByATopicThatHoldsSeveral) {
  const auto feature = TicketType::feature_request;
  const auto wishes =
      wishes_of({{"1", "dark mode", "a", "2026-06-05", feature, "en", "other", {}},
                 {"2", "printed manual", "b", "2026-06-04", feature, "en", "other", {}},
                 {"3", "tryb ciemny", "c", "2026-06-03", feature, "pl", "other", {}},
                 {"4", "plata in lei", "d", "2026-06-02", feature, "ro", "payment", {}},
                 {"5", "pagare in lei", "e", "2026-06-01", feature, "it", "payment", {}}});
  ASSERT_THAT(wishes, SizeIs(5));
  for (int i = 0; i < 3; ++i) EXPECT_THAT(wishes[i].elsewhere, IsEmpty()) << i;
  EXPECT_THAT(wishes[3].elsewhere, ElementsAre(WishLink{"it", "pagare in lei"}));
}

// A long text in Japanese was cut inside a character.
TEST(Wishes, CutTextsBetweenCharacters) {
  std::vector<Ticket> tickets = tickets_of({{"1", "", "a", "2026-06-01", TicketType::bug, "ja"}});
  for (int i = 0; i < 300; ++i) tickets[0].question += "壊";
  text::Stemmers stemmers;
  EXPECT_THAT(wishes_in(tickets, {kLooked}, stemmers), SizeIs(1));
}

}  // namespace
}  // namespace kb::insights
