#include "core/index/ticket_groups.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "core/text/analyser.h"
#include "core/text/letter_grams.h"
#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

using testing::ElementsAre;

struct Asked {
  std::string key;
  int second;  // when
  std::string question;
  std::optional<int> satisfaction = {};
  std::string topic = {};
};

TicketGroups group(const std::vector<Asked>& all) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  std::vector<GroupedTicket> tickets;
  std::vector<QuestionSketch> sketches;
  for (const auto& asked : all) {
    tickets.push_back({.key = asked.key,
                       .created = Time(std::chrono::seconds(asked.second)),
                       .topic = asked.topic,
                       .satisfaction = asked.satisfaction,
                       .texts = 7});
    std::vector<std::uint32_t> grams;
    for (const auto& word : analyser.analyse(asked.question))
      text::add_letter_grams(word.forms->folded, grams);
    sketches.push_back(sketch_of(grams));
  }
  return group_tickets(std::move(tickets), std::move(sketches));
}

// "leader: members; best answer".
std::vector<std::string> described(const TicketGroups& groups) {
  std::vector<std::string> lines;
  for (const auto& group : groups.groups()) {
    std::string line = groups.tickets()[group.leader].key + ":";
    for (const auto member : group.members) line += " " + groups.tickets()[member].key;
    lines.push_back(line + "; " + groups.tickets()[group.best].key);
  }
  return lines;
}

constexpr const char* kCard = "My new card has still not arrived";
constexpr const char* kCardToo = "my new card still has not arrived!";
constexpr const char* kRefund = "How long does a refund take?";

TEST(TicketGroups, TheEarliestLeads) {
  EXPECT_THAT(described(group({{"a/2", 20, kCardToo}, {"a/1", 10, kCard}, {"a/3", 30, kRefund}})),
              ElementsAre("a/1: a/1 a/2; a/2", "a/3: a/3; a/3"));
}

TEST(TicketGroups, OfTheSameSecondTheKeyDecides) {
  EXPECT_THAT(described(group({{"b/1", 10, kCard}, {"a/9", 10, kCard}})),
              ElementsAre("a/9: a/9 b/1; b/1"));
}

TEST(TicketGroups, TheBestAnswerSatisfiedMostThenIsNewest) {
  EXPECT_THAT(
      described(group({{"a/1", 10, kCard, 4}, {"a/2", 20, kCard, 5}, {"a/3", 30, kCard, 2}})),
      ElementsAre("a/1: a/1 a/2 a/3; a/2"));
  EXPECT_THAT(described(group({{"a/1", 10, kCard, 5}, {"a/2", 20, kCard, 5}, {"a/3", 30, kCard}})),
              ElementsAre("a/1: a/1 a/2 a/3; a/2"));
  EXPECT_THAT(described(group({{"a/1", 10, kCard, 2}, {"a/2", 20, kCard}})),
              ElementsAre("a/1: a/1 a/2; a/2"));
}

TEST(TicketGroups, EightyTimesTheSameIsOneGroup) {
  std::vector<Asked> all;
  for (int i = 0; i < 80; ++i)
    all.push_back({"a/" + std::to_string(i), i, i % 2 ? kCard : kCardToo});
  const auto groups = group(all);
  ASSERT_EQ(groups.groups().size(), 1U);
  EXPECT_EQ(groups.groups()[0].members.size(), 80U);
  EXPECT_EQ(groups.tickets()[groups.groups()[0].newest].key, "a/79");
}

// Each like the next, the last not like the first: one chain would join what has nothing in common.
TEST(TicketGroups, DoNotChain) {
  const std::vector<std::string> words = {
      "antenna", "battery",   "charger",  "display",  "earphone", "firmware",   "gateway",
      "housing", "indicator", "joystick", "keyboard", "lighting", "microphone", "network"};
  std::vector<Asked> all;
  for (std::size_t first = 0; first + 8 <= words.size(); ++first) {
    std::string question;
    for (std::size_t i = first; i < first + 8; ++i) question += words[i] + " ";
    all.push_back({"a/" + std::to_string(first), static_cast<int>(first), question});
  }
  const auto groups = group(all);
  EXPECT_GT(groups.groups().size(), 2U);
  for (const auto& each : groups.groups()) EXPECT_LE(each.members.size(), 2U);
}

TEST(TicketGroups, AreTheSameInWhateverOrderTicketsCame) {
  std::mt19937 random(1);
  const std::vector<std::string> openings = {"My card", "My new card", "The card", "A refund"};
  const std::vector<std::string> endings = {"has not arrived yet", "still has not arrived",
                                            "was declined at the shop", "was declined"};
  std::vector<Asked> all;
  for (int i = 0; i < 200; ++i)
    all.push_back({"a/" + std::to_string(i), static_cast<int>(random() % 50),
                   openings[random() % 4] + " " + endings[random() % 4]});
  const auto expected = described(group(all));
  for (int round = 0; round < 5; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    EXPECT_EQ(described(group(all)), expected);
  }
}

TEST(TicketGroups, AreFoundByTheirLeader) {
  const auto groups = group({{"a/1", 10, kCard}, {"a/2", 20, kCard}, {"b/3", 30, kRefund}});
  ASSERT_NE(groups.find("a/1"), nullptr);
  EXPECT_EQ(groups.find("a/1")->members.size(), 2U);
  EXPECT_NE(groups.find("b/3"), nullptr);
  EXPECT_EQ(groups.find("a/2"), nullptr);  // a member, no leader
  EXPECT_EQ(groups.find(""), nullptr);
}

TEST(TicketGroups, HaveTheTopicOfMostMembers) {
  const auto groups = group({{"a/1", 1, kCard, {}, ""},
                             {"a/2", 2, kCard, {}, "delivery"},
                             {"a/3", 3, kCard, {}, "cards"},
                             {"a/4", 4, kCard, {}, "delivery"},
                             {"a/5", 5, kRefund}});
  EXPECT_EQ(groups.topic_of(groups.groups()[0]), "delivery");
  EXPECT_EQ(groups.topic_of(groups.groups()[1]), "");
}

TEST(TicketGroups, SurviveEncoding) {
  const auto groups =
      group({{"a/1", -10, kCard, 5, "cards"}, {"a/2", 20, kCard}, {"b", 30, kRefund}});
  const auto decoded = TicketGroups::decode(groups.encode());
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->tickets(), groups.tickets());
  EXPECT_EQ(decoded->groups(), groups.groups());
  EXPECT_TRUE(TicketGroups::decode(TicketGroups().encode())->groups().empty());
}

TEST(TicketGroups, DamagedBytesAreNoCrash) {
  const auto bytes = group({{"a/1", 10, kCard}, {"a/2", 20, kCard}, {"b", 30, kRefund}}).encode();
  for_each_damage(bytes, [](const std::string& damaged) { (void)TicketGroups::decode(damaged); });
  EXPECT_FALSE(TicketGroups::decode(bytes.substr(0, bytes.size() - 1)));
}

}  // namespace
}  // namespace kb::index
