#include "server/events/page_events.h"

#include <nlohmann/json.hpp>

#include "tests/server/events/events_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

struct Address {
  const char* url;
  const char* t;
  const char* result;
};
class Parameters : public testing::TestWithParam<Address> {};

TEST_P(Parameters, StandBeforeTheAnchor) {
  EXPECT_EQ(with_parameters(GetParam().url, {{"t", GetParam().t}, {"n", "1"}}), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(Urls, Parameters,
                         testing::Values(Address{"/pl/a/x", "T", "/pl/a/x?t=T&n=1"},
                                         Address{"/pl/a/x#y", "T", "/pl/a/x?t=T&n=1#y"},
                                         Address{"/pl/search?q=a", "T", "/pl/search?q=a&t=T&n=1"},
                                         Address{"/pl/a/x#y", "", "/pl/a/x?n=1#y"}));

class PageEventsTest : public EventsFixture {
 protected:
  // The address of a page's first result, as an attribute holds it.
  static std::string first_result(const std::string& html) {
    auto url = between(html.substr(std::min(html.find("class=\"results\""), html.size())),
                       "<a href=\"", "\"");
    for (auto at = url.find("&amp;"); at != url.npos; at = url.find("&amp;")) url.erase(at + 1, 4);
    return url;
  }
};

TEST_F(PageEventsTest, FollowASearchToAnArticleWithoutAnyScript) {
  const auto results = visit("/pl/search?q=zwrot+ana%40example.com");
  const auto url = first_result(results.body);
  EXPECT_THAT(url, StartsWith("/pl/a/billing/refund?query_id="));
  EXPECT_THAT(url, HasSubstr("&position=1&t="));
  EXPECT_EQ(results.cache_control, "private, no-cache");

  const auto article = visit(url, {{"Referer", "https://help.example/pl/search?q=zwrot"}});
  EXPECT_EQ(article.status, 200);
  EXPECT_EQ(article.cache_control, "private, no-cache");
  EXPECT_THAT(
      noted(),
      ElementsAre(R"(searched pl =1 results zwrot «e-mail» {"shown":["pl/billing/refund"]})",
                  "page_viewed pl billing pl/billing/refund inside",
                  "clicked pl billing pl/billing/refund #1"));
  const auto all = stored();
  EXPECT_TRUE(events().is_query_id(all[0].query_id));
  EXPECT_EQ(all[1].query_id, all[0].query_id);
  EXPECT_EQ(all[2].query_id, all[0].query_id);

  const auto trail = events().trail_of(between(article.body, "data-trail=\"", "\""));
  EXPECT_EQ(trail.query_id, all[0].query_id);
  using Kind = TrailStep::Kind;
  EXPECT_THAT(trail.steps, ElementsAre(TrailStep{Kind::searched, "pl", "zwrot «e-mail»"},
                                       TrailStep{Kind::read, "pl", "billing/refund"}));
}

TEST_F(PageEventsTest, KeepTheAddressOfAnArticleClean) {
  const auto url = first_result(visit("/pl/search?q=zwrot").body);
  const auto page = visit(url).body;
  EXPECT_EQ(between(page, "rel=\"canonical\" href=\"", "\""),
            "https://help.example/pl/a/billing/refund");
}

// What everybody gets may be kept by every cache; nobody's trail may.
TEST_F(PageEventsTest, LeaveAnArticleWithoutATrailTheSameForAll) {
  const auto first = visit("/pl/a/billing/refund");
  const auto second = visit("/pl/a/billing/refund", {{"User-Agent", "Mozilla/5.0 Safari/605.1"}});
  EXPECT_EQ(first.body, second.body);
  EXPECT_EQ(first.etag, second.etag);
  EXPECT_EQ(first.cache_control, "no-cache");
  EXPECT_THAT(first.body, Not(HasSubstr("data-trail")));
  EXPECT_THAT(first.body, HasSubstr("data-events=\"/api/v1/events\""));
  EXPECT_THAT(first.body, HasSubstr("data-object=\"pl/billing/refund\""));
  EXPECT_THAT(noted(), SizeIs(2));
}

TEST_F(PageEventsTest, CountAReloadAsAViewAndNoSecondClick) {
  const auto url = first_result(visit("/pl/search?q=zwrot").body);
  for (int i = 0; i < 3; ++i) visit(url);
  const auto all = noted();
  EXPECT_EQ(std::ranges::count_if(all, [](auto& line) { return line.starts_with("clicked"); }), 1);
  EXPECT_EQ(std::ranges::count_if(all, [](auto& line) { return line.starts_with("page_v"); }), 3);
}

TEST_F(PageEventsTest, TakeNoClickForAForgedQuery) {
  visit("/pl/a/billing/refund?query_id=forged&position=1");
  EXPECT_THAT(noted(), ElementsAre("page_viewed pl billing pl/billing/refund"));
  EXPECT_THAT(stored().front().query_id, IsEmpty());
}

TEST_F(PageEventsTest, SayWhatWasNotFound) {
  visit("/pl/search?q=kwentasu");
  EXPECT_THAT(noted(), ElementsAre(R"(searched pl none kwentasu {"shown":[]})"));
}

TEST_F(PageEventsTest, TellFiltersPagesAndFallbacks) {
  visit("/pl/search?q=parcel&category=parcels");
  visit("/pl/search?q=parcel&page=2");
  const auto all = noted();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_THAT(all[0], HasSubstr(R"("fallback":true,"category":"parcels")"));
  EXPECT_THAT(all[1], EndsWith(R"("page":2})"));
}

TEST_F(PageEventsTest, NoteNothingWhereNothingIsSearched) {
  visit("/pl/search");
  visit("/pl/search?q=");
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(PageEventsTest, SayWhereSomebodyCameFrom) {
  visit("/pl/", {{"Referer", "https://www.google.com/"}});
  visit("/en/c/billing", {{"Referer", "https://forum.example/t/1"}});
  visit("/pl/search?q=zwrot", {{"Referer", "https://duckduckgo.com/"}});
  visit("/en/a/parcels/late?from=https%3A%2F%2Fapp.example%2Finvoices");
  EXPECT_THAT(noted(), testing::UnorderedElementsAre(
                           "page_viewed pl /home search_engine",
                           "page_viewed en billing /category/billing link",
                           "page_viewed pl /search search_engine",
                           R"(searched pl =1 results zwrot {"shown":["pl/billing/refund"]})",
                           "page_viewed en parcels en/parcels/late product"));
}

TEST_F(PageEventsTest, BeginATrailWithThePageOfTheProduct) {
  const auto page = visit("/en/a/parcels/late?from=https%3A%2F%2Fapp.example%2Finvoices").body;
  const auto trail = events().trail_of(between(page, "data-trail=\"", "\""));
  EXPECT_EQ(trail.from, "https://app.example/invoices");
  EXPECT_THAT(trail.rejected(), ElementsAre("en/parcels/late"));
}

// What customers of a page of the product opened: the page, not whose it was.
TEST_F(PageEventsTest, TellWhichPageAClickCameFrom) {
  visit("/pl/search?q=zwrot&from=https%3A%2F%2Fapp.example%2Forders%2F1042%3Ftab%3D2");
  const auto query = stored().back().query_id;
  visit("/pl/a/billing/refund?query_id=" + query +
        "&from=https%3A%2F%2Fapp.example%2Forders%2F1042");
  EXPECT_THAT(noted(), testing::Contains(EndsWith(R"({"from":"app.example/orders/*"})")));
}

TEST_F(PageEventsTest, CarryTheTrailThroughSearches) {
  auto page = visit("/pl/search?q=zwrot").body;
  const auto token = between(page, "data-trail=\"", "\"");
  EXPECT_THAT(page, HasSubstr(R"(<input type="hidden" name="t" value=")" + token));
  page = visit("/pl/search?q=faktura&t=" + token).body;
  const auto trail = events().trail_of(between(page, "data-trail=\"", "\""));
  ASSERT_THAT(trail.steps, SizeIs(2));
  EXPECT_EQ(trail.steps[0].what, "zwrot");
  EXPECT_EQ(trail.steps[1].what, "faktura");
  const auto home = visit("/pl/?t=" + token);
  EXPECT_EQ(between(home.body, "data-trail=\"", "\""), token);
  EXPECT_EQ(home.cache_control, "private, no-cache");
  EXPECT_THAT(visit("/pl/?t=forged").body, Not(HasSubstr("forged")));
}

TEST_F(PageEventsTest, AreOfTheApiToo) {
  const auto found =
      nlohmann::json::parse(visit("/api/v1/search?lang=pl&q=zwrot&offset=0&limit=5").body);
  EXPECT_TRUE(events().is_query_id(found["query_id"].get<std::string>()));
  visit("/api/v1/suggest?lang=pl&q=zwr");
  EXPECT_THAT(noted(), testing::UnorderedElementsAre(
                           R"(searched pl =1 results zwrot {"shown":["pl/billing/refund"]})",
                           "suggested pl =1 zwr"));
  EXPECT_EQ(stored().front().query_id.empty(), stored().back().query_id.empty() ? false : true);
}

TEST_F(PageEventsTest, AreNoneInAPreview) {
  center.is_preview = true;
  center.start();
  center.refresh();
  const auto page = visit("/pl/search?q=zwrot").body;
  EXPECT_EQ(first_result(page), "/pl/a/billing/refund");
  EXPECT_THAT(page, Not(HasSubstr("data-events")));
}

}  // namespace
}  // namespace kb
