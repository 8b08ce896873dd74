#include "server/coverage/digest_report.h"

#include "core/store/event_table.h"
#include "server/gaps/gap_board.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class DigestReport : public DigestFixture {
 protected:
  Result<std::string> report(std::string_view format) {
    return digest_report(center.site.config, format, center.site.clock.now());
  }
};

TEST_F(DigestReport, IsTextMailOrJson) {
  center.site.write("en/a.md", "# A\n");
  center.publish();
  put_visits();
  put_wish("7", "dark mode");
  const auto text = report("text");
  ASSERT_TRUE(text) << to_line(text.error());
  EXPECT_THAT(*text, HasSubstr("the week from March 3, 2026"));
  EXPECT_THAT(*text, HasSubstr("dark mode"));
  EXPECT_THAT(report("html").value(), HasSubstr("</html>"));
  const auto json = nlohmann::json::parse(report("json").value());
  EXPECT_EQ(json["wishes"][0]["label"], "dark mode");
  EXPECT_EQ(json["knows_gaps"], true);
}

TEST_F(DigestReport, LeadsToTheGapsThatAServerHasKept) {
  center.site.write("en/a.md", "# A\n");
  center.publish();
  std::string events;
  for (int i = 1; i <= 7; ++i)
    events += "10:0" + std::to_string(i) + ":00 v" + std::to_string(i) +
              " searched lang=en text=warranty outcome=none\n";
  ASSERT_TRUE(store().write([&](store::Sql& sql) {
    return store::put_batch(sql, {"1", insights::happened(events)});
  }));
  const auto found = nlohmann::json::parse(report("json").value());
  ASSERT_EQ(found["top_gaps"].size(), 1U);
  EXPECT_EQ(found["top_gaps"][0]["url"], nullptr);

  const auto board = GapBoard::create({.config = center.site.config,
                                       .clock = center.site.clock,
                                       .store = [this] { return &store(); },
                                       .searchers = center.searchers(),
                                       .problem = [](const Error&) {}})
                         .value();
  ASSERT_TRUE(board->refresh());
  const auto kept = nlohmann::json::parse(report("json").value());
  EXPECT_EQ(kept["top_gaps"][0]["id"], board->report()->gaps.at(0).id);
  EXPECT_THAT(report("text").value(), HasSubstr("/writer/gaps/1\n"));
}

TEST_F(DigestReport, RefusesAFormatThatIsNone) {
  const auto none = report("htm");
  ASSERT_FALSE(none);
  EXPECT_THAT(to_line(none.error()), HasSubstr("html"));
}

}  // namespace
}  // namespace kb
