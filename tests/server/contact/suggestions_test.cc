#include "server/contact/suggestions.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class FindSuggestions : public ContactFixture {
 protected:
  Suggestions find(SuggestionRequest request) {
    auto lease = center.searchers().lease();
    auto found = find_suggestions(center.center(), *lease, request);
    EXPECT_TRUE(found) << to_line(found.error());
    return found.value_or(Suggestions{});
  }
};

TEST_F(FindSuggestions, HaveThePassageThatAnswers) {
  const auto found = find({.text = "How long does a refund take?", .lang = "en"});
  ASSERT_FALSE(found.list.empty());
  EXPECT_EQ(object_of(found.list[0].hit), "en/billing/refund");
  EXPECT_THAT(found.list[0].passage_html,
              AllOf(HasSubstr("<p>A refund takes five working days."),
                    HasSubstr("href=\"/en/a/billing/refund#how-long\" target=\"_blank\""),
                    HasSubstr("<li>Ask your bank.")));
  EXPECT_THAT(found.list[0].passage_html, Not(HasSubstr("<h2")));
}

TEST_F(FindSuggestions, AreNotWhatIsKnownAlready) {
  const auto found = find({.text = "refund", .lang = "en", .known = {"en/billing/refund"}});
  for (const auto& each : found.list) EXPECT_NE(object_of(each.hit), "en/billing/refund");
}

TEST_F(FindSuggestions, AreForEveryoneAndOfAnotherLanguageAfterTheReaders) {
  EXPECT_THAT(find({.text = "zanzibar", .lang = "en"}).list, IsEmpty());
  const auto found = find({.text = "zwrot parcel", .lang = "pl"});
  ASSERT_FALSE(found.list.empty());
  EXPECT_EQ(object_of(found.list[0].hit), "pl/billing/refund");
}

}  // namespace
}  // namespace kb
