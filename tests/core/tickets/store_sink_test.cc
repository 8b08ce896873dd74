#include "core/tickets/store_sink.h"

#include <gtest/gtest.h>

#include "core/store/ticket_table.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/store/small_ticket.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using store::small_ticket;
using store::Store;

TEST(StoreSink, KeepsTicketsAndProgressTogether) {
  const TemporaryFolder folder;
  const std::string url = "sqlite:" + (folder.path() / "kb.db").string();
  const SystemClock clock;
  auto store = Store::open(url, Store::Access::write);
  ASSERT_TRUE(store) << to_line(store.error());
  StoreSink sink(**store, clock);
  EXPECT_EQ(*sink.customer_key(), *sink.customer_key());
  EXPECT_EQ(*sink.progress("zendesk", "/a"), std::nullopt);

  const std::vector<Ticket> batch = {small_ticket(1), small_ticket(2)};
  const FileProgress progress{"zendesk", "/a", "mark of it", 300, 3};
  EXPECT_EQ(*sink.put(batch, progress), (PutResult{2, 0, 0}));
  EXPECT_EQ(**sink.progress("zendesk", "/a"), progress);
  EXPECT_EQ(*sink.put(batch, std::nullopt), (PutResult{0, 0, 2}));
  const auto kept =
      (*store)->read([](store::Sql& sql) { return store::find_ticket(sql, "zendesk", "2"); });
  EXPECT_EQ(**kept, small_ticket(2));
}

}  // namespace
