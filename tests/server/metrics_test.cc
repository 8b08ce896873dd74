#include "server/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Metrics, CountRequestsByPageAndStatus) {
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 250; ++n)
        metrics.observe(Page::search, 200, std::chrono::microseconds{800});
    });
  for (auto& thread : threads) thread.join();
  metrics.observe(Page::search, 500, std::chrono::microseconds{800});
  const auto text = metrics.text();
  EXPECT_THAT(text, HasSubstr("answerwell_requests_total{page=\"search\",status=\"200\"} 1000"));
  EXPECT_THAT(text, HasSubstr("answerwell_requests_total{page=\"search\",status=\"500\"} 1"));
  EXPECT_THAT(text, HasSubstr("answerwell_request_seconds_count{page=\"search\"} 1001"));
}

TEST(Metrics, TellWhatIsLive) {
  HelpCenterFixture center;
  center.site.write("en/a.md", "# A\n");
  center.site.write("ro/a.md", "# A\n");
  center.publish();
  center.metrics.published(*center.searchers().generation());
  EXPECT_THAT(center.metrics.text(), HasSubstr("answerwell_articles{lang=\"ro\"} 1"));
  EXPECT_THAT(center.metrics.text(), HasSubstr("answerwell_index_generation 1"));
  EXPECT_THAT(center.metrics.text(), HasSubstr("answerwell_index_published_seconds 1767225600"));
  center.site.remove("ro/a.md");
  center.publish();
  center.metrics.published(*center.searchers().generation());
  center.metrics.refresh_failed();
  center.metrics.delivery("dead");
  EXPECT_THAT(center.metrics.text(), HasSubstr("answerwell_articles{lang=\"ro\"} 0"));
  EXPECT_THAT(center.metrics.text(), HasSubstr("answerwell_index_refresh_errors_total 1"));
  EXPECT_THAT(center.metrics.text(), HasSubstr("answerwell_deliveries_total{outcome=\"dead\"} 1"));
  EXPECT_THAT(center.metrics.text(),
              HasSubstr("answerwell_deliveries_total{outcome=\"delivered\"} 0"));
}

}  // namespace
}  // namespace kb
