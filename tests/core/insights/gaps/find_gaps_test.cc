#include "core/insights/gaps/find_gaps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/insights/gaps/gap_report_json.h"
#include "core/store/event_table.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/insights/gaps/grouping_by_first_word.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Gap;
using store::GapState;
using store::Sql;
using testing::ElementsAre;
using testing::IsEmpty;

// A help center with an article on refunds in English and one on parcels in both languages.
class FewArticles : public ArticleFinder {
 public:
  Result<std::vector<FittingArticle>> find(std::string_view lang,
                                           std::string_view question) override {
    std::vector<FittingArticle> found;
    if (lang == "en" && question.find("refund") != std::string_view::npos)
      found.push_back({"en", "billing/refund", "Refunds", "billing", 1});
    if (question.find("parcel") != std::string_view::npos)
      found.push_back({std::string(lang), "delivery/parcel", "Parcels", "delivery", 1});
    return found;
  }
  std::vector<std::string> languages_of(std::string_view id) override {
    if (id == "billing/refund") return {"en"};
    return id == "delivery/parcel" ? std::vector<std::string>{"en", "pl"}
                                   : std::vector<std::string>{};
  }
  std::optional<ArticleText> article(std::string_view object) override {
    if (object.ends_with("billing/refund")) return ArticleText{"Refunds", "billing"};
    if (object.ends_with("delivery/parcel")) return ArticleText{"Parcels", "delivery"};
    return std::nullopt;
  }
};

std::string clock_of(int minute) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(8 + minute / 60) + ":" + two(minute % 60) + ":00";
}

class GapFinderOf : public store::StoreTest {
 protected:
  void put(const std::string& events) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return store::put_batch(sql, {std::to_string(++batches_), happened(events)});
    }));
  }

  // So many new visitors ask that on that day, and it comes to `outcome`.
  void ask(int day, const std::string& lang, const std::string& text, int visitors,
           const std::string& outcome = "none") {
    std::string events;
    for (int i = 0; i < visitors; ++i) {
      const std::string begin =
          "+" + std::to_string(day) + " " + clock_of(i) + " v" + std::to_string(++visitors_) + " ";
      events += begin + "searched lang=" + lang + " text='" + text + "' query=q" +
                std::to_string(visitors_) + " outcome=" + (outcome == "none" ? "none" : "results") +
                "\n";
      if (outcome.find('/') != std::string::npos)
        events +=
            begin + "clicked object=" + outcome + " query=q" + std::to_string(visitors_) + "\n";
    }
    put(events);
  }

  GapFinder finder() {
    return GapFinder({.calendar = calendar_,
                      .insights = insights_,
                      .gaps = gaps_,
                      .redact = {},
                      .grouping = by_first_word});
  }

  GapReport report(const std::vector<Gap>& kept = {}) {
    auto made = finder();
    return report_of(made, kept);
  }
  GapReport report_of(GapFinder& made, const std::vector<Gap>& kept = {}) {
    const auto read = store().read([&](Sql& sql) { return made.read(sql, now_); });
    EXPECT_TRUE(read.has_value());
    auto report = made.report(articles_, kept, now_);
    EXPECT_TRUE(report.has_value());
    return report.value_or(GapReport{});
  }

  static std::vector<std::string> labels(const GapReport& report) {
    std::vector<std::string> labels;
    for (const FoundGap& gap : report.gaps) labels.push_back(gap.lang + " " + gap.label);
    return labels;
  }

  // Two weeks of seven days each: the period is days 7 to 13.
  const text::Calendar calendar_ = *text::Calendar::of("UTC");
  InsightsConfig insights_{.shown_from = 3};
  GapsConfig gaps_ = [] {
    GapsConfig gaps;
    gaps.days = 7;
    return gaps;
  }();
  Time now_ = Time(std::chrono::hours(24 * (kMonday + 13) + 20));
  FewArticles articles_;
  int batches_ = 0;
  int visitors_ = 0;
};
KB_ON_BOTH_DATABASES(GapFinderOf);

TEST_P(GapFinderOf, AnEmptyStoreHasNone) {
  const auto report = this->report();
  EXPECT_FALSE(report.is_known);
  EXPECT_THAT(report.gaps, IsEmpty());
  EXPECT_THAT(report.notes, ElementsAre("there are no events of this period yet"));
}

TEST_P(GapFinderOf, WhatFailsMostCustomersIsFirst) {
  ask(0, "en", "help", 1, "en/delivery/parcel");
  ask(8, "en", "warranty of the lamp", 6);
  ask(8, "pl", "gwarancja", 9);
  ask(9, "en", "parcel where", 20, "en/delivery/parcel");
  const auto report = this->report();
  EXPECT_THAT(labels(report), ElementsAre("pl gwarancja", "en warranty of the lamp"));
  const FoundGap& gap = report.gaps.front();
  EXPECT_EQ(gap.customers, 9);
  EXPECT_EQ(gap.customers_before, 0);
  EXPECT_EQ(gap.failures, (Share{9, 9}));
  EXPECT_EQ(gap.trend, GapTrend::fresh);
  EXPECT_EQ(gap.diagnosis, Diagnosis::missing);
  EXPECT_EQ(gap.by_day, (std::vector<std::int64_t>{0, 9, 0, 0, 0, 0, 0}));
  EXPECT_THAT(gap.members, ElementsAre("gwarancja"));
  EXPECT_EQ(report.askings, 35);
}

TEST_P(GapFinderOf, OneDayOfDataIsEnoughAndTellsNoTrend) {
  ask(13, "en", "warranty", 4);
  const auto report = this->report();
  ASSERT_EQ(report.gaps.size(), 1U);
  EXPECT_EQ(report.gaps[0].trend, GapTrend::steady);
  EXPECT_EQ(report.gaps[0].customers_before, std::nullopt);
  EXPECT_EQ(report.notes.size(), 1U);
}

TEST_P(GapFinderOf, AFloodIsFilteredAndNeverOnTop) {
  ask(13, "en", "warranty", 3);
  std::string flood;
  for (int i = 0; i < 90; ++i)
    flood += "+13 " + clock_of(i) + " v7777 searched lang=en text='junk number" +
             std::to_string(i) + "' outcome=none\n";
  put(flood);
  ask(13, "en", "<script>alert(1)</script>", 5);
  const auto report = this->report();
  EXPECT_THAT(labels(report), ElementsAre("en warranty"));
  EXPECT_EQ(report.filtered, 95);
}

TEST_P(GapFinderOf, OneInsistentVisitorIsOne) {
  std::string events;
  for (int i = 0; i < 50; ++i)
    events += "+13 " + clock_of(i) + " v7 searched lang=en text='warranty " +
              std::to_string(i % 10) + "' outcome=none\n";
  put(events);
  EXPECT_THAT(this->report().gaps, IsEmpty());
}

TEST_P(GapFinderOf, TextsOfFewAreNotShown) {
  ask(13, "en", "warranty of jane", 2);
  const auto report = this->report();
  ASSERT_EQ(report.gaps.size(), 1U);
  EXPECT_EQ(report.gaps[0].label, "");
  EXPECT_THAT(report.gaps[0].questions, IsEmpty());
  EXPECT_EQ(report.gaps[0].hidden_questions, 1);
}

TEST_P(GapFinderOf, AKnownGapStaysItself) {
  ask(13, "en", "warranty", 4);
  ask(13, "en", "warranty lamp", 3);
  Gap kept{.id = 17, .lang = "en", .label = "lamps", .is_named = true};
  kept.questions = {{.question = "warranty"}};
  const auto report = this->report({kept});
  ASSERT_EQ(report.gaps.size(), 1U);
  EXPECT_EQ(report.gaps[0].id, 17);
  EXPECT_EQ(report.gaps[0].label, "lamps");
  EXPECT_THAT(report.gaps[0].members, ElementsAre("warranty", "warranty lamp"));
}

struct KeptCase {
  const char* what;
  GapState state;
  std::int64_t version;
  int customers;
  bool is_told;
};

TEST_P(GapFinderOf, WhatIsDoneComesBackOnlyWhenItFailsAgain) {
  ask(13, "en", "warranty", 4);
  const std::vector<KeptCase> cases = {
      {"in work, and asked", GapState::in_progress, 2, 4, true},
      {"in work, and nobody asks", GapState::published, 2, 0, true},
      {"open, nobody touched it, nobody asks", GapState::open, 1, 0, false},
      {"verified, and fails since", GapState::verified, 2, 4, true},
      {"verified, and nobody asks", GapState::verified, 2, 0, false},
      {"won't be fixed", GapState::wont_fix, 2, 4, false},
  };
  for (const auto& [what, state, version, customers, is_told] : cases) {
    Gap kept{.id = 17, .lang = "en", .label = "x", .state = state};
    kept.version = version;
    if (state == GapState::verified) kept.verified = now_ - std::chrono::hours(72);
    kept.questions = {{.question = customers > 0 ? "warranty" : "something else"}};
    const auto report = this->report({kept});
    const bool found = std::ranges::any_of(report.gaps, [&](const FoundGap& gap) {
      return gap.id == 17 && gap.customers == customers;
    });
    EXPECT_EQ(found, is_told) << what;
  }
}

TEST_P(GapFinderOf, FailuresOfAGapAreThoseOfItsQuestions) {
  ask(8, "en", "warranty", 4);
  ask(9, "en", "warranty", 3, "en/delivery/parcel");
  ask(9, "en", "refund", 5);
  auto made = finder();
  report_of(made);
  Gap gap{.id = 17, .lang = "en"};
  gap.questions = {{.question = "warranty"}, {.question = "never asked"}};
  EXPECT_EQ(made.failures_of(gap, kMonday + 8, kMonday + 10), (Share{4, 7}));
  EXPECT_EQ(made.failures_of(gap, kMonday + 9, kMonday + 10), (Share{0, 3}));
  EXPECT_EQ(made.failures_of(gap, kMonday, kMonday + 8), (Share{0, 0}));
}

TEST_P(GapFinderOf, TimeMayGoBackwards) {
  ask(13, "en", "warranty", 4);
  auto made = finder();
  EXPECT_EQ(report_of(made).gaps.size(), 1U);
  now_ -= std::chrono::hours(24 * 5);
  EXPECT_THAT(report_of(made).gaps, IsEmpty());
  now_ += std::chrono::hours(24 * 5);
  EXPECT_EQ(report_of(made).gaps.size(), 1U);
}

// Read hour by hour or at once, and read again: the same report, to the byte.
TEST_P(GapFinderOf, TheReportIsTheSameHoweverItWasRead) {
  std::mt19937 random(11);
  auto piecemeal = finder();
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < 4; ++i)
      ask(static_cast<int>(random() % 14), random() % 2 ? "en" : "pl",
          "topic" + std::to_string(random() % 5) + " of mine", 1 + static_cast<int>(random() % 5),
          random() % 3 ? "none" : "en/delivery/parcel");
    report_of(piecemeal);
  }
  auto at_once = finder();
  const auto once = to_json(report_of(at_once));
  EXPECT_EQ(to_json(report_of(piecemeal)), once);
  EXPECT_EQ(to_json(report_of(at_once)), once);
}

}  // namespace
}  // namespace kb::insights
