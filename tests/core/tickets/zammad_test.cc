#include "core/tickets/zammad.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(Zammad, ATicketWithItsArticles) {
  const auto raw = read_zammad(nlohmann::json::parse(R"({
    "id": 77, "number": "65042", "title": "Hub off", "state": {"id": 4, "name": "closed"},
    "group": "2nd level", "customer": "ana@poczta.example", "create_article_type": "email",
    "created_at": "2026-06-03T08:14:00.000Z", "close_at": "2026-06-04T08:14:00.000Z",
    "first_response_at": "2026-06-03T09:14:00.000Z", "tags": ["hub"],
    "articles": [
      {"sender": "Customer", "type": "email", "internal": false, "content_type": "text/html",
       "body": "<div>It is off</div>", "from": "Ana Pop <ana@poczta.example>",
       "created_at": "2026-06-03T08:14:00.000Z"},
      {"sender": "Agent", "internal": true, "content_type": "text/plain", "body": "call her"},
      {"sender": {"name": "Agent"}, "internal": false, "content_type": "text/plain", "body": "Hold it"},
      {"sender": "System", "internal": false, "body": "We got your mail"}]})"));
  ASSERT_TRUE(raw) << to_line(raw.error());
  EXPECT_EQ(raw->id + raw->status + raw->team + raw->channel, "65042closed2nd levelemail");
  EXPECT_EQ(raw->customer.key, "ana@poczta.example");
  EXPECT_EQ(iso_time(*raw->solved), "2026-06-04T08:14:00Z");
  ASSERT_EQ(raw->messages.size(), 4U);
  EXPECT_TRUE(raw->messages[0].is_html);
  EXPECT_EQ(raw->messages[0].name, "Ana Pop ");
  EXPECT_FALSE(raw->messages[1].is_public);
  EXPECT_EQ(raw->messages[2].from, Author::agent);
  EXPECT_EQ(raw->messages[3].from, Author::system);
}

TEST(Zammad, CustomersMayBeNumbers) {
  EXPECT_EQ(read_zammad(nlohmann::json::parse(R"({"id": 7, "customer_id": 12})"))->customer.key,
            "12");
  EXPECT_FALSE(read_zammad(nlohmann::json::parse(R"({"id": 7, "close_at": "soon"})")));
}

}  // namespace
