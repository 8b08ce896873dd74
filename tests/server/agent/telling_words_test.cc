#include "server/agent/telling_words.h"

#include "tests/server/agent/agent_fixture.h"

namespace kb {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class TellingWords : public testing::Test {
 protected:
  TellingWords() {
    for (int i = 0; i < 12; ++i)
      site.write("en/n" + std::to_string(i) + ".md", "# The page\n\nThis is the text of a page.\n");
    site.write("en/refund.md", "# Refund\n\nThe refund of a card.\n");
    site.must_build();
  }
  std::vector<std::string> words(const std::string& message, std::size_t limit = 6,
                                 const std::string& lang = "en") {
    return telling_words(message, lang, *site.live(), limit);
  }
  SiteInFolder site;
};

TEST_F(TellingWords, AreThoseThatFewArticlesHave) {
  EXPECT_THAT(words("The refund of the text to a card", 2), ElementsAre("refund", "card"));
}

TEST_F(TellingWords, AreNoPlaceholdersAndNumbers) {
  const auto found = words("«e-mail» the refund «phone» 1042 card");
  EXPECT_THAT(found, ElementsAre("refund", "card"));
  EXPECT_THAT(words("refund «never closed"), Not(Contains("never")));
}

TEST_F(TellingWords, StandOnceForAllTheirForms) {
  EXPECT_THAT(words("refunds refund refunded"), ElementsAre("refunds"));
}

TEST_F(TellingWords, AreNoneWhereThereIsNothingToCompareWith) {
  EXPECT_THAT(words("zwrot", 6, "pl"), IsEmpty());
  EXPECT_THAT(words(""), IsEmpty());
}

}  // namespace
}  // namespace kb
