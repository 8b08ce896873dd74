#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class NotFoundAnswer : public PagesTest {};

TEST_F(NotFoundAnswer, GuessesWhatWasMeant) {
  const auto page = get("/en/a/help/expired-card");
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/a/billing/cards/expired\""));
  EXPECT_FALSE(page.etag);
}

TEST_F(NotFoundAnswer, IsInTheReadersLanguage) {
  EXPECT_THAT(get("/ro/nothing").body, HasSubstr("<html lang=\"ro\""));
  EXPECT_THAT(get("/nothing", {{"Accept-Language", "ro"}}).body, HasSubstr("<html lang=\"ro\""));
  EXPECT_THAT(get("/fr/a/parcel").body, HasSubstr("<html lang=\"en\""));  // not published
}

TEST_F(NotFoundAnswer, TakesAnyPath) {
  for (const auto* path : {"//", "/.git/config", "/en/a/%3Cscript%3Ealert(1)%3C/script%3E",
                           "/en/%22%22-(", "/wp-login.php", "/en/a/.."}) {
    const auto page = get(path);
    EXPECT_EQ(page.status, 404) << path;
    EXPECT_THAT(page.body, Not(HasSubstr("<script>alert"))) << path;
  }
}

}  // namespace
}  // namespace kb
