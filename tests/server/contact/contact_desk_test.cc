#include "server/contact/contact_desk.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class Desk : public ContactFixture {
 protected:
  ContactDesk& desk() { return *center.center().contact; }
};

TEST_F(Desk, DrawsTheHoldoutForEachOpening) {
  center.site.config.contact.holdout = 0.05;
  center.next_random = 0.049;
  EXPECT_TRUE(desk().open().holdout);
  center.next_random = 0.05;
  EXPECT_FALSE(desk().open().holdout);
  EXPECT_NE(desk().open().id, desk().open().id);
}

TEST(EvenRandom, IsBelowOneAndNeverTheSame) {
  const auto first = even_random();
  EXPECT_GE(first, 0);
  EXPECT_LT(first, 1);
  EXPECT_NE(first, even_random());
}

TEST_F(Desk, KnowsItsFormsForADay) {
  const auto token = desk().seal(opening);
  EXPECT_EQ(desk().unseal(token), opening);
  EXPECT_FALSE(desk().unseal(token + "x"));
  EXPECT_FALSE(desk().unseal(""));
  EXPECT_FALSE(desk().unseal(center.center().events->seal("other", "{}")));
  EXPECT_FALSE(desk().unseal(center.center().events->seal("form", "[]")));
  center.site.clock.advance(kFormLifetime + seconds{1});
  EXPECT_FALSE(desk().unseal(token));
}

TEST_F(Desk, LetsASenderWait) {
  for (int i = 0; i < 2; ++i) {
    EXPECT_FALSE(desk().wait("a", 2));
    center.site.clock.advance(minutes{1});
  }
  EXPECT_EQ(desk().wait("a", 2), minutes{8});
  EXPECT_FALSE(desk().wait("b", 2));
  center.site.clock.advance(minutes{8});
  EXPECT_FALSE(desk().wait("a", 2));
  EXPECT_EQ(desk().wait("a", 2), minutes{1});
}

TEST_F(Desk, RemembersNoMoreThanItMay) {
  for (std::size_t i = 0; i < ContactDesk::kMostRemembered + 10; ++i) {
    EXPECT_FALSE(desk().wait(std::to_string(i), 1));
    EXPECT_TRUE(desk().shows_first("form", std::to_string(i)));
  }
  EXPECT_TRUE(desk().shows_first("form", "0"));
  EXPECT_FALSE(desk().shows_first("form", std::to_string(ContactDesk::kMostRemembered)));
}

}  // namespace
}  // namespace kb
