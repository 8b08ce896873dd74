#include "core/store/ticket_imports.h"

#include <gmock/gmock.h>

#include "core/store/ticket_table.h"
#include "tests/core/store/small_ticket.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

constexpr Time kNow{std::chrono::seconds(1780000000)};

class TicketImports : public StoreTest {
 protected:
  std::optional<TicketImport> find(const char* source, const char* file) {
    return store().read([&](Sql& sql) { return find_ticket_import(sql, source, file); }).value();
  }
};
KB_ON_BOTH_DATABASES(TicketImports);

TEST_P(TicketImports, RememberHowFarAFileWasRead) {
  EXPECT_EQ(find("zendesk", "a.jsonl"), std::nullopt);
  TicketImport progress{"zendesk", "a.jsonl", "f00d", 5000000000, 70000, kNow};
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_ticket_import(sql, progress); }));
  EXPECT_EQ(find("zendesk", "a.jsonl"), progress);
  EXPECT_EQ(find("chatwoot", "a.jsonl"), std::nullopt);
  progress.position += 100;
  progress.line += 1;
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_ticket_import(sql, progress); }));
  EXPECT_EQ(find("zendesk", "a.jsonl"), progress);
}

TEST_P(TicketImports, ProgressAndTicketsStandOrFallTogether) {
  EXPECT_FALSE(store().write([](Sql& sql) -> Result<int> {
    const std::vector tickets = {small_ticket(1)};
    EXPECT_TRUE(put_tickets(sql, tickets));
    EXPECT_TRUE(set_ticket_import(sql, {"zendesk", "a.jsonl", "f00d", 10, 1, kNow}));
    return fail("the power went out");
  }));
  EXPECT_EQ(find("zendesk", "a.jsonl"), std::nullopt);
  EXPECT_EQ(store().read([](Sql& sql) { return count_tickets(sql); }).value(), 0);
}

}  // namespace
}  // namespace kb::store
