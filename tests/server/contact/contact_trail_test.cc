#include "server/contact/contact_trail.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class ContactTrail : public ContactFixture {};

TEST(PlainPage, IsAnAddressWithoutWhatFollowsIt) {
  EXPECT_EQ(plain_page("https://shop.example/orders?id=7#x"), "https://shop.example/orders");
  EXPECT_EQ(plain_page("/settings/plan"), "/settings/plan");
  for (const auto* text : {"", "javascript:alert(1)", "//evil.example", "settings", "https://a b",
                           "https://a\"b", "https://a<b"})
    EXPECT_EQ(plain_page(text), "") << text;
  EXPECT_EQ(plain_page("https://shop.example/" + std::string(1000, 'x')).size(), 300U);
}

TEST_F(ContactTrail, BeginsWithTheAddress) {
  const auto page = get("/en/contact?from=https%3A%2F%2Fshop.example%2Forders%3Fid%3D7&q=late%20"
                        "refund%20for%20ana%40example.com&article=billing%2Frefund")
                        .body;
  EXPECT_THAT(page, HasSubstr("You came from https://shop.example/orders<"));
  EXPECT_THAT(page, HasSubstr("You searched for “late refund for «e-mail»”"));
  EXPECT_THAT(page, HasSubstr("You read “Refunds”"));
  EXPECT_THAT(page, Not(HasSubstr("id=7")));
}

TEST_F(ContactTrail, LeavesOutWhatNamesNoArticle) {
  const auto page = get("/en/contact?article=secret&from=javascript:alert(1)").body;
  EXPECT_THAT(page, Not(HasSubstr("send_trail")));
}

TEST_F(ContactTrail, TakesArticlesWithTheirLanguage) {
  EXPECT_THAT(get("/en/contact?article=pl/billing/refund").body,
              HasSubstr("You read “Zwrot pieniędzy”"));
}

TEST_F(ContactTrail, SuggestionsThatWereSeenGoAlong) {
  Trail trail;
  trail.add({TrailStep::Kind::read, "en", "parcel"});
  const auto generation = center.center().searchers.generation();
  add_seen(trail, *generation, {"en/parcel", "en/billing/refund", "en/secret", "x"});
  const auto lines = trail_lines(trail, *generation);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1].kind, page::ContactStep::Kind::suggested);
  EXPECT_EQ(lines[1].what, "Refunds");
}

}  // namespace
}  // namespace kb
