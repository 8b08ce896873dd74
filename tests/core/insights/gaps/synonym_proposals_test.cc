#include "core/insights/gaps/synonym_proposals.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SynonymProposals : public testing::Test {
 protected:
  SynonymProposals() { asked.articles = {"pl/billing/refund", "pl/billing/costs"}; }

  std::uint32_t question(const std::string& text, const std::string& lang = "pl") {
    const Question sought{lang, text};
    const auto found = std::ranges::find(asked.questions, sought);
    if (found == asked.questions.end()) {
      asked.questions.push_back(sought);
      return static_cast<std::uint32_t>(asked.questions.size() - 1);
    }
    return static_cast<std::uint32_t>(found - asked.questions.begin());
  }

  // That customer searched `from` in vain, then `to`, and opened an article.
  void went(std::uint64_t who, const std::string& from, const std::string& to,
            std::uint32_t article = 0) {
    const auto first = question(from);
    const auto then = question(to);
    asked.askings.push_back({.question = first,
                             .who = who,
                             .failures = bit(Failure::no_results),
                             .article = article,
                             .followed = then});
    asked.askings.push_back({.question = then, .who = who, .article = article});
  }
  void failed(std::uint64_t who, const std::string& text) {
    asked.askings.push_back(
        {.question = question(text), .who = who, .failures = bit(Failure::no_results)});
  }

  std::vector<SynonymProposal> proposals(int shown_from = 1) const {
    return synonym_proposals(asked, AskedWords(asked.questions), shown_from);
  }

  Asked asked;
};

TEST_F(SynonymProposals, AreWhatSeveralCustomersSaidOtherwise) {
  went(1, "zwrot kasy", "zwrot kosztów");
  went(2, "zwrot kasy", "zwrot kosztów");
  went(3, "Zwrot kasy!", "zwroty kosztów", 1);
  failed(4, "kasy");
  const SynonymProposal expected{.lang = "pl",
                                 .asked = "kasy",
                                 .found = "kosztów",
                                 .article = "pl/billing/refund",
                                 .customers = 3,
                                 .asked_by = 4,
                                 .examples = {"zwrot kasy → zwrot kosztów"}};
  EXPECT_THAT(proposals(), ElementsAre(expected));
}

TEST_F(SynonymProposals, CountCustomersNotSearches) {
  for (int i = 0; i < 20; ++i) went(1, "zwrot kasy", "zwrot kosztów");
  EXPECT_THAT(proposals(), IsEmpty());
}

TEST_F(SynonymProposals, KeepToTheThresholdOfWhatIsShown) {
  for (std::uint64_t who = 1; who <= 4; ++who) went(who, "zwrot kasy", "zwrot kosztów");
  EXPECT_THAT(proposals(5), IsEmpty());
  // Five did it in different words: the words are shown, none of their questions is.
  went(5, "kasy oddajcie", "kosztów oddajcie");
  ASSERT_THAT(proposals(5), SizeIs(1));
  EXPECT_THAT(proposals(5)[0].examples, IsEmpty());
}

struct Otherwise {
  std::string from, to;
  std::string expected;  // "asked → found"; empty: none
};
class SaidOtherwise : public SynonymProposals, public testing::WithParamInterface<Otherwise> {};

TEST_P(SaidOtherwise, IsReducedToWhatDiffers) {
  went(1, GetParam().from, GetParam().to);
  went(2, GetParam().from, GetParam().to);
  std::string found;
  for (const auto& proposal : proposals()) found += proposal.asked + " → " + proposal.found;
  EXPECT_EQ(found, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Words, SaidOtherwise,
    testing::Values(Otherwise{"wifi password", "wireless network password",
                              "wifi → wireless network"},
                    Otherwise{"kasa zwrot", "zwrot kosztów", "kasa → kosztów"},  // any order
                    Otherwise{"money back", "refund", "money back → refund"},
                    // What differs stands apart: all of it.
                    Otherwise{"get cash returned", "refund returned payment",
                              "get cash returned → refund returned payment"},
                    Otherwise{"возврат бабла", "возврат денег", "бабла → денег"}));

INSTANTIATE_TEST_SUITE_P(
    None, SaidOtherwise,
    testing::Values(Otherwise{"refudn", "refund", ""},            // misspelt
                    Otherwise{"plati", "plăți", ""},              // without marks
                    Otherwise{"pass word", "password", ""},       // apart
                    Otherwise{"zwrot", "zwroty", ""},             // inflected
                    Otherwise{"refund", "refund invoice", ""},    // narrower
                    Otherwise{"my refund please", "refund", ""},  // wider
                    Otherwise{"error e1042", "error e1043", ""},  // another number
                    Otherwise{"?", "refund", ""},
                    Otherwise{"please tell me where my money is now", "refund", ""}));

TEST_F(SynonymProposals, AreNotWhatFewOfManyDid) {
  went(1, "how to pay", "how do pay");
  went(2, "how to pay", "how do pay");
  for (std::uint64_t who = 10; who < 40; ++who) failed(who, "how to cancel");
  EXPECT_THAT(proposals(), IsEmpty());
}

TEST_F(SynonymProposals, NeedAFailureAndAnArticleInOneLanguage) {
  for (std::uint64_t who = 1; who <= 3; ++who) {
    went(who, "zwrot kasy", "zwrot kosztów");
    went(who, "kasa", "wypłata");
  }
  for (auto& asking : asked.askings)
    if (asked.questions[asking.question].text == "zwrot kasy")
      asking.failures = 0;
    else
      asking.article = kNothing;
  EXPECT_THAT(proposals(), IsEmpty());
}

TEST_F(SynonymProposals, ComeWithTheMostTellingFirst) {
  for (std::uint64_t who = 1; who <= 2; ++who) {
    went(who, "kasa", "wypłata");
    went(who, "paczka", "przesyłka");
    went(who, "telefon", "numer");
  }
  went(3, "telefon", "numer");
  failed(9, "kasa");
  std::vector<std::string> order;
  for (const auto& proposal : proposals()) order.push_back(proposal.asked);
  EXPECT_THAT(order, ElementsAre("telefon", "paczka", "kasa"));
}

}  // namespace
}  // namespace kb::insights
