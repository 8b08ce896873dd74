#include "server/events/events_api.h"

#include <nlohmann/json.hpp>

#include "tests/server/events/events_fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class EventsApi : public EventsFixture {
 protected:
  static http::Request batch(const std::string& body, Fields headers = {}) {
    headers.push_back({"Content-Type", "application/json"});
    auto sent = visitor("/api/v1/events", std::move(headers));
    sent.method = "POST";
    sent.body = body;
    return sent;
  }
  http::Response send(const std::string& body, Fields headers = {}) const {
    return answer_in_the_end(batch(body, std::move(headers)));
  }
  static std::string read(const std::string& object = "en/billing/refund",
                          const std::string& more = {}) {
    return R"({"action_name":"read","event_attributes":{"dwell":21,"object":{"object_id":")" +
           object + R"("}})" + more + "}";
  }
};

TEST_F(EventsApi, AcknowledgesWhatIsOnDisk) {
  const auto query = events().new_query_id();
  const auto response =
      send("[" + read("pl/billing/refund", R"(,"query_id":")" + query + "\"") + "]");
  EXPECT_EQ(response.status, 202);
  EXPECT_EQ(response.cache_control, "no-store");
  EXPECT_EQ(json::parse(response.body),
            json::parse(R"({"accepted":1,"rejected":[],"known":false})"));
  EXPECT_THAT(noted(), ElementsAre("read pl billing pl/billing/refund =21 point"));
  EXPECT_EQ(stored().front().query_id, query);
  EXPECT_EQ(stored().front().visitor, events().visitor_of(visitor("/")));
}

TEST_F(EventsApi, NeverHoldsAWorker) {
  const auto response = answer(batch(read()));
  EXPECT_TRUE(response.later);
}

TEST_F(EventsApi, TakesABatchOnce) {
  const auto body = R"({"batch_id":"b1","events":[)" + read() + "]}";
  EXPECT_THAT(send(body).body, HasSubstr(R"("known":false)"));
  const auto again = send(body);
  EXPECT_EQ(again.status, 202);
  EXPECT_THAT(again.body, HasSubstr(R"("known":true)"));
  EXPECT_THAT(noted(), SizeIs(1));
}

TEST_F(EventsApi, RejectsWhatCannotBeAndKeepsTheRest) {
  auto old = events().new_query_id();
  center.site.clock.advance(25h);
  const auto response = send("[" + read("en/none") + "," + read() + "," +
                             read("en/billing/refund", R"(,"query_id":")" + old + "\"") + "]");
  EXPECT_EQ(json::parse(response.body), json::parse(R"({"accepted":1,"known":false,"rejected":[
                {"index":0,"reason":"object"},{"index":2,"reason":"query_id"}]})"));
  EXPECT_THAT(noted(), SizeIs(1));
  const auto& rejected = events().counts().rejected;
  EXPECT_EQ(rejected.at(static_cast<std::size_t>(Rejection::object)), 1U);
  EXPECT_EQ(rejected.at(static_cast<std::size_t>(Rejection::query)), 1U);
  EXPECT_EQ(send("[" + read("en/none") + "]").status, 202);
}

TEST_F(EventsApi, KnowsTheFormsThatItGave) {
  const auto shown = [&](const std::string& token) {
    return R"({"action_name":"suggestion_shown","event_attributes":{"form":")" + token +
           R"(","object":{"object_id":"en/billing/refund"}}})";
  };
  EXPECT_THAT(send(shown(events().seal("form", R"({"id":"f1"})"))).body,
              HasSubstr(R"("accepted":1)"));
  EXPECT_EQ(stored().front().form, "f1");
  for (const auto& token : {events().seal("form", "no JSON"), events().seal("form", R"({"id":1})"),
                            events().seal("mail", R"({"id":"f1"})"), std::string("f1")})
    EXPECT_THAT(send(shown(token)).body, HasSubstr(R"("reason":"form")"));
}

// Server time rules: the browser's tells how long before the newest event another was.
TEST_F(EventsApi, DatesByItsOwnClock) {
  send("[" + read("en/billing/refund", R"(,"timestamp":"1999-01-01T00:00:00Z")") + "," +
       read("en/parcels/late", R"(,"timestamp":"1999-01-01T00:00:40Z")") + "]");
  const auto events = stored();
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].at, SiteInFolder::kStart - 40s);
  EXPECT_EQ(events[0].day, 20'453);  // the day before: it is just past midnight
  EXPECT_EQ(events[1].at, SiteInFolder::kStart);
}

TEST_F(EventsApi, TakesBeacons) {
  auto beacon = batch(read());
  auto& type = *std::ranges::find(beacon.headers, "Content-Type", &http::Field::name);
  type.value = "text/plain;charset=UTF-8";
  EXPECT_EQ(answer_in_the_end(beacon).status, 202);
  type.value = "application/x-www-form-urlencoded";
  EXPECT_EQ(answer_in_the_end(beacon).status, 415);
}

TEST_F(EventsApi, RefusesWhatIsNoBatch) {
  EXPECT_EQ(send("").status, 400);
  EXPECT_EQ(send("{").status, 400);
  EXPECT_EQ(send("[" + std::string(300'000, ' ') + "]").status, 413);
  EXPECT_EQ(send(read(), {{"Origin", "https://evil.example"}}).status, 403);
  EXPECT_EQ(send(read(), {{"Origin", "https://help.example"}}).status, 202);
  EXPECT_THAT(noted(), SizeIs(1));
}

TEST_F(EventsApi, LeavesRobotsOut) {
  const auto response = send(read(), {{"User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"}});
  EXPECT_EQ(response.status, 202);
  EXPECT_THAT(response.body, HasSubstr(R"("accepted":0)"));
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(EventsApi, UnlinksWhoAsksNotToBeTracked) {
  send(R"({"action_name":"voted","event_attributes":{"vote":"no","note":"mine",
           "object":{"object_id":"en/billing/refund"}}})",
       {{"Sec-GPC", "1"}});
  EXPECT_THAT(noted(), ElementsAre("voted en billing en/billing/refund no"));
  EXPECT_EQ(stored().front().visitor, 0);
}

TEST_F(EventsApi, SlowsDownWhoSendsTooMuch) {
  std::string many = "[" + read();
  for (int i = 1; i < 400; ++i) many += "," + read();
  many += "]";
  EXPECT_EQ(send(many).status, 202);
  EXPECT_EQ(send(many).status, 202);
  const auto refused = send(many);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header(refused, "Retry-After"), "60");
  center.site.clock.advance(1min);
  EXPECT_EQ(send(many).status, 202);
}

TEST_F(EventsApi, IsNotThereInAPreview) {
  center.is_preview = true;
  center.start();
  EXPECT_EQ(send(read()).status, 404);
}

TEST_F(EventsApi, SaysWhenTheIndexIsMissing) {
  HelpCenterFixture empty;
  empty.open_store();
  const auto response = empty.router().answer(batch(read()));
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(header(response, "Retry-After"), "10");
}

}  // namespace
}  // namespace kb
