#include "core/index/query_reading.h"

#include <gmock/gmock.h>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Reading : public testing::Test {
 protected:
  Reading() {
    index_.publish(
        {article("en", "a/wifi", "Wireless network", "Connect the hub to your wifi."),
         article("en", "a/refund", "Refund", "Please ask for your money back."),
         article("de", "a/rechnung", "Rechnungsadresse", "Die Adresse steht auf jeder Rechnung.")},
        {}, 2,
        {{"en",
          {.synonyms = {{{"wlan"}, {"wireless network", "wifi"}, 5}},
           .pins = {},
           .stopwords = {{"please", 1}}}}});
    live_ = index_.open();
  }

  Query read(std::string_view text, LookAlikes look_alikes, const std::string& lang = "en") {
    LanguageHandle handle({live_->database({lang, Audience::everyone})}, lang,
                          live_->vocabulary(lang), index_.stemmers());
    return read_query(text, handle, look_alikes);
  }
  std::vector<std::string> whys(std::string_view text, LookAlikes look_alikes,
                                const std::string& lang = "en") {
    std::vector<std::string> whys;
    for (const auto& alternative : read(text, look_alikes, lang).alternatives) {
      EXPECT_GT(alternative.weight, 0);
      EXPECT_LE(alternative.weight, 1);
      EXPECT_FALSE(alternative.words.empty());
      whys.push_back(alternative.why);
    }
    return whys;
  }

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
};

TEST_F(Reading, AddsTheTeamsWords) {
  EXPECT_THAT(whys("wlan hub", LookAlikes::none),
              ElementsAre(AllOf(StartsWith("synonym: wlan"), HasSubstr("synonyms.yaml:5")),
                          StartsWith("synonym: wlan")));
  const Query query = read("please refund", LookAlikes::none);
  EXPECT_TRUE(query.is_stop_word(query.words[0]));
  EXPECT_FALSE(query.is_stop_word(query.words[1]));
}

TEST_F(Reading, AddsWhatIsWrittenTogetherElsewhere) {
  EXPECT_THAT(whys("wi-fi", LookAlikes::none), Contains("written together: wifi"));
  EXPECT_THAT(whys("wi fi", LookAlikes::none), Contains("written together: wifi"));
  EXPECT_THAT(whys("re fund money", LookAlikes::none), ElementsAre("written together: refund"));
  EXPECT_THAT(whys("zebra crossing", LookAlikes::none), IsEmpty());
}

TEST_F(Reading, AddsLookAlikesWhereAllowed) {
  EXPECT_THAT(whys("lieferadresse rechnung", LookAlikes::none, "de"), IsEmpty());
  EXPECT_THAT(whys("lieferadresse rechnung", LookAlikes::beside_known_words, "de"),
              Contains("looks alike: lieferadresse -> adresse"));
  EXPECT_THAT(whys("lieferadresse", LookAlikes::beside_known_words, "de"), IsEmpty());
  EXPECT_THAT(whys("lieferadresse", LookAlikes::alone, "de"),
              Contains("looks alike: lieferadresse -> adresse"));
  EXPECT_THAT(whys("rechnung", LookAlikes::alone, "de"), IsEmpty()) << "known: needs no other";
}

TEST_F(Reading, OfNothingIsNothing) {
  for (const char* text : {"", "?!", "\xff\xfe", "\"\""}) {
    EXPECT_TRUE(read(text, LookAlikes::alone).empty()) << text;
    EXPECT_THAT(whys(text, LookAlikes::alone), IsEmpty());
  }
}

}  // namespace
}  // namespace kb::index
