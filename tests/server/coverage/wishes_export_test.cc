#include "server/coverage/wishes_export.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb {
namespace {

using nlohmann::json;

Config site() {
  Config config;
  config.site.base_url = "https://help.fernway.example";
  return config;
}

std::vector<insights::Wish> dark_mode() {
  return {{.lang = "en",
           .label = "=dark mode",
           .words = {"dark"},
           .type = TicketType::bug,
           .topic = "looks",
           .tags = {"night"},
           .customers = 3,
           .recent = 2,
           .before = 1,
           .trend = insights::GapTrend::rising,
           .newest = parse_time("2026-06-03").value(),
           .tickets = {"desk/2", "desk/1"},
           .elsewhere = {{"pl", "tryb ciemny"}}}};
}

TEST(WishesExport, IsJsonWithWholeAddresses) {
  const auto wish = json::parse(wishes_json(dark_mode(), site()))["wishes"][0];
  EXPECT_EQ(wish["type"], "bug");
  EXPECT_EQ(wish["trend"], "rising");
  EXPECT_EQ(wish["newest"], "2026-06-03T00:00:00Z");
  EXPECT_EQ(wish["tickets"][0]["url"], "https://help.fernway.example/agent/ticket/desk/2");
  EXPECT_EQ(wish["elsewhere"][0]["label"], "tryb ciemny");
}

TEST(WishesExport, IsATableThatRunsNoFormula) {
  EXPECT_EQ(wishes_csv(dark_mode()),
            "lang,label,type,topic,customers,recent,before,trend,newest,ticket_count,tickets\r\n"
            "en,'=dark mode,bug,looks,3,2,1,rising,2026-06-03,2,desk/2 desk/1\r\n");
}

TEST(WishesExport, IsAWebhooksPayload) {
  const auto payload =
      json::parse(wishes_payload(dark_mode(), site(), parse_time("2026-06-30").value()));
  EXPECT_EQ(payload["type"], "wishes.listed");
  EXPECT_EQ(payload["timestamp"], "2026-06-30T00:00:00Z");
  EXPECT_EQ(payload["data"]["wishes"].size(), 1U);
}

TEST(WishesExport, KnowsWhereTicketsAreShown) {
  EXPECT_EQ(ticket_page_path("zendesk/1042"), "/agent/ticket/zendesk/1042");
  EXPECT_EQ(ticket_page_path("1042"), "");
}

}  // namespace
}  // namespace kb
