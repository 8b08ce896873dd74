#include "core/index/suggester.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Time kNow{std::chrono::seconds{1'770'000'000}};

Article titled(std::string lang, std::string id, std::string title,
               const std::vector<std::string>& headings = {},
               std::vector<std::string> keywords = {}) {
  auto made = article(std::move(lang), std::move(id), std::move(title), "Text of no interest.");
  for (const auto& heading : headings)
    made.body.sections.push_back(
        {"s" + std::to_string(made.body.sections.size()), heading, 2, "."});
  made.facts.keywords = std::move(keywords);
  return made;
}

std::vector<Article> sample_articles() {
  std::vector<Article> all{
      titled("en", "password", "Reset your password", {"Forgot your password?", "Log in by code"},
             {"lost password", "sign-in"}),
      titled("en", "mail", "Password: reset by e-mail"),
      titled("en", "reset", "Reset"),
      titled("en", "refund", "Get a refund", {"How long it takes", "How to ask for a refund"},
             {"money back"}),
      titled("en", "paypal", "Pay with PayPal", {"Refund with PayPal"}),
      titled("en", "csv", "CSV files", {"Export CSV files"}),
      titled("ro", "refund", "Rambursări și plăți", {"Plata cu cardul"}),
      titled("de", "refund", "Straßenverzeichnis"),
      titled("ja", "refund", "返金について", {"パスワードをリセットする"}),
      titled("th", "password", "เปลี่ยนรหัสผ่าน"),
      titled("ru", "refund", "Возврат денег"),
      titled("ar", "refund", "اِستِرداد المبلغ"),
  };
  all[2].kind = Kind::answer;
  return all;
}

class Suggesting : public testing::Test {
 protected:
  explicit Suggesting(const std::vector<Article>& articles = sample_articles()) {
    index.publish(articles);
    live = index.open();
  }

  Suggested suggest(const std::string& text, const std::string& lang = "en",
                    Audience audience = Audience::everyone, Time now = kNow) {
    return suggester.suggest(*live, {.text = text,
                                     .lang = lang,
                                     .fallbacks = {"en"},
                                     .articles = 5,
                                     .queries = 5,
                                     .audience = audience,
                                     .now = now});
  }
  // "refund: How long it takes", or "ro/refund" where it is not in the language asked for.
  std::string articles(const std::string& text, const std::string& lang = "en") {
    std::string all;
    for (const auto& each : suggest(text, lang).articles) {
      all += (all.empty() ? "" : " | ") + (each.lang == lang ? "" : each.lang + "/") + each.id;
      if (each.section) all += ": " + each.section->title;
    }
    return all;
  }
  std::string queries(const std::string& text, const std::string& lang = "en") {
    std::string all;
    for (const auto& each : suggest(text, lang).queries) all += (all.empty() ? "" : " | ") + each;
    return all;
  }

  SmallIndex index;
  Suggester suggester{index.stemmers()};
  std::shared_ptr<const Generation> live;
};

TEST_F(Suggesting, OffersArticles) {
  const struct {
    std::string lang, typed, articles;
  } cases[] = {
      // What a title begins with, then what it holds in order; shorter first.
      {"en", "reset", "reset | password | mail"},
      {"en", "res", "reset | password | mail"},
      {"en", "RESET YOUR P", "password"},
      {"en", "password reset", "mail | password"},
      {"en", "your reset", "password"},
      // A title before a heading before a keyword.
      {"en", "refund", "refund | paypal: Refund with PayPal"},
      {"en", "log in", "password: Log in by code"},
      {"en", "how long", "refund: How long it takes"},
      {"en", "money", "refund"},
      // The heading's other words stand in the title.
      {"en", "refund how long", "refund: How long it takes"},
      {"en", "how refund long", "refund: How long it takes"},
      // Written apart or together.
      {"en", "login", "password: Log in by code"},
      {"en", "pass word", "mail | password"},
      {"en", "email", "mail"},
      // Slips from the third letter on, where there is little else.
      {"en", "pasword", "mail | password"},
      {"en", "resft", "reset | password | mail"},
      {"en", "refudn how", "refund: How to ask for a refund"},
      {"en", "rf", ""},
      {"en", "xyzzy", ""},
      {"en", "reset xyzzy", ""},
      {"en", "", ""},
      {"en", " . ", ""},
      // Neither case nor diacritics.
      {"ro", "plati", "refund"},
      {"ro", "PLĂŢI", "refund"},
      {"ro", "ramb si", "refund"},
      {"de", "strassenv", "refund"},
      {"ru", "возв", "refund"},
      {"ru", "ДЕНЕГ", "refund"},
      {"ar", "استرد", "refund"},
      // Words that no spaces part, whole or begun.
      {"ja", "返金", "refund"},
      {"ja", "返金に", "refund"},
      {"ja", "返", "refund"},
      {"ja", "パスワ", "refund: パスワードをリセットする"},
      {"ja", "パスワードをリ", "refund: パスワードをリセットする"},
      {"th", "เปลี่ยน", "password"},
      {"th", "เปลี่ยนรหั", "password"},
      {"th", "รหัส", "password"},
      // Nothing in the reader's language: in another one, and it says so.
      {"ro", "paypal", "en/paypal"},
      {"fr", "csv", "en/csv"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(articles(each.typed, each.lang), each.articles) << each.lang << " " << each.typed;
}

TEST_F(Suggesting, CompletesQueries) {
  const struct {
    std::string lang, typed, queries;
  } cases[] = {
      {"en", "pass", "password"},
      {"en", "reset y", "reset your password"},
      {"en", "forgot", "forgot your password"},
      // Only the end of what is typed is known.
      {"en", "my old passw", "my old password"},
      {"en", "I  lost passw", "I  lost password"},
      {"en", "money", "money back"},
      {"en", "money ", "money back"},
      // Names keep their writing, first words do not.
      {"en", "payp", "PayPal | pay with PayPal"},
      {"en", "csv", "CSV files"},
      {"en", "export", "export CSV files"},
      {"en", "lo", "lost password | long it takes | log in by code"},
      // Never what stands there already, never half a phrase ("get a").
      {"en", "refund", "refund with PayPal"},
      {"en", "get", "get a refund"},
      {"en", "sign i", "sign-in"},
      {"en", "pasw", "password"},
      {"en", "refudn", "refund | refund with PayPal"},
      {"en", "xyzzy", ""},
      {"ro", "plat", "plăți | plata cu cardul"},
      {"ja", "返", "返金について"},
      {"th", "เปลี่ยน", "เปลี่ยนรหัสผ่าน"},
      {"ru", "возв", "возврат денег"},
      {"fr", "csv", ""},
  };
  for (const auto& each : cases)
    EXPECT_EQ(queries(each.typed, each.lang), each.queries) << each.lang << " " << each.typed;
}

TEST_F(Suggesting, GivesWhatALinkNeeds) {
  const auto answer = suggest("reset").articles.at(0);
  EXPECT_EQ(answer.kind, Kind::answer);
  EXPECT_EQ(answer.title, "Reset");
  EXPECT_FALSE(answer.section);
  const auto section = suggest("log in").articles.at(0).section;
  ASSERT_TRUE(section);
  EXPECT_EQ(section->anchor, "s2");
}

TEST_F(Suggesting, GivesNoMoreThanAskedFor) {
  SuggestRequest request{.text = "re", .lang = "en", .now = kNow};
  request.articles = 2;
  request.queries = 1;
  const auto some = suggester.suggest(*live, request);
  EXPECT_EQ(some.articles.size(), 2U);
  EXPECT_EQ(some.queries.size(), 1U);
}

// Texts for agents are in the agents' databases alone; an expired article is in none that counts.
TEST(Suggestions, KeepWhatIsNotForEveryone) {
  std::vector<Article> all{titled("en", "open", "Open zebra", {"Zebra for all"}),
                           titled("en", "inner", "Zanzibar zebra", {"Zanzibar"}, {"zanzibar"}),
                           titled("en", "open", "Open zanzibar"),
                           titled("en", "draft", "Zebra draft"),
                           titled("en", "hidden", "Zebra hidden"),
                           titled("en", "old", "Zebra quagga", {"Quagga zebra"}, {"quagga"})};
  all[1].facts.audience = Audience::agents;
  all[2].facts.audience = Audience::agents;
  all[3].facts.audience = Audience::writers;
  all[4].facts.unlisted = true;
  all[5].facts.expires_at = kNow;
  SmallIndex index;
  index.publish(all);
  const auto live = index.open();
  Suggester suggester(index.stemmers());
  const auto told = [&](const std::string& typed, Audience audience, Time now) {
    const auto suggested = suggester.suggest(*live, {.text = typed,
                                                     .lang = "en",
                                                     .articles = 10,
                                                     .queries = 10,
                                                     .audience = audience,
                                                     .now = now});
    std::string text;
    for (const auto& each : suggested.articles)
      text += each.id + ": " + each.title + (each.section ? " " + each.section->title : "") + "\n";
    for (const auto& each : suggested.queries) text += each + "\n";
    return text;
  };
  const auto before = kNow - std::chrono::seconds{1};
  for (const auto* typed : {"z", "zan", "zanzibar", "zebra", "open", "open z", "zanz open", "q",
                            "quagga", "quaga", "zebra h", "hidden", "draft", "d", "zanxibar"}) {
    const auto text = told(typed, Audience::everyone, kNow);
    for (const auto* word : {"anzibar", "quagga", "hidden", "draft"})
      EXPECT_THAT(text, Not(HasSubstr(word))) << typed;
  }
  EXPECT_THAT(told("quagga", Audience::everyone, before), HasSubstr("old: Zebra quagga"));
  EXPECT_THAT(told("zanz", Audience::agents, kNow), HasSubstr("inner: Zanzibar zebra"));
  EXPECT_THAT(told("open", Audience::agents, kNow), HasSubstr("open: Open zanzibar"));
  EXPECT_THAT(told("open zeb", Audience::agents, kNow), Not(HasSubstr("open: ")))
      << "the agents' version takes the place of the public one";
  EXPECT_THAT(told("draft", Audience::agents, kNow), Not(HasSubstr("draft")));
  EXPECT_THAT(told("draft", Audience::writers, kNow), HasSubstr("draft: Zebra draft"));
}

// A completion outlives one of its articles, not the last.
TEST(Suggestions, CountWordsOfLivingArticles) {
  std::vector<Article> all{titled("en", "a", "Quagga"), titled("en", "b", "Quagga"),
                           titled("en", "c", "Numbat"), titled("en", "d", "Numbat")};
  all[0].facts.expires_at = kNow;
  all[2].facts.expires_at = kNow;
  all[3].facts.expires_at = kNow - std::chrono::hours{1};
  SmallIndex index;
  index.publish(all);
  Suggester suggester(index.stemmers());
  const auto queries = [&](const std::string& typed) {
    return suggester.suggest(*index.open(), {.text = typed, .lang = "en", .now = kNow}).queries;
  };
  EXPECT_THAT(queries("qu"), ElementsAre("quagga"));
  EXPECT_THAT(queries("nu"), IsEmpty());
}

// Any text is only a text: no answer is an error, and the same text has the same answer.
TEST_F(Suggesting, TakesAnything) {
  for (const auto* typed :
       {"\xff\xfe", "\"reset", "-reset", "reset -", "🪴", "%00", "e\u0301\u0301", "\u202E\u200B",
        "((((", "ﷺ", "۱۲۳", "İstanbul", "ǅ", "\u0345"})
    for (const auto* lang : {"en", "ja", "th", "ar"}) {
      const auto once = suggest(typed, lang);
      EXPECT_EQ(once.queries, suggest(typed, lang).queries) << typed;
    }
  EXPECT_THAT(suggest(std::string(100'000, 'a')).articles, IsEmpty());
  EXPECT_THAT(suggest("reset", "xx").articles, testing::SizeIs(3)) << "no such language: fallbacks";
}

}  // namespace
}  // namespace kb::index
