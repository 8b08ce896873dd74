#include "core/insights/gaps/gap_links.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FoundGap gap(std::int64_t id, std::string lang, std::vector<std::string> words,
             std::string article = {}, double share = 1) {
  FoundGap gap{.id = id, .lang = std::move(lang), .words = std::move(words)};
  if (!article.empty())
    gap.articles.push_back(
        {.lang = gap.lang, .id = std::move(article), .title = {}, .share = share});
  return gap;
}

std::vector<std::int64_t> links_of(const std::vector<FoundGap>& gaps, std::int64_t id) {
  return std::ranges::find(gaps, id, &FoundGap::id)->elsewhere;
}

TEST(GapLinks, GoByTheNearestArticle) {
  std::vector<FoundGap> gaps = {gap(1, "en", {"refund"}, "billing/refund"),
                                gap(2, "pl", {"zwrot"}, "billing/refund", 0.5),
                                gap(3, "de", {"erstattung"}, "billing/refund", 0.4),
                                gap(4, "pl", {"faktura"}, "billing/invoice")};
  link_languages(gaps);
  EXPECT_THAT(gaps[0].elsewhere, ElementsAre(2));
  EXPECT_THAT(gaps[1].elsewhere, ElementsAre(1));
  EXPECT_THAT(gaps[2].elsewhere, IsEmpty());  // it is near too little of what is asked
  EXPECT_THAT(gaps[3].elsewhere, IsEmpty());
}

TEST(GapLinks, GoByNamesAndCodes) {
  std::vector<FoundGap> gaps = {gap(1, "en", {"alexa", "connect"}), gap(2, "pl", {"Alexa"}),
                                gap(3, "de", {"fehler"}), gap(4, "ro", {"eroare"})};
  gaps[2].members = {"Fehler 0x80070057"};
  gaps[3].members = {"eroare (0X80070057)?"};
  link_languages(gaps);
  EXPECT_THAT(gaps[0].elsewhere, ElementsAre(2));
  EXPECT_THAT(gaps[1].elsewhere, ElementsAre(1));
  EXPECT_THAT(gaps[2].elsewhere, ElementsAre(4));
  EXPECT_THAT(gaps[3].elsewhere, ElementsAre(3));
}

TEST(GapLinks, DoNotGoByWhatManyGapsShare) {
  std::vector<FoundGap> gaps = {gap(1, "en", {"router"}), gap(2, "pl", {"router"}),
                                gap(3, "pl", {"router"}), gap(4, "pl", {"router"})};
  link_languages(gaps);
  for (const auto& each : gaps) EXPECT_THAT(each.elsewhere, IsEmpty());
}

TEST(GapLinks, DoNotGoByShortWordsNorBetweenTwoArticles) {
  std::vector<FoundGap> gaps = {gap(1, "en", {"die", "5g"}), gap(2, "de", {"die", "5g"}),
                                gap(3, "en", {"paypal"}, "billing/paypal"),
                                gap(4, "de", {"paypal"}, "account/close")};
  link_languages(gaps);
  for (const auto& each : gaps) EXPECT_THAT(each.elsewhere, IsEmpty());
}

TEST(GapLinks, LeaveGapsWithoutAnIdAndOfOneLanguageAlone) {
  std::vector<FoundGap> gaps = {gap(0, "en", {}, "billing/refund"),
                                gap(2, "pl", {}, "billing/refund"),
                                gap(3, "pl", {}, "billing/refund")};
  gaps[1].elsewhere = {99};  // of an earlier time
  link_languages(gaps);
  for (const auto& each : gaps) EXPECT_THAT(each.elsewhere, IsEmpty());
}

TEST(GapLinks, AreTheSameInWhateverOrder) {
  std::vector<FoundGap> gaps = {gap(7, "en", {"alexa"}, "a"), gap(5, "pl", {"alexa"}),
                                gap(3, "de", {"alexa"}, "a"), gap(9, "pl", {}, "a"),
                                gap(4, "ro", {"alexa"}, "b")};
  link_languages(gaps);
  EXPECT_THAT(links_of(gaps, 7), ElementsAre(3, 5, 9));
  auto turned = gaps;
  std::ranges::reverse(turned);
  link_languages(turned);
  for (const auto& each : gaps) EXPECT_EQ(links_of(turned, each.id), each.elsewhere);
}

}  // namespace
}  // namespace kb::insights
