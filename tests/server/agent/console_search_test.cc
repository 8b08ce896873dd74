#include "server/agent/console_search.h"

#include "tests/server/agent/agent_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;
using State = Findings::State;

class SearchConsole : public AgentFixture {
 protected:
  Findings search(const std::string& text, const std::string& lang) {
    return search_console(center.center(), {.text = text,
                                            .lang = lang,
                                            .agent_lang = "en",
                                            .origin = "https://help.example",
                                            .is_message = text.size() > 100});
  }
};

TEST_F(SearchConsole, FindsTheSectionInTheCustomersLanguage) {
  const auto found = search("ile trwa zwrot pieniędzy", "pl");
  ASSERT_EQ(found.state, State::found);
  ASSERT_FALSE(found.articles.empty());
  const auto& article = found.articles.front();
  EXPECT_EQ(article.hit.lang, "pl");
  EXPECT_THAT(article.link->plain,
              testing::StartsWith("https://help.example/pl/a/billing/refund#"));
  EXPECT_EQ(article.reply, "Zwrot pieniędzy na kartę trwa pięć dni roboczych.");
  EXPECT_EQ(article.agent_lang, "en");
  EXPECT_FALSE(article.has_notes);
}

TEST_F(SearchConsole, OffersWhatOnlyTheAgentsLanguageHas) {
  const auto found = search("parcel", "pl");
  ASSERT_EQ(found.state, State::found);
  EXPECT_EQ(found.articles.front().hit.lang, "en");
  EXPECT_EQ(found.articles.front().agent_lang, "");
}

// What is for agents must not be pasted into a reply by mistake.
TEST_F(SearchConsole, SendsNothingThatIsForAgents) {
  const auto goodwill = search("zanzibar discount", "en");
  ASSERT_FALSE(goodwill.articles.empty());
  EXPECT_TRUE(goodwill.articles.front().for_agents_only);
  EXPECT_FALSE(goodwill.articles.front().link);
  EXPECT_EQ(goodwill.articles.front().reply, "");

  const auto voucher = search("voucher delay refund takes", "en");
  ASSERT_FALSE(voucher.articles.empty());
  EXPECT_TRUE(voucher.articles.front().has_notes);
  EXPECT_THAT(voucher.articles.front().reply, Not(HasSubstr("voucher")));
}

TEST_F(SearchConsole, FindsTicketsAndTheirTopic) {
  const auto found = search("Odesłałem hub i zwrot pieniędzy nie doszedł na kartę", "pl");
  ASSERT_FALSE(found.tickets.empty());
  EXPECT_EQ(found.tickets.front().count, 2u);
  EXPECT_THAT(found.tickets.front().answer, HasSubstr("pięciu dni"));
  EXPECT_EQ(found.topic, "billing");
}

TEST_F(SearchConsole, PutsLastWhatTheCustomerKnows) {
  ConsoleSearch asked{.text = "card refund parcel days", .lang = "en", .agent_lang = "en"};
  const auto order = [&] {
    std::vector<std::string> ids;
    for (const auto& article : search_console(center.center(), asked).articles)
      ids.push_back(article.hit.id);
    return ids;
  };
  EXPECT_THAT(order(), testing::ElementsAre("parcel", "billing/refund"));
  asked.seen = {{"parcel", Seen::not_helped}, {"elsewhere", Seen::read}};
  EXPECT_THAT(order(), testing::ElementsAre("billing/refund", "parcel"));
  asked.seen["billing/refund"] = Seen::read;  // what did not help comes after what was read
  EXPECT_THAT(order(), testing::ElementsAre("billing/refund", "parcel"));
  asked.seen["parcel"] = Seen::read;
  EXPECT_THAT(order(), testing::ElementsAre("parcel", "billing/refund"));
}

TEST_F(SearchConsole, SaysWhatItDidNotFind) {
  EXPECT_EQ(search("", "en").state, State::none_asked);
  EXPECT_EQ(search(" \n ", "en").state, State::none_asked);
  EXPECT_EQ(search("qwxyz", "en").state, State::nothing);
}

TEST_F(SearchConsole, TellsAnIndexThatIsBroken) {
  const auto folder = center.site.live()->database({"en", Audience::everyone})->folder;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".glass") std::filesystem::resize_file(file.path(), 10);
  const auto found = search("refund", "en");
  EXPECT_EQ(found.state, State::failed);
  EXPECT_NE(found.error.what, "");
}

TEST_F(SearchConsole, TellsThatThereIsNoIndex) {
  HelpCenterFixture empty;
  EXPECT_EQ(search_console(empty.center(), {.text = "refund", .lang = "en"}).state,
            State::no_index);
}

TEST_F(SearchConsole, LinksToTheAddressThatIsConfigured) {
  http::Request request;
  EXPECT_EQ(origin_of(center.center(), request), "");
  request.host = "here.example";
  EXPECT_EQ(origin_of(center.center(), request), "http://here.example");
  request.secure = true;
  EXPECT_EQ(origin_of(center.center(), request), "https://here.example");
  center.site.config.site.base_url = "https://help.fernway.example";
  EXPECT_EQ(origin_of(center.center(), request), "https://help.fernway.example");
}

}  // namespace
}  // namespace kb
