#include "server/page/peer_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

PeerPage sample_peer(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .writer_url = "/help/writer",
          .replies = {{"Where?", "en", "/help/writer/peer/2026-W47/desk/1", true},
                      {"Gdzie?", "pl", "/help/writer/peer/2026-W47/desk/2", false}},
          .weeks = {{"2026-W46", "/help/writer/peer?week=2026-W46"}}};
}

PeerReplyPage reply(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .peer_url = "/help/writer/peer",
          .title = "Gdzie?",
          .lang = "pl",
          .question = {{"Gdzie jest?", false}},
          .answer = {{"W drodze, ", false}, {"«imię»", true}},
          .rating = {.action = "/help/here", .marks = {5, 0, 0, 0}, .fault = "rating.fault"}};
}

TEST(PeerPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_peer(lang))), "") << lang;
    EXPECT_EQ(broken_rules(render(renderer(), reply(lang))), "") << lang;
  }
}

TEST(PeerPage, ShowsResultsOnlyWhereThereAreAny) {
  auto page = sample_peer("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("<table")));
  EXPECT_THAT(render(renderer(), page), HasSubstr("You have rated 1 of 2."));
  page.results = {{"correct", 4.5, 0.815, 6}, {"tone", 5.0, std::nullopt, 6}};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("<td class=\"number\">0.81</td>"));
  EXPECT_THAT(html, HasSubstr("too few"));
}

TEST(PeerPage, ShowsTheReplyInItsLanguage) {
  const auto html = render(renderer(), reply("en"));
  EXPECT_THAT(html, HasSubstr("lang=\"pl\" dir=\"ltr\">W drodze, <mark>«imię»</mark>"));
  EXPECT_THAT(html, HasSubstr("name=\"correct\" value=\"5\" required checked"));
  EXPECT_THAT(html, HasSubstr("Give a mark from 1 to 5 for each."));
}

}  // namespace
}  // namespace kb::page
