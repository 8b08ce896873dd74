#include "server/coverage/digest_answer.h"

#include "core/store/deliveries.h"
#include "tests/server/coverage/digest_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class DigestPageAnswer : public DigestFixture {};

TEST_F(DigestPageAnswer, ShowsItAsItWouldBeSent) {
  put_visits();
  put_wish("7", "dark mode");
  const auto page = get("/writer/digest", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("the week from March 3, 2026"));
  EXPECT_THAT(page.body, HasSubstr("dark mode"));
  EXPECT_THAT(page.body, HasSubstr("Nobody gets it by mail."));
  EXPECT_EQ(get("/writer/digest").status, 303) << "nobody is logged in";
}

TEST_F(DigestPageAnswer, MailsItAtOnce) {
  EXPECT_EQ(post("/writer/digest", {}, mihai).status, 404) << "no mail is configured";
  auto& config = center.site.config;
  config.mail.smtp = "smtps://mail.fernway.example";
  config.mail.from = "help@fernway.example";
  config.gaps.digest_to = "writers@fernway.example";
  center.start();
  EXPECT_THAT(get("/writer/digest", mihai).body, HasSubstr("writers@fernway.example"));
  EXPECT_EQ(header(post("/writer/digest", {}, mihai), "Location"),
            "/writer/digest?done=digest_sent");
  EXPECT_THAT(audit_log(), Contains("mihai digest.send writers@fernway.example"));
  const auto page = get("/writer/digest?done=digest_sent", mihai);
  EXPECT_THAT(page.body, HasSubstr("The digest is on its way."));
  EXPECT_THAT(page.body, Not(HasSubstr("Nobody gets it by mail.")));
}

}  // namespace
}  // namespace kb
