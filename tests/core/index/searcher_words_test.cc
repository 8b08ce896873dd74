// What the searcher makes of a query's words: the team's, compounds, codes, forms and their order.

#include <gmock/gmock.h>

#include <set>

#include "core/index/searcher.h"
#include "tests/core/index/searching.h"

namespace kb::index {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using WordsSearched = Searching;

struct Case {
  std::string lang, text, typed;
};
class OneArticle : public Searching, public testing::WithParamInterface<Case> {};

TEST_P(OneArticle, IsFound) {
  const auto& [lang, text, typed] = GetParam();
  index_.publish({article(lang, "a/it", "T", text), article(lang, "a/other", "T", "zebra ворона")});
  EXPECT_THAT(found(request_for(typed, lang)), ElementsAre(lang + "/a/it"));
}

INSTANTIATE_TEST_SUITE_P(Compounds, OneArticle,
                         testing::Values(Case{"de", "Die Rechnungsadresse ändern", "Rechnung"},
                                         Case{"de", "Die Rechnung ändern", "Rechnungsadresse"},
                                         Case{"sv", "Ändra leveransadressen", "leverans"},
                                         Case{"nl", "Het factuuradres wijzigen", "factuur"},
                                         Case{"fi", "Muuta toimitusosoitetta", "toimitus"},
                                         Case{"fi", "Poista henkilötiedot", "henkilö tiedot"}));

INSTANTIATE_TEST_SUITE_P(JoinedWords, OneArticle,
                         testing::Values(Case{"en", "Connect to Wi-Fi now", "wifi"},
                                         Case{"en", "Connect to wifi", "wi-fi"},
                                         Case{"en", "Connect to WiFi", "wi fi"},
                                         Case{"en", "Connect to wifi", "WiFi"},
                                         Case{"en", "Turn autoRenew off", "autorenew"},
                                         Case{"en", "Turn autoRenew off", "auto renew"},
                                         Case{"en", "Turn autoRenew off", "AutoRenew"}));

INSTANTIATE_TEST_SUITE_P(
    Codes, OneArticle,
    testing::Values(Case{"en", "Error E-1042: no network", "e1042"},
                    Case{"en", "Error E-1042: no network", "E-1042"},
                    Case{"en", "Error E1042: no network", "e-1042"},
                    Case{"en", "Fails with 0x80070057.", "0x80070057"},
                    Case{"en", "Needs version 12.4.1.", "12.4.1"},
                    Case{"en", "Write to help@fernway.example", "help@fernway.example"},
                    Case{"en", "Open https://fernway.example/orders", "fernway.example/orders"}));

INSTANTIATE_TEST_SUITE_P(
    Spellings, OneArticle,
    testing::Values(
        Case{"ro", "Despre plăți", "plati"}, Case{"ro", "Despre plăţi", "plăți"},
        Case{"pl", "Twoje płatności", "platnosci"}, Case{"de", "Straße und Maße", "strasse"},
        Case{"de", "Übergrößen", "uebergroessen"}, Case{"fr", "L’été à l’hôtel", "hotel"},
        Case{"ru", "Счёт на оплату", "счет"}, Case{"sr", "Рачун", "racun"},
        Case{"el", "Κωδικός", "ΚΩΔΙΚΟΣ"}, Case{"tr", "IŞIKLI İLAÇ", "ışıklı ilaç"},
        Case{"ar", "الإِسْتِرداد", "استرداد"}, Case{"ja", "ＷｉＦｉの設定", "wifi"},
        Case{"ja", "返金について", "返金"}, Case{"th", "ต้องการเงินคืน", "เงินคืน"},
        Case{"ko", "비밀번호를 잊었어요", "비밀번호"}, Case{"vi", "hoàn tiền", "hoan tien"}));

TEST_F(WordsSearched, InTheirExactFormComeFirst) {
  index_.publish({article("en", "a/other", "T", "refunding orders"),
                  article("en", "a/exact", "T", "refunds orders")});
  EXPECT_THAT(found(request_for("refunds")), ElementsAre("en/a/exact", "en/a/other"));
  EXPECT_THAT(found(request_for("refunding")), ElementsAre("en/a/other", "en/a/exact"));
  EXPECT_THAT(found(request_for("refunds of my orders"))[0], "en/a/exact");
}

TEST_F(WordsSearched, WithTheirMarksComeBeforeThoseWithout) {
  index_.publish({article("ro", "a/fata", "T", "despre fata noastra"),
                  article("ro", "a/față", "T", "despre față noastra")});
  EXPECT_THAT(found(request_for("față", "ro")), ElementsAre("ro/a/față", "ro/a/fata"));
  EXPECT_THAT(found(request_for("fata", "ro")), ElementsAre("ro/a/fata", "ro/a/față"));
}

// Three words of four were known: what has more of them comes first, but none needs all.
TEST_F(WordsSearched, NeedNotAllBeThere) {
  index_.publish({article("en", "a/two", "T", "parcel lost"),
                  article("en", "a/three", "T", "parcel lost delivery"),
                  article("en", "a/one", "T", "parcel and other things")});
  EXPECT_THAT(found(request_for("parcel lost delivery zebra")),
              ElementsAre("en/a/three", "en/a/two", "en/a/one"));
}

TEST_F(WordsSearched, ThatAreUnknownBesideCommonOnesMatchNothing) {
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(article("en", "a/" + std::to_string(i), "How to", "do it"));
  index_.publish(articles);
  EXPECT_THAT(found(request_for("how to xylophone")), IsEmpty());
  EXPECT_EQ(search(request_for("how to")).total, 30U);
}

class TeamWords : public Searching {
 protected:
  void publish(const Vocabulary& words, std::vector<Article> more = {}) {
    std::vector<Article> articles{article("en", "billing/refund", "Refund", "Reimbursed in days."),
                                  article("en", "billing/invoice", "Invoice", "For your refund."),
                                  article("en", "setup/network", "Wireless network", "Connect."),
                                  article("en", "setup/hub", "Hub", "Please plug it in.")};
    articles.insert(articles.end(), more.begin(), more.end());
    index_.publish(articles, {}, 2, {{"en", words}});
  }
  SearchRequest explained(std::string text) {
    auto request = request_for(std::move(text));
    request.explain = true;
    return request;
  }
};

TEST_F(TeamWords, SynonymsFindWhatTheyStandFor) {
  publish({.synonyms = {{{"wlan"}, {"wireless network"}, 3}, {{"money back", "refund"}, {}, 4}},
           .pins = {},
           .stopwords = {}});
  EXPECT_THAT(found(request_for("WLAN")), ElementsAre("en/setup/network"));
  EXPECT_THAT(found(request_for("money back")),
              ElementsAre("en/billing/refund", "en/billing/invoice"));
  EXPECT_THAT(found(request_for("wireless network")), ElementsAre("en/setup/network"));
  EXPECT_THAT(search(explained("wlan")).explanation, Contains(HasSubstr("synonym: wlan")));
  EXPECT_FALSE(search(request_for("wlan")).corrected);
}

TEST_F(TeamWords, StopWordsMakeNoMatchButFindWhatHasNothingElse) {
  publish({.synonyms = {}, .pins = {}, .stopwords = {{"please", 1}}});
  EXPECT_THAT(found(request_for("please refund")),
              ElementsAre("en/billing/refund", "en/billing/invoice"));
  EXPECT_THAT(found(request_for("please")), ElementsAre("en/setup/hub"));
}

Vocabulary pinned(std::vector<std::string> queries, std::vector<std::string> articles,
                  std::optional<Time> from = {}, std::optional<Time> until = {}) {
  return {.synonyms = {},
          .pins = {{std::move(queries), std::move(articles), from, until, 1}},
          .stopwords = {}};
}

TEST_F(TeamWords, PinsComeFirstAndCountOnce) {
  publish(pinned({"refunds"}, {"setup/hub", "billing/invoice"}));
  const auto results = search(request_for("refund"));
  EXPECT_THAT(hits(results),
              ElementsAre("en/setup/hub", "en/billing/invoice", "en/billing/refund"));
  EXPECT_EQ(results.total, 3U);
  EXPECT_TRUE(results.hits[0].pinned && results.hits[1].pinned && !results.hits[2].pinned);
  EXPECT_THAT(found(request_for("refund invoice"))[0], "en/billing/invoice") << "another query";
  EXPECT_THAT(search(explained("refund")).explanation, Contains("setup/hub: pinned"));
}

TEST_F(TeamWords, PinsKeepToCategoryAudienceAndDates) {
  const auto agents_only = for_agents(article("en", "billing/limits", "Limits", "For agents."));
  auto gone = article("en", "billing/gone", "Gone", "x");
  gone.facts.expires_at = kSearchTime;
  publish(pinned({"refund"}, {"setup/hub", "billing/limits", "billing/gone"}), {agents_only, gone});
  auto request = request_for("refund");
  request.category = "billing";
  EXPECT_THAT(found(request), ElementsAre("en/billing/refund", "en/billing/invoice"));
  request.audience = Audience::agents;
  EXPECT_THAT(found(request),
              ElementsAre("en/billing/limits", "en/billing/refund", "en/billing/invoice"));

  using std::chrono::seconds;
  for (const auto& [from, until, applies] :
       {std::tuple{kSearchTime, kSearchTime + seconds{1}, true},
        {kSearchTime + seconds{1}, kSearchTime + seconds{2}, false},
        {kSearchTime - seconds{9}, kSearchTime, false}}) {
    publish(pinned({"refund"}, {"setup/hub"}, from, until));
    EXPECT_EQ(found(request_for("refund"))[0] == "en/setup/hub", applies);
  }
}

// Pins of the reader's language, pins of the fallback's, matches of both: each article once.
TEST_F(TeamWords, PagesStayTogetherWithPinsAndFallbacks) {
  std::vector<Article> articles;
  for (int i = 0; i < 150; ++i) {
    const auto id = "a/" + std::to_string(i);
    if (i >= 45) {  // about something else: the word is no common one
      articles.push_back(article(i % 2 == 0 ? "ro" : "en", id, "Hub", "z"));
      continue;
    }
    if (i < 30) articles.push_back(article("ro", id, i % 3 == 0 ? "Refund" : "T", "refund x"));
    if (i > 15) articles.push_back(article("en", id, i % 4 == 0 ? "Refund" : "T", "refund y"));
  }
  index_.publish(
      articles, {}, 2,
      {{"ro", pinned({"refund"}, {"a/29", "a/1"})}, {"en", pinned({"refund"}, {"a/44", "a/29"})}});
  auto request = request_for("refund", "ro", {"en"});
  request.limit = 100;
  request.all_languages = true;
  const auto whole = found(request);
  ASSERT_THAT(whole, testing::SizeIs(45));
  EXPECT_THAT((std::vector(whole.begin(), whole.begin() + 2)), ElementsAre("ro/a/29", "ro/a/1"));
  EXPECT_EQ(whole[30], "~en/a/44");
  for (const std::size_t limit : {1U, 7U, 10U}) {
    std::vector<std::string> paged;
    for (request.limit = limit, request.offset = 0; request.offset <= 60; request.offset += limit) {
      const auto page = search(request);
      EXPECT_EQ(page.total, 45U) << request.offset;
      for (const auto& hit : hits(page)) paged.push_back(hit);
    }
    EXPECT_EQ(paged, whole) << "by " << limit;
    EXPECT_EQ(std::set<std::string>(paged.begin(), paged.end()).size(), 45U) << "none twice";
  }
}

}  // namespace
}  // namespace kb::index
