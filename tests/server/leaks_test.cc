// What is for agents (articles, passages, tickets) leaves no trace in anything that customers get:
// an answer to a question in an agents' word is the same as to a word that nobody ever wrote.

#include <gmock/gmock.h>

#include <map>
#include <regex>

#include "core/store/ticket_table.h"
#include "server/http/finish.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

// Each stands in one place only, that customers must not see; the other is nowhere, and looks
// alike to the analyser: neither has an ending that a stemmer knows.
const std::map<std::string, std::string> kSecrets = {{"zorblimu", "kwentasu"},  // an agents' title
                                                     {"quibberto", "drastovuk"},  // a passage
                                                     {"snarkelu", "plimovat"},    // a keyword
                                                     {"frumiosk", "glavotin"},    // a question
                                                     {"vorpalik", "threnoda"},    // its answer
                                                     {"mimsyvok", "brontalu"}};   // its subject

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// What differs from answer to answer: how long it took, the query's id, the sealed trail, and what
// monitoring counts.
std::string without_chance(const std::string& body) {
  static const std::regex kChance(
      "\"took_ms\":[^,}]*|query_id[\"=:]+[\\w-]*|data-query=\"[\\w-]*\"|"
      "([?&;]t=|name=\"t\" value=\"|data-trail=\"|\"form\":\"|name=\"form\" "
      "value=\")[\\w-]*|\nanswerwell_events_[^\n]*");
  return std::regex_replace(body, kChance, "");
}

class Leaks : public StaffFixture {
 protected:
  Leaks() {
    auto& site = center.site;
    site.config.site.fallback = {{"ro", {"en"}}};
    site.write("en/guides/open.md",
               "---\ntitle: Parcels\nupdated: 2026-01-01\n---\nA parcel is late.\n\n"
               "## What to do\n\nWait a day.\n\n:::agents\nOffer a quibberto at once.\n:::\n");
    site.write("en/guides/other.md", "---\ntitle: Late parcels\n---\nAnother late parcel.\n");
    site.write("ro/guides/open.md", "# Colete\n\nUn colet este în întârziere.\n");
    site.write("en/secrets/only.md",
               "---\ntitle: Zorblimu\naudience: agents\nkeywords: [snarkelu]\n"
               "updated: 2026-01-01\nredirect_from: [/old/zorblimu]\n---\nA late parcel zorblimu. "
               "![zorblimu](zorblimu.svg)\n");
    site.write("en/secrets/zorblimu.svg", "<svg>zorblimu</svg>");
    Ticket ticket;
    ticket.source = "desk";
    ticket.id = "1";
    ticket.lang = "en";
    ticket.subject = "Mimsyvok parcel";
    ticket.question = "My late parcel is frumiosk. What shall I do?";
    ticket.answer = "Wait a day, then ask for a vorpalik.";
    ticket.topic = "parcels";
    ticket.created = site.clock.now();
    ticket.solved = site.clock.now();
    const auto put = store().write(
        [&](store::Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); });
    EXPECT_TRUE(put) << to_line(put.error());
    center.publish();
  }

  http::Response sent(const http::Request& request) const {
    http::Gzip gzip;
    return http::finish(answer(request), request, gzip);
  }
  std::string body_of(const std::string& target, const Browser& browser = {}) const {
    return without_chance(sent(request(target, browser)).body);
  }
  std::string suggested_for_a_ticket(const std::string& word) const {
    auto asked = request("/api/v1/tickets/suggest");
    asked.method = "POST";
    asked.headers.push_back({"Content-Type", "application/json"});
    asked.body = R"({"subject": ")" + word + R"(", "description": "Where is it? )" + word +
                 R"(", "lang": "en"})";
    const auto response = sent(asked);
    EXPECT_EQ(response.status, 200);
    return without_chance(response.body);
  }

  static std::vector<std::string> places() {
    return {"/en/",
            "/ro/",
            "/en/c/guides",
            "/en/c/secrets",
            "/en/a/guides/open",
            "/en/a/guides/open.md",
            "/en/a/secrets/only",
            "/en/a/secrets/only.md",
            "/en/feed.xml",
            "/en/llms.txt",
            "/llms.txt",
            "/sitemap.xml",
            "/sitemaps/en/1.xml",
            "/en/opensearch.xml",
            "/openapi.json",
            "/metrics",
            "/readyz",
            "/robots.txt",
            "/en/search",
            "/en/search?q=parcel",
            "/ro/search?q=parcel",
            "/en/search?q=parcel&category=secrets",
            "/en/search?q=late+parcel&page=2",
            "/en/suggest?q=par",
            "/api/v1/suggest?q=par",
            "/api/v1/search?q=late+parcel&scope=all&limit=100",
            "/api/v1/search?q=parcel&offset=1",
            "/api/v1/articles/en/guides/open",
            "/api/v1/articles/en/secrets/only",
            "/api/v1/nothing",
            "/agent",
            "/writer",
            "/api/v1/similar?ticket=desk/1",
            "/en/nothing-here"};
  }

  static std::vector<std::string> questions() {
    return {"/en/search?q={}",
            "/ro/search?q={}",
            "/en/search?q=late+parcel+{}",
            "/en/search?q=%22{}%22",
            "/en/search?q=parcel+-{}",
            "/en/search?q={}&category=secrets",
            "/en/search?q={}&exact=1",
            "/api/v1/search?q={}&scope=all&limit=100",
            "/api/v1/search?q={}&lang=ro",
            "/api/v1/suggest?q={}",
            "/api/v1/suggest?q=late+{}&limit=20",
            "/en/suggest?q={}",
            "/en/a/{}",
            "/en/a/old/{}",
            "/en/c/{}",
            "/en/answers/{}",
            "/api/v1/articles/en/{}",
            "/files/{}/x.svg"};
  }
};

TEST_F(Leaks, NoPageHasAWordOfThem) {
  for (const auto& place : places()) {
    const auto body = body_of(place);
    for (const auto& [secret, unknown] : kSecrets)
      EXPECT_THAT(body, Not(testing::AnyOf(HasSubstr(secret), HasSubstr(secret.substr(1)))))
          << place;
  }
}

TEST_F(Leaks, AskingForThemIsLikeAskingForWhatNobodyWrote) {
  for (const auto& [secret, unknown] : kSecrets) {
    for (const auto& question : questions()) {
      EXPECT_EQ(replaced(body_of(replaced(question, "{}", secret)), secret, "?"),
                replaced(body_of(replaced(question, "{}", unknown)), unknown, "?"))
          << question << " of " << secret;
    }
    EXPECT_EQ(suggested_for_a_ticket(secret), suggested_for_a_ticket(unknown)) << secret;
  }
}

TEST_F(Leaks, NoSpellingOrBeginningLeadsToThem) {
  for (const auto& [secret, unknown] : kSecrets) {
    std::string swapped = secret;
    std::swap(swapped[2], swapped[3]);
    for (const auto& typed : {swapped, secret.substr(0, 4), secret.substr(0, 7), secret + "s"})
      for (const auto& question : questions())
        EXPECT_THAT(replaced(body_of(replaced(question, "{}", typed)), typed, "?"),
                    Not(HasSubstr(secret)))
            << question << " of " << typed;
  }
}

TEST_F(Leaks, TheirImagesAreForAgentsAlone) {
  const auto live = center.site.live();
  const auto* image = live->file("kb-file:0/en/secrets/zorblimu.svg", Audience::agents);
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(get("/files/" + image->hash + "/x.svg").status, 404);
}

// A shared cache between us and two readers must not hand one's page to the other.
TEST_F(Leaks, CustomersPagesAreTheSameWhoeverIsLoggedIn) {
  const auto ana = logged_in("ana", Role::agent);
  for (const auto& place : {"/en/", "/en/a/guides/open", "/en/search?q=parcel", "/en/c/guides",
                            "/api/v1/search?q=frumiosk", "/api/v1/suggest?q=zor"}) {
    const auto stranger = sent(request(place));
    const auto agent = sent(request(place, ana));
    EXPECT_EQ(without_chance(stranger.body), without_chance(agent.body)) << place;
    EXPECT_EQ(stranger.etag.has_value(), agent.etag.has_value()) << place;
  }
}

TEST_F(Leaks, AgentsFindAllOfThemAndNobodyKeepsIt) {
  const auto ana = logged_in("ana", Role::agent);
  for (const auto& [secret, unknown] : kSecrets) {
    const auto found = post("/agent", {{"text", secret + " parcel"}}, ana);
    EXPECT_EQ(found.status, 200);
    EXPECT_EQ(found.cache_control, "no-store") << secret;
    EXPECT_TRUE(found.body.find("/agent/") != std::string::npos) << secret;
  }
  EXPECT_THAT(post("/agent", {{"text", "frumiosk parcel"}}, ana).body, HasSubstr("vorpalik"));
  EXPECT_THAT(post("/agent", {{"text", "zorblimu"}}, ana).body, HasSubstr("Zorblimu"));
  for (const auto& place : {"/agent", "/writer", "/api/v1/similar?ticket=desk/1"})
    EXPECT_NE(get(place).status, 200) << place;
}

}  // namespace
}  // namespace kb
