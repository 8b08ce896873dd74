#include "server/coverage/kept_wishes.h"

#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class KeptWishesOf : public DigestFixture {
 protected:
  std::vector<insights::Wish> read() {
    auto wishes = kept_.read(store(), center.site.clock.now());
    EXPECT_TRUE(wishes) << to_line(wishes.error());
    return wishes.value_or(std::vector<insights::Wish>());
  }
  std::vector<std::string> labels() {
    std::vector<std::string> labels;
    for (const auto& wish : read()) labels.push_back(wish.label);
    return labels;
  }

 private:
  KeptWishes kept_;
};

TEST_F(KeptWishesOf, AreThoseOfTheLastYear) {
  put_wish("1", "dark mode");
  put_wish("2", "crashes", TicketType::bug);
  put_wish("3", "where is it?", TicketType::question);
  ASSERT_THAT(read(), SizeIs(2));
  EXPECT_EQ(read()[0].trend, insights::GapTrend::steady) << "nothing to compare with";
  center.site.clock.advance(kWishesKept);
  EXPECT_THAT(read(), IsEmpty());
}

TEST_F(KeptWishesOf, AChangedTicketShowsAtOnce) {
  put_wish("1", "dark mode");
  put_wish("2", "ciemny tryb", TicketType::feature_request, "pl");
  EXPECT_THAT(labels(), UnorderedElementsAre("dark mode", "ciemny tryb"));
  put_wish("1", "print labels");
  EXPECT_THAT(labels(), UnorderedElementsAre("print labels", "ciemny tryb"));
  put_wish("3", "crashes", TicketType::bug);
  EXPECT_THAT(labels(), UnorderedElementsAre("print labels", "ciemny tryb", "crashes"));
}

// A wish that turned out to be a question stayed a wish until the next day.
TEST_F(KeptWishesOf, AreNoneOnceTheyAreOfAnotherKindOrLanguage) {
  put_wish("1", "dark mode");
  put_wish("2", "crashes", TicketType::bug);
  EXPECT_THAT(labels(), SizeIs(2));
  put_wish("1", "dark mode", TicketType::question);
  EXPECT_THAT(labels(), ElementsAre("crashes"));
  put_wish("2", "crashes", TicketType::bug, "pl");
  ASSERT_THAT(labels(), ElementsAre("crashes"));
  EXPECT_EQ(read()[0].lang, "pl");
}

TEST_F(KeptWishesOf, AreLinkedAcrossLanguagesThatChangedApart) {
  put_wish("1", "dark mode");
  read();
  put_wish("2", "ciemny tryb", TicketType::feature_request, "pl");
  const auto kept = read();
  KeptWishes fresh;
  EXPECT_EQ(kept, fresh.read(store(), center.site.clock.now()).value());
}

}  // namespace
}  // namespace kb
