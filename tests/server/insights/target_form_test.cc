#include "server/insights/target_form.h"

#include <gtest/gtest.h>

#include "core/base/date.h"

namespace kb {
namespace {

const std::int64_t kToday =
    std::chrono::floor<std::chrono::days>(*parse_time("2026-03-10")).time_since_epoch().count();

TargetInput typed(const std::string& body) {
  http::Request request;
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = body;
  return read_target(*Form::parse(request), kToday);
}

TEST(TargetForm, IsRead) {
  const auto input = typed(
      "figure=zero_result_rate&lang=pt_br&category=billing&side=at_most&goal=4%2C5+%25"
      "&by=2026-03-31&guard=satisfaction&guard_side=at_least&limit=4.2");
  ASSERT_TRUE(input.is_right);
  EXPECT_EQ(input.target.figure, "zero_result_rate");
  EXPECT_EQ(input.target.lang, "pt-BR");
  EXPECT_EQ(input.target.category, "billing");
  EXPECT_TRUE(input.target.at_most);
  EXPECT_DOUBLE_EQ(input.target.goal, 0.045);
  EXPECT_EQ(input.target.by_day, kToday + 21);
  EXPECT_EQ(input.target.guard, "satisfaction");
  EXPECT_FALSE(input.target.guard_at_most);
  EXPECT_DOUBLE_EQ(input.target.guard_limit, 4.2) << "a mark is no percentage";
}

struct FormCase {
  const char* body;
  std::string page::TargetForm::*fault;
  const char* text;
};
class TargetFault : public testing::TestWithParam<FormCase> {};
TEST_P(TargetFault, StandsBesideItsField) {
  const auto input = typed(GetParam().body);
  EXPECT_FALSE(input.is_right);
  EXPECT_EQ(input.form.*GetParam().fault, GetParam().text);
}
INSTANTIATE_TEST_SUITE_P(
    Typed, TargetFault,
    testing::Values(FormCase{"figure=sessions&goal=5&by=2026-03-31",
                             &page::TargetForm::figure_fault, "targets.fault_figure"},
                    FormCase{"figure=zero_result_rate&goal=five&by=2026-03-31",
                             &page::TargetForm::goal_fault, "targets.fault_percent"},
                    FormCase{"figure=zero_result_rate&goal=&by=2026-03-31",
                             &page::TargetForm::goal_fault, "targets.fault_percent"},
                    FormCase{"figure=zero_result_rate&goal=101&by=2026-03-31",
                             &page::TargetForm::goal_fault, "targets.fault_percent"},
                    FormCase{"figure=zero_result_rate&goal=nan&by=2026-03-31",
                             &page::TargetForm::goal_fault, "targets.fault_percent"},
                    FormCase{"figure=effort&goal=8&by=2026-03-31", &page::TargetForm::goal_fault,
                             "targets.fault_mark"},
                    FormCase{"figure=effort&goal=5&by=2026-03-10", &page::TargetForm::by_fault,
                             "targets.fault_day"},
                    FormCase{"figure=effort&goal=5&by=2036-03-10", &page::TargetForm::by_fault,
                             "targets.fault_day"},
                    FormCase{"figure=effort&goal=5&by=soon", &page::TargetForm::by_fault,
                             "targets.fault_day"},
                    FormCase{"figure=effort&goal=5&by=2026-03-31&guard=effort&limit=5",
                             &page::TargetForm::guard_fault, "targets.fault_guard_same"},
                    FormCase{"figure=effort&goal=5&by=2026-03-31&limit=5",
                             &page::TargetForm::guard_fault, "targets.fault_guard_missing"},
                    FormCase{"figure=effort&goal=5&by=2026-03-31&guard=helpful_rate",
                             &page::TargetForm::limit_fault, "targets.fault_percent"}));

TEST(TargetForm, KeepsWhatWasTyped) {
  const auto input = typed("figure=zero_result_rate&side=at_least&goal=five&by=soon&limit=x");
  EXPECT_EQ(input.form.goal, "five");
  EXPECT_EQ(input.form.by, "soon");
  EXPECT_EQ(input.form.guard_limit, "x");
  EXPECT_FALSE(input.form.at_most);
}

}  // namespace
}  // namespace kb
