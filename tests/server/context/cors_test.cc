#include "server/context/cors.h"

#include <gmock/gmock.h>

#include <future>
#include <nlohmann/json.hpp>

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class CrossOrigin : public ContactFixture {
 protected:
  CrossOrigin() { center.site.config.widget.origins = {"https://app.example", kApp}; }

  http::Response ask(const std::string& method, const std::string& target,
                     const std::string& origin, const std::string& body = {}) const {
    auto asked = request(target);
    asked.method = method;
    asked.body = body;
    asked.headers = {{"Origin", origin},
                     {"Sec-Fetch-Site", "cross-site"},
                     {"User-Agent", "Mozilla/5.0 Firefox/140.0"}};
    if (method == "OPTIONS") asked.headers.push_back({"Access-Control-Request-Method", "POST"});
    auto response = answer(asked);
    if (!response.later) return response;
    std::promise<http::Response> late;
    response.later([&](http::Response answered) { late.set_value(std::move(answered)); });
    return late.get_future().get();
  }
  static std::string allowed(const http::Response& response) {
    return header(response, "Access-Control-Allow-Origin");
  }

  static constexpr const char* kApp = "https://App2.example:8443";
  const std::string ticket =
      json{{"subject", "Refund"}, {"description", "Where is it?"}, {"email", "ana@example.com"}}
          .dump();
};

TEST_F(CrossOrigin, CanReadWhatTheWidgetReads) {
  for (const auto* target :
       {"/api/v1/search?q=refund", "/api/v1/suggest?q=refund", "/api/v1/articles/en/billing/refund",
        "/api/v1/context?url=/orders", "/api/v1/widget", "/api/v1/articles/en/none"}) {
    EXPECT_EQ(allowed(ask("GET", target, "https://app.example")), "https://app.example") << target;
    EXPECT_EQ(allowed(ask("GET", target, "https://app2.example:8443")),
              "https://app2.example:8443");
    const auto foreign = ask("GET", target, "https://evil.example");
    EXPECT_EQ(allowed(foreign), "") << target;
    EXPECT_EQ(header(foreign, "Vary"), "Origin") << "no cache gives one's answer to another";
  }
  for (const auto* target : {"/en/", "/api/v1/similar", "/openapi.json", "/assets/site.css"})
    EXPECT_EQ(allowed(ask("GET", target, "https://app.example")), "") << target;
}

TEST_F(CrossOrigin, CanSendWhatTheWidgetSends) {
  EXPECT_EQ(ask("POST", "/api/v1/tickets", "https://app.example", ticket).status, 201);
  EXPECT_EQ(ask("POST", "/api/v1/tickets/suggest", "https://app.example", ticket).status, 200);
  const auto told = ask("POST", "/api/v1/events", "https://app.example",
                        R"({"action_name":"page_viewed","event_attributes":)"
                        R"({"object":{"object_id":"en/billing/refund"}}})");
  EXPECT_EQ(told.status, 202);
  EXPECT_EQ(allowed(told), "https://app.example") << "also where the answer comes later";
}

TEST_F(CrossOrigin, OthersSendNothing) {
  EXPECT_EQ(ask("POST", "/api/v1/tickets", "https://evil.example", ticket).status, 403);
  EXPECT_EQ(ask("POST", "/api/v1/events", "https://evil.example", "[]").status, 403);
  EXPECT_TRUE(tickets().empty());
}

// An origin in the list may send tickets, but no forms: those are for pages of the help center.
TEST_F(CrossOrigin, FormsStayOurOwn) {
  auto sent = form("/en/contact", message(), {}, {{"Origin", "https://app.example"}});
  EXPECT_EQ(answer(sent).status, 403);
  EXPECT_EQ(ask("POST", "/login", "https://app.example").status, 403);
}

TEST_F(CrossOrigin, AsksFirst) {
  const auto yes = ask("OPTIONS", "/api/v1/tickets", "https://app.example");
  EXPECT_EQ(yes.status, 204);
  EXPECT_EQ(allowed(yes), "https://app.example");
  EXPECT_EQ(header(yes, "Access-Control-Allow-Methods"), "POST");
  EXPECT_EQ(header(yes, "Access-Control-Allow-Headers"), "Content-Type");
  EXPECT_EQ(header(yes, "Access-Control-Allow-Credentials"), "");
  EXPECT_EQ(ask("OPTIONS", "/api/v1/tickets", "https://evil.example").status, 405);
  EXPECT_EQ(ask("OPTIONS", "/en/contact", "https://app.example").status, 405);
  EXPECT_EQ(ask("OPTIONS", "/api/v1/similar", "https://app.example").status, 405);
}

TEST_F(CrossOrigin, IsOffWhereNoOriginIsNamed) {
  center.site.config.widget.origins.clear();
  const auto response = ask("GET", "/api/v1/search?q=refund", "https://app.example");
  EXPECT_EQ(allowed(response), "");
  EXPECT_EQ(header(response, "Vary"), "");
  EXPECT_EQ(ask("POST", "/api/v1/tickets", "https://app.example", ticket).status, 403);
  EXPECT_EQ(ask("POST", "/api/v1/tickets", "", ticket).status, 403) << "no origin is no leave";
}

}  // namespace
}  // namespace kb
