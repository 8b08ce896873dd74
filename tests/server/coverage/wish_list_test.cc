#include "server/coverage/wish_list.h"

#include "server/coverage/kept_wishes.h"
#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class WishList : public DigestFixture {
 protected:
  std::vector<insights::Wish> read() {
    auto wishes = kept_.read(store(), center.site.clock.now());
    EXPECT_TRUE(wishes) << to_line(wishes.error());
    return wishes.value_or(std::vector<insights::Wish>());
  }

 private:
  KeptWishes kept_;
};

TEST(WishTypes, HaveNames) {
  for (const auto type : kWishTypes) EXPECT_EQ(parse_wish_type(wish_type_name(type)), type);
  EXPECT_EQ(parse_wish_type("question"), std::nullopt);
}

TEST_F(WishList, IsChosenFrom) {
  put_wish("1", "dark mode");
  put_wish("2", "crashes", TicketType::bug);
  put_wish("3", "ciemny tryb", TicketType::feature_request, "pl");
  const auto chosen = [&](const WishFilter& filter) {
    auto wishes = read();
    keep_chosen(filter, wishes);
    std::vector<std::string> labels;
    for (const auto& wish : wishes) labels.push_back(wish.label);
    return labels;
  };
  EXPECT_THAT(chosen({}), SizeIs(3));
  EXPECT_THAT(chosen({.type = TicketType::bug}), ElementsAre("crashes"));
  EXPECT_THAT(chosen({.lang = "pl"}), ElementsAre("ciemny tryb"));
  EXPECT_THAT(chosen({.type = TicketType::bug, .lang = "pl"}), IsEmpty());
}

}  // namespace
}  // namespace kb
