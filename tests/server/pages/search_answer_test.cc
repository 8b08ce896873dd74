#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class SearchAnswer : public PagesTest {};

TEST_F(SearchAnswer, ShowsWhatIsFound) {
  const auto page = get("/en/search?q=how+long+refunds");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/a/billing/refund#how-long\""));
  EXPECT_THAT(page.body, HasSubstr("value=\"how long refunds\""));
  EXPECT_THAT(get("/en/search?q=money").body, HasSubstr("<mark>Money</mark> back"));
}

TEST_F(SearchAnswer, LabelsResultsInOtherLanguages) {
  const auto page = get("/ro/search?q=parcels").body;
  EXPECT_THAT(page, HasSubstr("href=\"/en/a/parcel\" lang=\"en\""));
  EXPECT_THAT(page, HasSubstr("class=\"label\""));
}

TEST_F(SearchAnswer, OffersTheOtherCategories) {
  const auto page = get("/en/search?q=money&category=billing").body;
  EXPECT_THAT(page, HasSubstr("aria-current=\"true\""));
  EXPECT_THAT(page, HasSubstr("href=\"/en/search?q=money\""));
}

TEST_F(SearchAnswer, PagesThroughManyResults) {
  for (int i = 0; i < 25; ++i)
    center.site.write("en/many/" + std::to_string(i) + ".md", "# Courier\n\nA courier.\n");
  center.publish();
  const auto first = get("/en/search?q=courier").body;
  EXPECT_THAT(first, HasSubstr("25 results"));
  EXPECT_THAT(first, HasSubstr("rel=\"next\" href=\"/en/search?q=courier&amp;page=2\""));
  EXPECT_THAT(first, Not(HasSubstr("rel=\"prev\"")));
  const auto last = get("/en/search?q=courier&page=3").body;
  EXPECT_THAT(last, HasSubstr("rel=\"prev\""));
  EXPECT_THAT(last, Not(HasSubstr("rel=\"next\"")));
  for (const auto* page : {"0", "-1", "x", "99999999999999999999", "100", ""})
    EXPECT_EQ(get(std::string("/en/search?q=courier&page=") + page).status, 200) << page;
}

TEST_F(SearchAnswer, HelpsWhereNothingIsAskedOrFound) {
  const auto empty = get("/en/search");
  EXPECT_EQ(empty.status, 200);
  EXPECT_THAT(empty.body, HasSubstr("href=\"/en/c/billing\""));
  const auto none = get("/en/search?q=xyzzy");
  EXPECT_EQ(none.status, 200);
  EXPECT_THAT(none.body, HasSubstr("No results for"));
  EXPECT_THAT(none.body, HasSubstr("class=\"tips\""));
}

TEST_F(SearchAnswer, EchoesNoMarkup) {
  const auto page = get("/en/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body;
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_EQ(get("/en/search?q=" + std::string(6000, 'x')).status, 200);
}

TEST_F(SearchAnswer, KeepsWhatIsNotForEveryone) {
  EXPECT_THAT(get("/en/search?q=zanzibar").body, HasSubstr("No results for"));
}

}  // namespace
}  // namespace kb
