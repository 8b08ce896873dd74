#include "core/tickets/article_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kBases = {"https://help.fernway.example",
                                         "https://old.example/help"};

TEST(ArticleLinks, AreRecognisedByTheirAddresses) {
  EXPECT_THAT(
      article_links("See https://help.fernway.example/en/a/billing/refund#how-long.", kBases),
      ElementsAre(TicketLink{"en", "billing/refund", "how-long"}));
  EXPECT_THAT(
      article_links("(http://old.example/help/pt_br/answers/ship%20ping?from=mail)", kBases),
      ElementsAre(TicketLink{"pt-BR", "ship ping", ""}));
  EXPECT_THAT(
      article_links("https://help.fernway.example/de/a/x, https://help.fernway.example/de/a/x "
                    "https://help.fernway.example/de/a/y.md",
                    kBases),
      ElementsAre(TicketLink{"de", "x", ""}, TicketLink{"de", "y", ""}));
}

TEST(ArticleLinks, OtherAddressesAreNone) {
  for (const char* text :
       {"https://help.fernway.example/en/", "https://help.fernway.example/en/c/billing",
        "https://help.fernway.example.evil.example/en/a/x", "https://other.example/en/a/x",
        "https://help.fernway.example/images/a/x", "no address", "://", ""})
    EXPECT_THAT(article_links(text, kBases), IsEmpty()) << text;
}

}  // namespace
