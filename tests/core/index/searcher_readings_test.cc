// What the searcher tries when a text finds nothing as it was typed, or is in another language.

#include <gmock/gmock.h>

#include "core/index/searcher.h"
#include "tests/core/index/searching.h"

namespace kb::index {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Optional;
using testing::UnorderedElementsAre;

using Readings = Searching;

std::vector<Article> small_help_center() {
  return {article("en", "billing/refund", "Refund", "We pay you back within days."),
          article("en", "account/password", "Reset your password", "Ask for a link."),
          article("en", "delivery/parcel", "Where is my parcel", "Track your parcel."),
          article("ru", "billing/refund", "Возврат денег", "Мы вернём деньги за заказ."),
          article("ru", "account/password", "Сбросить пароль", "Запросите ссылку."),
          article("ro", "billing/refund", "Rambursare", "Îți dăm banii înapoi."),
          article("ro", "account/password", "Resetează parola", "Cere o legătură.")};
}

struct Case {
  std::string lang, typed, searched, first;
};
class OtherReadings : public Searching, public testing::WithParamInterface<Case> {};

TEST_P(OtherReadings, AreSearchedAtOnceAndSaid) {
  const auto& [lang, typed, searched, first] = GetParam();
  index_.publish(small_help_center());
  const auto results = search(request_for(typed, lang, {"en"}));
  EXPECT_THAT(results.corrected, Optional(searched));
  EXPECT_FALSE(results.did_you_mean);
  ASSERT_THAT(hits(results), Not(IsEmpty()));
  EXPECT_EQ(hits(results)[0], first);

  auto verbatim = request_for(typed, lang, {"en"});
  verbatim.verbatim = true;
  const auto as_typed = search(verbatim);
  EXPECT_THAT(as_typed.hits, IsEmpty());
  EXPECT_FALSE(as_typed.corrected);
}

INSTANTIATE_TEST_SUITE_P(Misspelt, OtherReadings,
                         testing::Values(Case{"en", "pasword", "password", "en/account/password"},
                                         Case{"en", "refnud", "refund", "en/billing/refund"},
                                         Case{"en", "Parcle", "parcel", "en/delivery/parcel"},
                                         Case{"ro", "rambusrare", "rambursare",
                                              "ro/billing/refund"},
                                         Case{"ru", "вовзрат", "возврат", "ru/billing/refund"},
                                         Case{"ro", "pracel", "parcel", "~en/delivery/parcel"}));

INSTANTIATE_TEST_SUITE_P(OnTheWrongLayout, OtherReadings,
                         testing::Values(Case{"ru", "djpdhfn", "возврат", "ru/billing/refund"},
                                         Case{"ru", "gfhjkm", "пароль", "ru/account/password"},
                                         Case{"ru", "Djpdhfn ltytu", "возврат денег",
                                              "ru/billing/refund"},
                                         Case{"en", "кувгтв", "refund", "en/billing/refund"}));

INSTANTIATE_TEST_SUITE_P(InAnotherAlphabet, OtherReadings,
                         testing::Values(Case{"ru", "vozvrat", "возврат", "ru/billing/refund"},
                                         Case{"ru", "zakaz", "заказ", "ru/billing/refund"},
                                         Case{"ru", "vozvrat deneg", "возврат денег",
                                              "ru/billing/refund"}));

TEST_F(Readings, AreNotTriedWhereTheTextFindsSomething) {
  index_.publish(small_help_center());
  const auto results = search(request_for("refund pasword"));
  EXPECT_FALSE(results.corrected);
  EXPECT_THAT(hits(results), Contains("en/billing/refund"));
  EXPECT_THAT(results.did_you_mean, Optional(std::string("refund password"))) << "few were found";
}

TEST_F(Readings, AreOfferedOnlyWhereResultsAreFew) {
  auto articles = small_help_center();
  for (int i = 0; i < 9; ++i)
    articles.push_back(article("en", "more/" + std::to_string(i), "Refund", "x"));
  index_.publish(articles);
  EXPECT_FALSE(search(request_for("refund pasword")).did_you_mean);
  EXPECT_FALSE(search(request_for("password")).did_you_mean) << "nothing is misspelt";
  auto verbatim = request_for("parcel pasword");
  verbatim.verbatim = true;
  EXPECT_FALSE(search(verbatim).did_you_mean);
}

TEST_F(Readings, OfNonsenseAreNone) {
  index_.publish(small_help_center());
  for (const char* typed : {"zzzzzz", "1042", "E-9999", "??", "", "ы"}) {
    const auto results = search(request_for(typed, "en", {"ro"}));
    EXPECT_THAT(results.hits, IsEmpty()) << typed;
    EXPECT_FALSE(results.corrected) << typed << " -> " << *results.corrected;
    EXPECT_FALSE(results.did_you_mean) << typed;
  }
}

TEST_F(Readings, KeepToTheCategory) {
  index_.publish(small_help_center());
  auto request = request_for("pasword");
  request.category = "billing";
  EXPECT_THAT(found(request), IsEmpty());
}

// Whatever is tried, nothing may tell everyone a word that only agents read.
TEST_F(Readings, NeverComeFromWhatOthersMayNotRead) {
  index_.publish({article("en", "a/refund", "Refund", "Everyone reads this."),
                  for_agents(article("en", "x/internal", "Marmoset", "Kestrel refunds, wombat."))});
  for (const char* typed : {"marmosett", "marmoste", "kestrl", "wombatt", "refund marmosett",
                            "marmosetkestrel", "marmo set", "refund kestrelx", "ьфкьщыуе"}) {
    auto request = request_for(typed);
    request.explain = request.count_categories = true;
    const auto results = search(request);
    for (const auto& said : {results.corrected, results.did_you_mean})
      for (const char* secret : {"marmoset ", "kestrel ", "wombat "})
        EXPECT_THAT(said.value_or("") + " ", Not(HasSubstr(secret))) << typed;
    for (const auto& line : results.explanation)
      EXPECT_THAT(line, Not(HasSubstr(" -> marmoset"))) << typed;
    for (const auto& hit : results.hits) EXPECT_EQ(hit.id, "a/refund");
    request.audience = Audience::agents;
    EXPECT_THAT(hits(search(request)), Contains("en/x/internal")) << typed;
  }
}

using LanguagesSearched = Searching;

TEST_F(LanguagesSearched, OfTheTextAreSearchedAndTheReadersVersionShown) {
  index_.publish(small_help_center());
  const auto results = search(request_for("rambursare", "ru", {"en"}));
  ASSERT_THAT(hits(results), ElementsAre("ru/billing/refund"));
  EXPECT_EQ(results.hits[0].found_in, "ro");
  EXPECT_EQ(results.hits[0].title, "Возврат денег");
  EXPECT_FALSE(results.corrected);

  auto told = request_for("rambursare", "ru", {"en"});
  told.typed_language = false;
  EXPECT_THAT(found(told), IsEmpty());
}

TEST_F(LanguagesSearched, OfTheTextAreShownWhereThereIsNoVersionOfTheReaders) {
  auto articles = small_help_center();
  articles.push_back(article("ro", "delivery/easybox", "Ridicare din easybox", "Cod de ridicare."));
  articles.push_back(article("en", "delivery/easybox", "Lockers", "A code."));
  articles.push_back(article("ro", "delivery/curier", "Curierul meu", "Sună curierul."));
  index_.publish(articles);
  EXPECT_THAT(found(request_for("ridicare easybox", "ru", {"en"})),
              ElementsAre("~en/delivery/easybox"))
      << "in the best of the reader's languages";
  const auto results = search(request_for("sună curierul", "ru", {"en"}));
  ASSERT_THAT(hits(results), ElementsAre("~ro/delivery/curier"));
  EXPECT_EQ(results.hits[0].found_in, "");
}

TEST_F(LanguagesSearched, ShareWordsWithoutBeingMistaken) {
  index_.publish({article("en", "a/hub", "Hub", "Reset the hub."),
                  article("ro", "a/hub", "Hub", "Resetează hubul."),
                  article("ro", "a/card", "Card", "Card cadou.")});
  EXPECT_THAT(found(request_for("hub", "en")), ElementsAre("en/a/hub"));
  EXPECT_THAT(found(request_for("hub", "ro")), ElementsAre("ro/a/hub"));
}

TEST_F(LanguagesSearched, NotToldAreAllSearchedTheMostLikelyFirst) {
  index_.publish(small_help_center());
  EXPECT_THAT(found(request_for("rambursare", "")), ElementsAre("ro/billing/refund"));
  EXPECT_THAT(found(request_for("возврат", "")), ElementsAre("ru/billing/refund"));
  EXPECT_THAT(found(request_for("refund", "")), ElementsAre("en/billing/refund"));
  for (const auto& hit : search(request_for("rambursare", "")).hits) EXPECT_FALSE(hit.fallback);
}

// Thirty results in one's own language are enough, unless all are asked for.
TEST_F(LanguagesSearched, ToFallBackOnAreSearchedWhereTheReadersHasNotPlenty) {
  std::vector<Article> articles{article("en", "b/english", "Hub", "x")};
  for (int i = 0; i < 40; ++i)
    articles.push_back(article("ro", "a/" + std::to_string(i), "Hub", "x"));
  index_.publish(articles);
  auto request = request_for("hub", "ro", {"en"});
  EXPECT_EQ(search(request).total, 40U);
  request.all_languages = true;
  EXPECT_EQ(search(request).total, 41U);
}

// One entry an article, in the best language that is there.
TEST_F(LanguagesSearched, AllAtOnceShowEachArticleOnce) {
  index_.publish({article("en", "a/one", "Hub", "x"), article("ro", "a/one", "Hub", "x"),
                  article("ru", "a/one", "Hub", "x"), article("ru", "a/two", "Hub", "x"),
                  article("en", "a/three", "Hub", "x")});
  const auto results = search(request_for("hub", "ro", {"en", "ru"}));
  EXPECT_THAT(hits(results), ElementsAre("ro/a/one", "~en/a/three", "~ru/a/two"));
  EXPECT_EQ(results.total, 3U);
}

}  // namespace
}  // namespace kb::index
