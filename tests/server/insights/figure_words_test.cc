#include "server/insights/figure_words.h"

#include <gtest/gtest.h>

#include "server/page/renderer.h"

namespace kb {
namespace {

using insights::VisitFigure;

const page::Texts& texts() {
  static const auto loaded = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  return loaded.value();
}

VisitFigure figure(std::string_view name, double value, std::optional<double> upper = {}) {
  return {.rule = insights::find_figure_rule(name), .value = value, .upper = upper};
}

struct Case {
  std::string_view lang;
  VisitFigure figure;
  std::string text;
};
class FigureText : public testing::TestWithParam<Case> {};

TEST_P(FigureText, IsInTheWordsOfTheLanguage) {
  const FigureWords words(texts().in(GetParam().lang), "EUR");
  EXPECT_EQ(words.value(GetParam().figure), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, FigureText,
    testing::Values(Case{"en", figure("sessions", 12345), "12,345"},
                    Case{"de", figure("sessions", 12345), "12.345"},
                    Case{"en", figure("zero_result_rate", 0.1254), "12.5 %"},
                    Case{"pl", figure("zero_result_rate", 0.1254), "12,5 %"},
                    Case{"en", figure("self_service_score", 8), "8.00"},
                    Case{"en", figure("deflection", 0.25, 0.5), "25.0 % to 50.0 %"},
                    Case{"ro", figure("deflection", 0.25, 0.5), "25,0 % până la 50,0 %"},
                    Case{"en", figure("causal_deflection", 0.2), "+20.0 points"},
                    Case{"en", figure("causal_deflection", -0.2), "-20.0 points"},
                    Case{"en", figure("cost_avoided", 78, 1260), "78 to 1,260 EUR"},
                    Case{"en", VisitFigure{.rule = insights::find_figure_rule("sessions")}, "–"}));

TEST(FigureWords, SayHowSureAShareIs) {
  const FigureWords words(texts().in("en"), "EUR");
  EXPECT_EQ(words.interval(insights::Share{20, 40}), "35.2 % to 64.8 %");
  EXPECT_EQ(words.interval(insights::Share{}), "–");
}

TEST(FigureWords, SayWhatWasCounted) {
  const FigureWords words(texts().in("en"), "EUR");
  auto share = figure("zero_result_rate", 0.25);
  share.count = 3;
  share.of = 12;
  share.interval = {0.1, 0.5};
  EXPECT_EQ(words.value(share), "25.0 %*");
  EXPECT_EQ(words.counts(share), "3 of 12");
  EXPECT_EQ(words.interval(share), "10.0 % to 50.0 %");
  auto range = figure("deflection", 0.25, 0.5);
  range.count = 1;
  range.upper_count = 2;
  range.of = 4;
  EXPECT_EQ(words.counts(range), "1 to 2 of 4");
  auto mean = figure("satisfaction", 4.5);
  mean.of = 40;
  EXPECT_EQ(words.counts(mean), "of 40");
  VisitFigure causal{.rule = insights::find_figure_rule("causal_deflection")};
  causal.reason = "the holdout has 4 forms";
  EXPECT_EQ(words.counts(causal), "Too few forms yet to compare");
  causal.interval = {-0.05, 0.1};
  EXPECT_EQ(words.interval(causal), "-5.0 points to +10.0 points");
  EXPECT_EQ(words.counts(figure("sessions", 3)), "");
}

TEST(FigureWords, SayHowLong) {
  const FigureWords words(texts().in("de"), "EUR");
  EXPECT_EQ(words.duration(5.4), "5 s");
  EXPECT_EQ(words.duration(120), "2 Min.");
  EXPECT_EQ(words.duration(5400), "1,5 Std.");
  EXPECT_EQ(words.duration(3 * 86'400), "3,0 Tage");
  EXPECT_EQ(words.duration(std::nullopt), "–");
}

TEST(FigureWords, SayWhatIsNotKnown) {
  const FigureWords words(texts().in("en"), "EUR");
  EXPECT_EQ(words.number(std::nullopt), "–");
  EXPECT_EQ(words.count(std::nullopt), "–");
  EXPECT_EQ(words.percent(std::nullopt), "–");
  EXPECT_EQ(words.percent(insights::Share{0, 0}), "–");
  EXPECT_EQ(words.percent(insights::Share{20, 40}), "50.0 %");
}

}  // namespace
}  // namespace kb
