#include "server/gaps/gap_change.h"

#include <gmock/gmock.h>

namespace kb {
namespace {

using store::Gap;
using store::GapState;
using testing::ElementsAre;

const Time kToday{std::chrono::seconds(1780000000)};

ChangedGap changed(const Gap& gap, const GapWish& wish) {
  const GapRules rules{.owners = {"ana", "ion"}, .is_article = [](const std::string& article) {
                         return article == "pl/billing/refund";
                       }};
  return changed_gap(gap, wish, rules, {.who = "ana", .now = kToday});
}

// "state open>assigned"
std::vector<std::string> lines(const ChangedGap& changed) {
  std::vector<std::string> found;
  for (const auto& line : changed.lines)
    found.push_back(line.what + " " + line.before + ">" + line.after);
  return found;
}

std::string faults(const ChangedGap& changed) {
  std::string found;
  for (const auto& [field, key] : changed.faults)
    found +=
        (found.empty() ? "" : " ") + field + ":" + key.substr(std::string("gap.fault_").size());
  return found;
}

TEST(GapChange, MakesALineOfEachChange) {
  const Gap gap{.id = 7, .lang = "pl", .label = "zwrot", .owner = "ion"};
  const auto done = changed(gap, {.state = "in_progress",
                                  .owner = "ana",
                                  .due = "2026-06-01",
                                  .label = " Zwrot pieniędzy ",
                                  .comment = "I'll do it\n"});
  EXPECT_EQ(faults(done), "");
  EXPECT_THAT(lines(done),
              ElementsAre("label zwrot>Zwrot pieniędzy", "owner ion>ana", "due >2026-06-01",
                          "state open>in_progress", "comment >I'll do it"));
  EXPECT_TRUE(done.gap.is_named);
  EXPECT_EQ(done.gap.due, 20605);
  EXPECT_EQ(done.lines[0].who, "ana");
  EXPECT_EQ(done.lines[0].at, kToday);
}

TEST(GapChange, IsNoneWhereAllIsAsItWas) {
  const Gap gap{.label = "zwrot", .state = GapState::assigned, .owner = "ion", .due = 20605};
  EXPECT_THAT(lines(changed(gap, {.state = "assigned",
                                  .owner = "ion",
                                  .due = "2026-06-01",
                                  .label = "zwrot",
                                  .article = "",
                                  .reason = " "})),
              ElementsAre());
}

TEST(GapChange, AssignsWhatHasAnOwner) {
  EXPECT_THAT(lines(changed({}, {.owner = "ana"})),
              ElementsAre("owner >ana", "state open>assigned"));
  const Gap owned{.state = GapState::assigned, .owner = "ana"};
  EXPECT_THAT(lines(changed(owned, {.owner = ""})),
              ElementsAre("owner ana>", "state assigned>open"));
  EXPECT_THAT(lines(changed(owned, {.state = "open"})), ElementsAre());
  // A form sends the state that it showed, too.
  EXPECT_THAT(lines(changed(owned, {.state = "assigned", .owner = ""})),
              ElementsAre("owner ana>", "state assigned>open"));
}

TEST(GapChange, PublishesWhatCustomersCanRead) {
  const auto published = changed({}, {.state = "published", .article = "pl/billing/refund"});
  EXPECT_EQ(faults(published), "");
  EXPECT_EQ(published.gap.published, kToday);
  for (const auto* address :
       {"/pl/a/billing/refund", "https://help.example/help/pl/a/billing/refund?q=a#how",
        " pl/billing/refund "})
    EXPECT_EQ(changed({}, {.article = address}).gap.article, "pl/billing/refund") << address;
}

TEST(GapChange, BeginsTheProofAnewWithAnotherArticle) {
  const Gap gap{.state = GapState::published, .article = "pl/old", .published = Time()};
  EXPECT_EQ(changed(gap, {.article = "pl/billing/refund"}).gap.published, kToday);
  EXPECT_EQ(changed(gap, {.comment = "a"}).gap.published, Time());
}

TEST(GapChange, IsVerifiedNoMoreWhenItIsTakenUpAgain) {
  const Gap gap{.state = GapState::verified,
                .article = "pl/billing/refund",
                .published = Time(),
                .verified = Time()};
  EXPECT_FALSE(changed(gap, {.state = "in_progress"}).gap.verified);
  EXPECT_TRUE(changed(gap, {.label = "a"}).gap.verified);
}

TEST(GapChange, SaysWhatIsMissing) {
  const std::pair<GapWish, std::string> cases[] = {
      {{.state = "published"}, "article:article"},
      {{.state = "published", .article = "pl/nothing"}, "article:article_unknown"},
      {{.state = "wont_fix"}, "reason:reason"},
      {{.state = "verified"}, "state:verified"},
      {{.state = "closed"}, "state:state"},
      {{.owner = "eva"}, "owner:owner"},
      {{.state = "assigned"}, "owner:owner_missing"},
      {{.state = "assigned", .owner = "eva"}, "owner:owner"},
      {{.state = "assigned", .owner = "ana"}, ""},
      {{.due = "soon"}, "due:due"},
      {{.due = "2026-06-01T10:00:00Z"}, "due:due"},
      {{.label = "  "}, "label:label"},
      {{.label = std::string(300, 'a')}, "label:long"},
      {{.comment = std::string(3000, 'a')}, "comment:long"},
      {{.state = "wont_fix", .reason = "Not ours"}, ""}};
  for (const auto& [wish, expected] : cases)
    EXPECT_EQ(faults(changed({.label = "zwrot"}, wish)), expected);
}

}  // namespace
}  // namespace kb
