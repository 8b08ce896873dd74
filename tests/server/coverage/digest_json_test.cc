#include "server/coverage/digest_json.h"

#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

class DigestJsonTest : public DigestFixture {};

TEST_F(DigestJsonTest, SaysEverythingWithWholeAddresses) {
  center.site.config.site.base_url = "https://help.fernway.example";
  center.start();
  put_visits();
  put_wish("7", "dark mode");
  const auto closed = add_gap("late parcel");
  prove(closed, "closed");
  const auto digest = make(report_of({found(add_gap("money back"), "money"), found(0, "new")}));
  const auto json = digest_json(digest, center.center());
  EXPECT_EQ(json["from"], "2026-03-03");
  EXPECT_EQ(json["to"], "2026-03-09");
  EXPECT_EQ(json["figures"]["zero_result_rate"]["value"], 0.25);
  EXPECT_EQ(json["top_gaps"][0]["url"], "https://help.fernway.example/writer/gaps/2");
  EXPECT_EQ(json["top_gaps"][1]["id"], nullptr);
  EXPECT_EQ(json["top_gaps"][1]["url"], nullptr);
  EXPECT_EQ(json["closed_gaps"][0]["after"]["of"], 41);
  EXPECT_EQ(json["wishes"][0]["label"], "dark mode");
  EXPECT_EQ(json["wishes"][0]["type"], "feature_request");
}

TEST_F(DigestJsonTest, OfAQuietWeekHasEmptyLists) {
  const auto json = digest_json(make(), center.center());
  for (const char* list : {"top_gaps", "rising_gaps", "closed_gaps", "returned_gaps",
                           "targets_at_risk", "weak_articles", "wishes"})
    EXPECT_EQ(json[list], nlohmann::ordered_json::array()) << list;
  EXPECT_EQ(json["figures"], nlohmann::ordered_json::object());
}

}  // namespace
}  // namespace kb
