#include "server/coverage/digest_report.h"

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

TEST_F(DigestReport, RefusesAFormatThatIsNone) {
  const auto none = report("htm");
  ASSERT_FALSE(none);
  EXPECT_THAT(to_line(none.error()), HasSubstr("html"));
}

}  // namespace
}  // namespace kb
