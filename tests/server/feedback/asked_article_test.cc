#include "server/feedback/asked_article.h"

#include "tests/server/feedback/feedback_fixture.h"

namespace kb {
namespace {

class AskedArticle : public FeedbackFixture {
 protected:
  PageContext context() {
    return {center.center(), request_, route_, center.searchers().generation(), "en"};
  }

 private:
  http::Request request_ = HelpCenterFixture::request("/en/feedback");
  Route route_{Page::feedback, "en", ""};
};

TEST_F(AskedArticle, IsFoundByLanguageAndId) {
  const auto found = asked_article(context(), "pl/billing/refund");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->row->title, "Zwrot kosztów");
  const auto link = link_to_asked(context(), *found);
  EXPECT_EQ(link.title, "Zwrot kosztów");
  EXPECT_EQ(link.url, "/en/a/billing/refund");
  EXPECT_EQ(link.lang, "pl");
}

// What a form sends may be anything, and tells nobody which drafts and agents' articles there are.
TEST_F(AskedArticle, IsNoneThatCustomersDoNotSee) {
  for (const auto* object :
       {"", "/", "en", "en/", "/billing/refund", "billing/refund", "EN/billing/refund",
        "de/billing/refund", "en/billing/nothing", "en/crew", "en/drafts/secret",
        "en/billing/refund/", "en/../en/billing/refund", "xx/billing/refund"})
    EXPECT_FALSE(asked_article(context(), object)) << object;
}

TEST(Parameter, IsEncoded) {
  EXPECT_EQ(parameter("object", "en/a b&c=d+e?f#g"), "object=en/a%20b%26c%3Dd%2Be%3Ff%23g");
  EXPECT_EQ(parameter("t", ""), "t=");
}

}  // namespace
}  // namespace kb
