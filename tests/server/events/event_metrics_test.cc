#include "server/events/event_metrics.h"

#include "tests/server/events/events_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class EventMetrics : public EventsFixture {};

TEST_F(EventMetrics, SayWhatBecameOfEvents) {
  visit("/pl/");
  visit("/pl/", {{"User-Agent", "curl/7.88.1"}});
  events().log().flush();
  const auto text = visit("/metrics").body;
  EXPECT_THAT(text, HasSubstr("answerwell_events_total{outcome=\"stored\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("answerwell_events_total{outcome=\"robot\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("answerwell_events_rejected_total{reason=\"query_id\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("answerwell_events_waiting 0\n"));
  EXPECT_EQ(event_metrics(nullptr), "");
}

}  // namespace
}  // namespace kb
