#include "core/store/agent_links.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class AgentLinks : public StoreTest {
 protected:
  bool add(const std::string& ticket, const std::string& article, const std::string& anchor,
           Time at = kNow) {
    const auto added = store().write([&](Sql& sql) {
      return add_agent_link(sql, {.source = "zendesk",
                                  .ticket = ticket,
                                  .lang = "pl",
                                  .article = article,
                                  .anchor = anchor,
                                  .who = "ana",
                                  .at = at});
    });
    EXPECT_TRUE(added) << to_line(added.error());
    return added.value_or(false);
  }
  std::vector<std::string> of(const std::string& ticket) {
    std::vector<std::string> links;
    const auto found =
        store().read([&](Sql& sql) { return links_of_ticket(sql, "zendesk", ticket); });
    for (const auto& link : found.value()) links.push_back(link.article + "#" + link.anchor);
    return links;
  }
};
KB_ON_BOTH_DATABASES(AgentLinks);

TEST_P(AgentLinks, AreThoseOfATicketTheOldestFirst) {
  EXPECT_TRUE(add("7", "refund", "", kNow + 1h));
  EXPECT_TRUE(add("7", "card", "how"));
  EXPECT_TRUE(add("8", "other", ""));
  EXPECT_THAT(of("7"), ElementsAre("card#how", "refund#"));
}

TEST_P(AgentLinks, AreNotedOnceWithTheLastSection) {
  EXPECT_TRUE(add("7", "refund", "a"));
  EXPECT_FALSE(add("7", "refund", "b", kNow + 1h));
  EXPECT_THAT(of("7"), ElementsAre("refund#b"));
}

}  // namespace
}  // namespace kb::store
