#include "server/gaps/kept_gap_json.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using testing::HasSubstr;

TEST(KeptGapJson, SaysWhatIsNotKnownAsNull) {
  const store::Gap kept{.id = 7, .lang = "pl", .label = "zwrot"};
  const auto json = kept_gap_json({&kept, nullptr}, "/writer/gaps/7");
  for (const auto* name :
       {"owner", "due", "article", "reason", "published", "verified", "merged_into", "found"})
    EXPECT_TRUE(json[name].is_null()) << name;
  EXPECT_EQ(json["state"], "open");
  EXPECT_EQ(json["version"], 1);
}

TEST(KeptGapJson, SaysWhatIs) {
  const store::Gap kept{.id = 7, .state = store::GapState::assigned, .owner = "ana", .due = 20605};
  const insights::FoundGap found{.id = 7, .customers = 9};
  const auto json = kept_gap_json({&kept, &found}, "/writer/gaps/7");
  EXPECT_EQ(json["due"], "2026-06-01");
  EXPECT_EQ(json["found"]["customers"], 9);
}

TEST(KeptGapsCsv, HasARowForEach) {
  const store::Gap first{.id = 7, .lang = "pl", .label = "=zwrot, koszt"};
  const store::Gap second{.id = 8, .lang = "pl", .label = "faktura"};
  const insights::FoundGap found{.id = 8, .customers = 9, .customers_before = 2};
  const auto csv = kept_gaps_csv({{&first, nullptr}, {&second, &found}});
  EXPECT_THAT(csv, HasSubstr("7,pl,\"'=zwrot, koszt\",open,,,,,,,,,,,\r\n"));
  EXPECT_THAT(csv, HasSubstr("8,pl,faktura,open,,,,missing,steady,9,2,0,0,0,\r\n"));
}

}  // namespace
}  // namespace kb
