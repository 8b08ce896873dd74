#include "server/gaps/gap_list.h"

#include <gmock/gmock.h>

namespace kb {
namespace {

using insights::Diagnosis;
using insights::GapTrend;
using store::GapState;
using testing::ElementsAre;

std::vector<store::Gap> kept_gaps() {
  const auto at = [](int hours) { return Time(std::chrono::hours(hours)); };
  return {{.id = 1, .lang = "en", .label = "over", .created = at(1), .changed = at(1)},
          {.id = 2, .lang = "en", .label = "few", .created = at(2), .changed = at(2)},
          {.id = 3, .lang = "pl", .label = "many", .created = at(3), .changed = at(3)},
          {.id = 4,
           .lang = "en",
           .label = "mine",
           .state = GapState::assigned,
           .owner = "ana",
           .created = at(4),
           .changed = at(4)},
          {.id = 5,
           .lang = "en",
           .label = "verified",
           .state = GapState::verified,
           .owner = "ana",
           .created = at(5),
           .changed = at(5)}};
}

insights::GapReport report_of_three() {
  insights::GapReport report;
  report.gaps = {{.id = 3, .customers = 9, .ticket_count = 1, .trend = GapTrend::rising},
                 {.id = 2, .diagnosis = Diagnosis::vocabulary, .customers = 2, .ticket_count = 4},
                 {.id = 99, .label = "not kept yet", .customers = 1}};
  return report;
}

std::vector<std::string> labels(const GapFilter& filter, bool with_report = true) {
  const auto kept = kept_gaps();
  const auto report = report_of_three();
  std::vector<std::string> found;
  for (const auto& gap : listed_gaps(kept, with_report ? &report : nullptr, filter))
    found.push_back(gap.kept->label);
  return found;
}

TEST(GapList, IsByRankThenByChange) {
  EXPECT_THAT(labels({}), ElementsAre("many", "few", "verified", "mine"));
  EXPECT_THAT(labels({}, false), ElementsAre("verified", "mine", "many", "few", "over"));
}

TEST(GapList, IsChosenFrom) {
  EXPECT_THAT(labels({.state = "open"}), ElementsAre("many", "few", "mine"));
  EXPECT_THAT(labels({.state = "assigned"}), ElementsAre("mine"));
  EXPECT_THAT(labels({.state = "mine", .me = "ana"}), ElementsAre("mine"));
  EXPECT_THAT(labels({.state = "mine"}), ElementsAre());
  EXPECT_THAT(labels({.state = "verified"}), ElementsAre("verified"));
  EXPECT_THAT(labels({.lang = "pl"}), ElementsAre("many"));
  EXPECT_THAT(labels({.diagnosis = Diagnosis::vocabulary}), ElementsAre("few"));
  EXPECT_THAT(labels({.trend = GapTrend::rising}), ElementsAre("many"));
}

TEST(GapList, IsPutInOrder) {
  EXPECT_THAT(labels({.state = "open", .order = GapOrder::customers}),
              ElementsAre("many", "few", "mine"));
  EXPECT_THAT(labels({.state = "open", .order = GapOrder::tickets}),
              ElementsAre("few", "many", "mine"));
  EXPECT_THAT(labels({.state = "open", .order = GapOrder::newest}),
              ElementsAre("mine", "many", "few"));
}

http::Request asked(std::vector<http::Field> parameters) {
  http::Request request;
  request.parameters = std::move(parameters);
  return request;
}

TEST(GapFilter, IsReadAndWritten) {
  const auto filter = gap_filter(asked({{"state", "mine"},
                                        {"lang", "pt_br"},
                                        {"diagnosis", "unhelpful"},
                                        {"trend", "new"},
                                        {"order", "tickets"}}),
                                 "ana");
  ASSERT_TRUE(filter) << to_line(filter.error());
  EXPECT_EQ(to_query(*filter), "state=mine&lang=pt-BR&diagnosis=unhelpful&trend=new&order=tickets");
  EXPECT_EQ(filter->me, "ana");
  EXPECT_EQ(to_query(*gap_filter(asked({}), "ana")), "state=");
}

TEST(GapFilter, SaysWhatThereIs) {
  for (const auto* name : {"state", "lang", "diagnosis", "trend", "order"}) {
    const auto filter = gap_filter(asked({{name, "no such thing"}}), "ana");
    ASSERT_FALSE(filter) << name;
    EXPECT_THAT(filter.error().what, testing::HasSubstr("'no such thing'")) << name;
    EXPECT_FALSE(filter.error().hint.empty()) << name;
  }
}

TEST(FindFound, IsByNumber) {
  const auto report = report_of_three();
  EXPECT_EQ(find_found(&report, 2)->customers, 2);
  EXPECT_EQ(find_found(&report, 0), nullptr);
  EXPECT_EQ(find_found(&report, 7), nullptr);
  EXPECT_EQ(find_found(nullptr, 2), nullptr);
}

}  // namespace
}  // namespace kb
