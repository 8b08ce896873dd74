#include "server/events/event_batch.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using nlohmann::json;
using store::Action;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

EventFacts facts() {
  return {.category_of = [](std::string_view object) -> std::optional<std::string> {
            if (object != "pl/billing/refund") return std::nullopt;
            return "billing";
          },
          .is_query_id = [](std::string_view id) { return id == "ours"; },
          .form_of = [](std::string_view token) { return token == "sealed" ? "f1" : ""; },
          .redacted = [](std::string_view note,
                         const std::string& lang) { return lang + ":" + std::string(note); }};
}

SentBatch read(const std::string& body) {
  auto batch = read_event_batch(body, facts());
  EXPECT_TRUE(batch) << to_line(batch.error());
  return batch.value_or(SentBatch{});
}

constexpr const char* kObject = R"("object":{"object_id":"pl/billing/refund"})";

std::string event(const std::string& name, const std::string& attributes,
                  const std::string& more = {}) {
  return R"({"action_name":")" + name + R"(","event_attributes":{)" + attributes + "}" + more + "}";
}
std::string about(const std::string& name, const std::string& attributes = {}) {
  return event(name, kObject + (attributes.empty() ? "" : "," + attributes));
}

// What an event says, in one line.
std::string told(const store::Event& event) {
  std::string line(store::action_name(event.action));
  for (const auto& text : {event.lang, event.category, event.object, event.query_id, event.form,
                           event.outcome, event.detail})
    if (!text.empty()) line += " " + text;
  if (event.position) line += " #" + std::to_string(event.position);
  if (event.value) line += " =" + std::to_string(event.value);
  return line;
}

struct Case {
  std::string sent;
  std::string kept;  // or "!" and the reason
};
class SentEvents : public testing::TestWithParam<Case> {};

TEST_P(SentEvents, AreTakenOrRejected) {
  const auto batch = read("[" + GetParam().sent + "]");
  std::string got;
  for (const auto& each : batch.events) got += told(each.event);
  for (const auto& each : batch.rejected) got += "!" + std::string(rejection_name(each.reason));
  EXPECT_EQ(got, GetParam().kept) << GetParam().sent;
}

INSTANTIATE_TEST_SUITE_P(
    Taken, SentEvents,
    testing::Values(
        Case{about("read", R"("dwell":31.7,"position":{"scroll_depth":60})"),
             R"(read pl billing pl/billing/refund point {"scroll_depth":60} =31)"},
        Case{about("read", R"("dwell":8,"position":{"scroll_depth":95})"),
             R"(read pl billing pl/billing/refund point {"scroll_depth":95} =8)"},
        // A short article is in sight to its end at once.
        Case{about("read", R"("dwell":2,"position":{"scroll_depth":100})"),
             R"(read pl billing pl/billing/refund {"scroll_depth":100} =2)"},
        Case{about("clicked", R"("position":{"ordinal":3})"),
             "clicked pl billing pl/billing/refund #3"},
        Case{event("clicked", kObject, R"(,"query_id":"ours")"),
             "clicked pl billing pl/billing/refund ours"},
        Case{about("page_viewed"), "page_viewed pl billing pl/billing/refund product"},
        Case{about("voted", R"("vote":"yes")"), "voted pl billing pl/billing/refund yes"},
        Case{
            about("voted", R"("vote":"no","reason":"outdated","note":"since May")"),
            R"(voted pl billing pl/billing/refund no {"note":"pl:since May","reason":"outdated"})"},
        Case{about("surveyed", R"("scale":"effort","mark":7)"),
             "surveyed pl billing pl/billing/refund effort =7"},
        Case{event("surveyed", R"("scale":"satisfaction","mark":0)"), "surveyed satisfaction"},
        Case{about("suggestion_clicked", R"("form":"sealed","position":{"ordinal":1})"),
             "suggestion_clicked pl billing pl/billing/refund f1 #1"},
        Case{about("contact_solved", R"("form":"sealed")"),
             "contact_solved pl billing pl/billing/refund f1"},
        Case{about("clicked", R"("from":"https://app.example/orders/7?id=9")"),
             R"(clicked pl billing pl/billing/refund {"from":"app.example/orders/*"})"},
        Case{about("clicked", R"("from":"nowhere")"), "clicked pl billing pl/billing/refund"}));

INSTANTIATE_TEST_SUITE_P(
    Rejected, SentEvents,
    testing::Values(
        Case{"1", "!shape"}, Case{"null", "!shape"}, Case{"{}", "!action"},
        Case{R"({"action_name":7})", "!shape"}, Case{about("bought"), "!action"},
        Case{about("searched"), "!action"},  // the server knows better
        Case{about("ticket_submitted"), "!action"},
        Case{event("read", R"("object":{"object_id":"pl/none"},"dwell":3)"), "!object"},
        Case{event("read", R"("object":{"object_id":7},"dwell":3)"), "!object"},
        Case{event("read", R"("dwell":3)"), "!object"},
        Case{R"({"action_name":"read"})", "!object"},
        Case{R"({"action_name":"read","event_attributes":[]})", "!object"},
        Case{about("read"), "!number"}, Case{about("read", R"("dwell":-1)"), "!number"},
        Case{about("read", R"("dwell":1e300)"), "!number"},
        Case{about("read", R"("dwell":"9")"), "!number"},
        Case{about("read", R"("dwell":9,"position":{"scroll_depth":101})"), "!number"},
        Case{about("clicked", R"("position":{"ordinal":0})"), "!number"},
        Case{about("clicked", R"("position":{"ordinal":1001})"), "!number"},
        Case{event("clicked", kObject, R"(,"query_id":"forged")"), "!query_id"},
        Case{event("clicked", kObject, R"(,"query_id":5)"), "!query_id"},
        Case{about("voted", R"("vote":"maybe")"), "!value"}, Case{about("voted"), "!value"},
        Case{about("voted", R"("vote":"no","reason":"ugly")"), "!value"},
        Case{about("voted", R"("vote":"no","note":")" + std::string(1001, 'x') + "\""), "!value"},
        Case{about("surveyed", R"("scale":"joy","mark":1)"), "!value"},
        Case{about("surveyed", R"("scale":"satisfaction","mark":6)"), "!number"},
        Case{about("suggestion_shown", R"("form":"made up")"), "!form"},
        Case{about("suggestion_shown"), "!form"}, Case{about("contact_solved"), "!form"},
        Case{about("clicked", R"("from":7)"), "!value"}));

struct Times {
  const char* first;
  const char* second;
  int ago;  // seconds that the first was before the newest
};
class EventTimes : public testing::TestWithParam<Times> {};

// A browser's clock was years off, and the events fell into another decade.
TEST_P(EventTimes, CountAsTheyDiffer) {
  const auto at = [](const char* time) {
    return event("page_viewed", kObject, std::string(R"(,"timestamp":)") + time);
  };
  const auto batch = read("[" + at(GetParam().first) + "," + at(GetParam().second) + "]");
  ASSERT_THAT(batch.events, SizeIs(2));
  EXPECT_EQ(batch.events[0].ago.count(), GetParam().ago);
}

INSTANTIATE_TEST_SUITE_P(
    Clocks, EventTimes,
    testing::Values(Times{R"("2026-01-01T10:00:00.250Z")", R"("2026-01-01T10:00:30.250Z")", 30},
                    Times{R"("1970-01-01T00:00:00Z")", R"("1970-01-01T00:00:09Z")", 9},
                    Times{"1767225600000", "1767225607500", 7},
                    Times{R"("2001-01-01T10:00:00Z")", R"("2026-01-01T10:00:00Z")", 3600},
                    Times{R"("2026-01-01T10:00:10Z")", R"("2026-01-01T10:00:00Z")", 0},
                    Times{R"("soon")", R"("2026-01-01T10:00:00Z")", 0}, Times{"1e300", "-1e300", 0},
                    Times{"null", "7", 0}));

TEST(EventBatches, ComeInThreeShapes) {
  const auto one = about("page_viewed");
  EXPECT_THAT(read(one).events, SizeIs(1));
  EXPECT_THAT(read("[" + one + "," + one + "]").events, SizeIs(2));
  const auto named = read(R"({"batch_id":"5f0c-_Z","events":[)" + one + "]}");
  EXPECT_EQ(named.id, "5f0c-_Z");
  EXPECT_THAT(named.events, SizeIs(1));
  EXPECT_THAT(read(R"({"events":[]})").events, IsEmpty());
}

TEST(EventBatches, KeepWhatIsRightBesideWhatIsNot) {
  const auto batch = read("[" + about("bought") + "," + about("page_viewed") + ",7]");
  EXPECT_THAT(batch.events, SizeIs(1));
  EXPECT_THAT(batch.rejected, ElementsAre(SentBatch::Rejected{0, Rejection::action},
                                          SentBatch::Rejected{2, Rejection::shape}));
}

TEST(EventBatches, ThatAreNoneSayWhatIsWrong) {
  std::string many = "[";
  for (std::size_t i = 0; i <= kMostEventsInBatch; ++i) many += (i ? "," : "") + about("read");
  for (const auto& [body, what] : std::vector<std::pair<std::string, std::string>>{
           {"", "no batch"},
           {"{", "no batch"},
           {"7", "no batch"},
           {"{}", "no batch"},
           {R"({"events":{}})", "no batch"},
           {"[\"\xff\"]", "no batch"},
           {R"({"batch_id":7,"events":[]})", "batch_id"},
           {R"({"batch_id":"a b","events":[]})", "batch_id"},
           {R"({"batch_id":")" + std::string(65, 'a') + R"(","events":[]})", "batch_id"},
           {many + "]", "too many"},
           {std::string(100'000, '['), "no batch"}}) {
    const auto batch = read_event_batch(body, facts());
    ASSERT_FALSE(batch) << body.substr(0, 80);
    EXPECT_THAT(batch.error().what, HasSubstr(what));
    EXPECT_THAT(batch.error().hint, testing::Not(IsEmpty()));
  }
}

}  // namespace
}  // namespace kb
